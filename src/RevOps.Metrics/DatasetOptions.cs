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

    /// <summary>The stages of the sales process from the first to the last, in the words of the deals; none where nobody said.</summary>
    /// <remarks>
    /// They tell what comes later than what, which stage conversion needs. Stages that a deal enters as it closes, such as "Closed Won", are not
    /// among them.
    /// </remarks>
    /// <exception cref="ArgumentException">A stage is empty or named twice.</exception>
    public ValueList<string> Stages
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Any(string.IsNullOrWhiteSpace)) throw new ArgumentException("A stage has no name: leave it out or name it.", nameof(value));
            string? twice = value.GroupBy(stage => stage, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;
            if (twice is not null) throw new ArgumentException($"The stage '{twice}' is named twice: a deal passes each stage of the process once.", nameof(value));
            field = value;
        }
    } = [];

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
