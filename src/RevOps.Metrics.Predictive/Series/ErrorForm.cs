namespace RevOps.Metrics.Predictive;

/// <summary>How the error of an ETS model enters a value.</summary>
public enum ErrorForm
{
    /// <summary>value = forecast + error: the errors are as wide at every height. Written A.</summary>
    Additive,

    /// <summary>value = forecast x (1 + error): the errors grow with the forecast. Written M. Only for values above zero.</summary>
    Multiplicative,
}
