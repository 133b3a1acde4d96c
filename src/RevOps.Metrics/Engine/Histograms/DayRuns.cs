namespace RevOps.Metrics;

/// <summary>How many rows there are of each number of days, by cell and span.</summary>
internal abstract class DayRuns
{
    /// <summary>Adds a row.</summary>
    public abstract void Add(int cell, int span, int days);

    /// <summary>Adds the rows that another thread has found, into runs of the same kind.</summary>
    public abstract void Add(DayRuns other);

    /// <summary>Ends adding.</summary>
    public virtual void End()
    {
    }

    /// <summary>Whether a cell has no row in any span.</summary>
    public abstract bool IsEmpty(int cell);

    /// <summary>The rows of a cell in some spans, from a first to the one before the end.</summary>
    public abstract DayHistogram Of(int cell, int first, int end);
}
