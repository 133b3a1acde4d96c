namespace RevOps.Metrics;

/// <summary>From which to which day a ledger reaches.</summary>
/// <param name="LeastDay">The first day on which anything can start, end or change.</param>
/// <param name="LastDay">The last such day.</param>
internal readonly record struct PlainScale(int LeastDay, int LastDay)
{
    /// <summary>No day at all.</summary>
    public static PlainScale None { get; } = new(int.MaxValue, int.MinValue);

    /// <summary>The scale that has the days of both.</summary>
    public PlainScale And(PlainScale other) => new(Math.Min(LeastDay, other.LeastDay), Math.Max(LastDay, other.LastDay));

    /// <summary>The scale that has a day too.</summary>
    public PlainScale And(int day) => And(new PlainScale(day, day));
}
