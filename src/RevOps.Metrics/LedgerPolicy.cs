namespace RevOps.Metrics;

/// <summary>What a movement of recurring revenue is: the half of a policy that reaches the engine, and the key under which a ledger is kept.</summary>
public sealed record LedgerPolicy
{
    /// <summary>Churn at the end of the paid service.</summary>
    public static LedgerPolicy Default { get; } = new();

    /// <summary>The day on which a cancelled subscription stops counting.</summary>
    public ChurnRecognition ChurnRecognition { get; init; }
}

/// <summary>The day on which a cancelled subscription stops counting.</summary>
public enum ChurnRecognition
{
    /// <summary>The first day not served: what is paid for still counts.</summary>
    EndOfService,

    /// <summary>The day of the request; a withdrawn request counts again from the day it was withdrawn.</summary>
    AtRequest,
}
