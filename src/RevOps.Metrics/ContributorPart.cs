namespace RevOps.Metrics;

/// <summary>Who is behind one number of a result: the whole of what adds up, or the numerator or the denominator of a ratio.</summary>
public sealed record ContributorPart
{
    /// <summary>The metric that is told by contributor.</summary>
    public required Metric Metric { get; init; }

    /// <summary>The period that it is of.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>The number in all; null where it is undefined.</summary>
    public decimal? Magnitude { get; init; }

    /// <summary>The contributors with the largest numbers, whatever their sign, from the largest down; of equal ones in the order of ids.</summary>
    public ValueList<Contributor> Largest { get; init; } = [];

    /// <summary>How many contributors there are in all.</summary>
    public int Count { get; init; }

    /// <summary>What those who are not listed have together; null where contributors do not add up, as the days of a median do not.</summary>
    public decimal? Others { get; init; }

    /// <summary>Why it cannot be told by contributor; null when it can.</summary>
    public string? Refusal { get; init; }
}
