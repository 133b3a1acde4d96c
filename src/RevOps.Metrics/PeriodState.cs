namespace RevOps.Metrics;

/// <summary>On which day a period is looked at for its state.</summary>
public enum PeriodState
{
    /// <summary>The end of its last day.</summary>
    EndOfLastDay,

    /// <summary>
    /// Its first day; of a period longer than the ledger's fixed grain, the first day of its last such part, so that a quarter still has the
    /// state of its last month.
    /// </summary>
    FirstDay,
}
