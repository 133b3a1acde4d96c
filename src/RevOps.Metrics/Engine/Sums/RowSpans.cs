namespace RevOps.Metrics;

/// <summary>The span of time in which each row lies.</summary>
internal interface IRowSpans
{
    /// <summary>The span of a row.</summary>
    int this[nint row] { get; }

    /// <inheritdoc cref="IRowPlaces.Has(int)"/>
    bool Has(int rows);
}

/// <summary>The spans by narrow days, each of which has its span in a table.</summary>
internal readonly struct SpansByTable(ushort[] days, int[] spanOf) : IRowSpans
{
    public int this[nint row] => spanOf.At((nint)days.At(row));

    public bool Has(int rows) => rows <= days.Length && spanOf.Length > 0;
}

/// <summary>The spans by days of any kind, each searched for.</summary>
/// <param name="days">The day of each row.</param>
/// <param name="spans">The spans.</param>
/// <param name="width">How many sums a span has.</param>
internal readonly struct SpansBySearch(DayNumbers days, TimeSpans spans, int width) : IRowSpans
{
    public int this[nint row] => spans.Of(days[(int)row]) * width;

    public bool Has(int rows) => rows <= days.Count;
}
