namespace RevOps.Metrics;

/// <summary>How a dataset is built: what an error does, in which currency it reports, and what it claims to cover.</summary>
public sealed record DatasetOptions
{
    /// <summary>The options that nothing was said about: strict, one currency, coverage from the data.</summary>
    public static DatasetOptions Default { get; } = new();

    /// <summary>Whether the first error stops the build or leaves its record out.</summary>
    public Strictness Strictness { get; init; }

    /// <summary>The currency of all results. May be left out while the records hold one currency only.</summary>
    public Currency? ReportingCurrency { get; init; }

    /// <summary>The rates to it from the records' other currencies.</summary>
    public ExchangeRates ExchangeRates { get; init; } = ExchangeRates.None;

    /// <summary>The days that each type of record covers, where known; the others' coverage is taken from the data.</summary>
    public IReadOnlyDictionary<RecordType, Coverage> Coverage { get; init; } = new Dictionary<RecordType, Coverage>();

    /// <summary>Called with every data issue as it is found.</summary>
    public Action<DataIssue>? OnIssue { get; init; }
}

/// <summary>What an error in a record does.</summary>
public enum Strictness
{
    /// <summary>The first error throws a <see cref="DataIssueException"/>.</summary>
    Strict,

    /// <summary>A record with an error is left out and reported in the data issues.</summary>
    Lenient,
}
