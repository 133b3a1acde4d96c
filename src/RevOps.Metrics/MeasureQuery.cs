namespace RevOps.Metrics;

/// <summary>A question to an engine: measures over windows, under one ledger policy and in one currency.</summary>
public sealed record MeasureQuery
{
    /// <summary>What is asked.</summary>
    public required IReadOnlyList<MeasureRequest> Requests { get; init; }

    /// <summary>What a movement of recurring revenue is.</summary>
    public LedgerPolicy Ledger { get; init; } = LedgerPolicy.Default;
}
