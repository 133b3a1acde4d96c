namespace RevOps.Metrics;

/// <summary>Whether merged customers are one.</summary>
public enum CustomerIdentity
{
    /// <summary>Duplicates are one customer for all time, the acquired and the acquirer from the day of the acquisition.</summary>
    Canonical,

    /// <summary>Every record is a customer of its own.</summary>
    AsRecorded,
}
