namespace RevOps.Metrics;

/// <summary>How many rows there are of each number of days, by cell and span.</summary>
internal interface IDayRuns
{
    /// <summary>Whether a cell has no row in any span.</summary>
    bool IsEmpty(int cell);

    /// <summary>The rows of a cell in some spans, from a first to the one before the end.</summary>
    DayHistogram Of(int cell, int first, int end);
}
