namespace RevOps.Metrics.Predictive;

/// <summary>The scale on which the errors of a fitted parameter are taken to be normal.</summary>
internal enum ParameterScale
{
    /// <summary>Its own.</summary>
    Own,

    /// <summary>Its logarithm: of a parameter that is above zero by its nature.</summary>
    Logarithm,

    /// <summary>Its log-odds: of a probability.</summary>
    LogOdds,
}
