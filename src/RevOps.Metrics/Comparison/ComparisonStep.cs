namespace RevOps.Metrics;

/// <summary>What one change on the way from the first side to the second makes of a metric's value.</summary>
/// <remarks>
/// A value on the way can be undefined, also because the policy there, which is nobody's, cannot tell the period; then the step has a reason in place
/// of a change, and the next step that is defined again carries the change since the last value there was. So the changes add up to the whole difference wherever both sides are defined.
/// </remarks>
/// <param name="Option">What changes: an option's path in <see cref="MetricPolicy"/>, or "records", "filters", "assumptions".</param>
/// <param name="From">Its value on the first side.</param>
/// <param name="To">Its value on the second side.</param>
/// <param name="Magnitude">The metric's value once it has changed; null where it is undefined.</param>
/// <param name="UndefinedReason">Why there is no value.</param>
/// <param name="Change">What the step changed; null where the value, or every value before it, is undefined.</param>
public sealed record ComparisonStep(string Option, string From, string To, decimal? Magnitude, string? UndefinedReason, decimal? Change);
