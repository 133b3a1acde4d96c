namespace RevOps.Metrics;

/// <summary>What a reader of a result should know before adding or comparing it.</summary>
[Flags]
public enum MetricFlags
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>The records are declared to cover the period only in part.</summary>
    PartialPeriod = 1,

    /// <summary>Cells do not add up to the total: a customer can be in several.</summary>
    NonAdditive = 2,

    /// <summary>Stands on a total of all rows that is repeated in every cell and under every filter.</summary>
    Unallocated = 4,

    /// <summary>Some of those it is about are still undecided, so that the same question can have another answer later.</summary>
    Immature = 8,
}
