namespace RevOps.Metrics;

/// <summary>A number on both sides of a comparison, each of which can be undefined with a reason.</summary>
/// <param name="First">The bare number on the first side, in the metric's unit; null where it is undefined.</param>
/// <param name="Second">The bare number on the second side; null where it is undefined.</param>
/// <param name="FirstUndefinedReason">Why the first side has none.</param>
/// <param name="SecondUndefinedReason">Why the second side has none.</param>
public sealed record ComparedValue(decimal? First, decimal? Second, string? FirstUndefinedReason = null, string? SecondUndefinedReason = null)
{
    /// <summary>The second less the first; null where one of them is undefined.</summary>
    /// <remarks>
    /// Of both rounded half to even to twelve decimals. Quotients that do not end would leave a last digit over when differences are added;
    /// so steps add up to the whole difference exactly, for numbers below 10^15.
    /// </remarks>
    public decimal? Difference => Second is { } second && First is { } first ? Exact(second) - Exact(first) : null;

    internal static decimal Exact(decimal magnitude) => decimal.Round(magnitude, 12, MidpointRounding.ToEven);

    internal static ComparedValue Of(Quantity first, Quantity second) => new(first.Value, second.Value, first.Reason, second.Reason);
}
