namespace RevOps.Metrics;

/// <summary>A record cannot be used and the dataset is built strictly, or the records together cannot be used at all.</summary>
public sealed class DataIssueException : Exception
{
    /// <summary>An exception for this issue.</summary>
    public DataIssueException(DataIssue issue)
        : base(issue?.ToString()) => Issue = issue ?? throw new ArgumentNullException(nameof(issue));

    /// <summary>The record, the field, what is wrong and what to do.</summary>
    public DataIssue Issue { get; }
}
