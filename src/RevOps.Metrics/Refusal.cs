namespace RevOps.Metrics;

/// <summary>Something in a query that cannot be answered, and why.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Reason">Why it cannot be answered, and what can be asked in its place.</param>
public sealed record Refusal(string Measure, string Reason)
{
    /// <summary>"spend: ...".</summary>
    public override string ToString() => $"{Measure}: {Reason}";
}
