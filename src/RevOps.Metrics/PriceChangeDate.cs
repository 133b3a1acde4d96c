namespace RevOps.Metrics;

/// <summary>The day on which a price that changes within a service period counts.</summary>
public enum PriceChangeDate
{
    /// <summary>The day it takes effect.</summary>
    WhenEffective,

    /// <summary>The first day of the next service period: until then the old price is paid.</summary>
    NextServicePeriod,
}
