namespace RevOps.Metrics;

/// <summary>What ends the time of a subscription in a <see cref="RevenueState"/>, where that tells success from failure.</summary>
public enum RevenueStateEnd
{
    /// <summary>Of a trial: its first paid day came and was charged.</summary>
    Charged,

    /// <summary>Of what was past due: it was paid or credited in full.</summary>
    Settled,

    /// <summary>Of both: the service ended, or goes on at no charge, before that happened.</summary>
    Stopped,
}
