namespace RevOps.Metrics.Predictive;

/// <summary>How fast a smoothing model follows its series: the share of a new error that each of its states takes up.</summary>
/// <remarks>
/// Beta and gamma have two meanings in the literature, and a number of the one must not be put into the other. <see cref="ExponentialSmoothing"/>
/// has those of Holt and Winters (R's HoltWinters): beta smooths the change of the level, gamma what the new level leaves of the value.
/// <see cref="EtsModel"/> has those of the state space form (R's ets, fable): the shares of the error itself. With additive seasons
/// beta(ETS) = alpha x beta(Holt) and gamma(ETS) = (1 - alpha) x gamma(Winters).
/// </remarks>
/// <param name="Alpha">That of the level.</param>
/// <param name="Beta">That of the trend; null without one.</param>
/// <param name="Gamma">That of the seasons; null without them.</param>
/// <param name="Phi">What is left of the trend after each period; null when it is not damped.</param>
public readonly record struct SmoothingParameters(double Alpha, double? Beta = null, double? Gamma = null, double? Phi = null);
