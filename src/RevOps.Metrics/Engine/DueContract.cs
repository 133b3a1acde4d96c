namespace RevOps.Metrics;

/// <summary>A contract that falls due.</summary>
/// <param name="Subscription">The subscription's number within its customer, in the ordinal order of ids.</param>
/// <param name="From">Its first day.</param>
/// <param name="Due">The first day that it no longer covers.</param>
/// <param name="Last">What it charged at the last.</param>
internal sealed record DueContract(int Subscription, int From, int Due, PricedSpan Last)
{
    /// <summary>The first day without service, at the latest the due day.</summary>
    public int ServiceEnd => Math.Min(Last.To, Due);
}
