namespace RevOps.Metrics.Predictive;

/// <summary>What of a smoothing model is given instead of found: any of its parameters, and the state it starts from.</summary>
/// <remarks>What is null is estimated. Beta and gamma are read as the model that they are given to reads them: see <see cref="SmoothingParameters"/>.</remarks>
public sealed record SmoothingOptions
{
    /// <summary>The share of an error that the level takes up, 0 to 1.</summary>
    public double? Alpha { get; init; }

    /// <summary>That of the trend.</summary>
    public double? Beta { get; init; }

    /// <summary>That of the seasons.</summary>
    public double? Gamma { get; init; }

    /// <summary>What is left of a damped trend after each period, above 0 and up to 1.</summary>
    public double? Phi { get; init; }

    /// <summary>The state before the first period; null to find it: by the likelihood for <see cref="EtsModel"/>, by the first values for
    /// <see cref="ExponentialSmoothing"/>.</summary>
    public SmoothingState? Start { get; init; }

    /// <summary>What of it does not fit such a model; null when all does.</summary>
    internal string? Against(TrendForm trend, SeasonalForm seasonal, int seasonLength) =>
        Against(Alpha, "Alpha", true, "")
        ?? Against(Beta, "Beta", trend != TrendForm.None, "a trend")
        ?? Against(Gamma, "Gamma", seasonal != SeasonalForm.None, "seasons")
        ?? Against(Phi, "Phi", trend == TrendForm.Damped, "a damped trend")
        ?? (Phi == 0 ? "Phi is above 0: a trend damped to nothing is no trend, so choose TrendForm.None." : null)
        ?? Start?.Against(trend, seasonal, seasonLength);

    private static string? Against(double? value, string name, bool exists, string part) =>
        value is not { } share ? null
        : !exists ? $"{name} is given to a model without {part}: leave it out, or choose a form with {part}."
        : share is >= 0 and <= 1 ? null
        : FormattableString.Invariant($"{name} is {share}: it lies between 0 and 1.");
}
