namespace RevOps.Metrics;

/// <summary>Something in the records that a person should know: which record, which field, what is wrong and what to do.</summary>
public sealed record DataIssue
{
    /// <summary>A stable code, "record.field.problem": <c>deal.closed-on.missing</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Whether the record was left out, kept with doubts, or changed as asked.</summary>
    public required DataIssueSeverity Severity { get; init; }

    /// <summary>The record, by id where it has one, else described.</summary>
    public required string Record { get; init; }

    /// <summary>The field, as the records name it; null when the record as a whole is meant.</summary>
    public string? Field { get; init; }

    /// <summary>What is wrong, with the value.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <summary>The file the record was read from, where it was.</summary>
    public DataOrigin? Origin { get; init; }

    /// <summary>"error deal.closed-on.missing: deals.csv line 12: deal D7: ... Remedy: ...".</summary>
    public override string ToString()
    {
        string where = Origin is null ? "" : $"{Origin}: ";
        string field = Field is null ? "" : $", {Field}";
        string severity = Severity switch { DataIssueSeverity.Error => "error", DataIssueSeverity.Warning => "warning", _ => "note" };
        return $"{severity} {Code}: {where}{Record}{field}: {Message} Remedy: {Remedy}";
    }
}

/// <summary>What a data issue did to its record.</summary>
public enum DataIssueSeverity
{
    /// <summary>The record is kept as it is; something was assumed or changed on request, and is said here.</summary>
    Note,

    /// <summary>The record is kept; some metrics cannot use it or may read it wrongly.</summary>
    Warning,

    /// <summary>The record cannot be used: it is left out, or the build stops, by <see cref="DatasetOptions.Strictness"/>.</summary>
    Error,
}
