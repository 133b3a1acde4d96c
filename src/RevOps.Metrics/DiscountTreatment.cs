namespace RevOps.Metrics;

/// <summary>Which discounts lower recurring revenue.</summary>
public enum DiscountTreatment
{
    /// <summary>Those that cover more than one billing interval, or a whole one of a year or longer.</summary>
    Lasting,

    /// <summary>All, on the service days they cover.</summary>
    All,

    /// <summary>None: recurring revenue is at list prices.</summary>
    None,
}
