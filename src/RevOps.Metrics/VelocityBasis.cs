namespace RevOps.Metrics;

/// <summary>Which deals a pipeline velocity counts.</summary>
public enum VelocityBasis
{
    /// <summary>The deals open at the period's close.</summary>
    OpenAtClose,

    /// <summary>The deals created in the period.</summary>
    CreatedInPeriod,

    /// <summary>The deals closed in the period; velocity is then the won amount over the mean cycle.</summary>
    ClosedInPeriod,
}
