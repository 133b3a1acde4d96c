namespace RevOps.Metrics;

/// <summary>The span of time in which each row lies.</summary>
internal interface IRowSpans
{
    /// <summary>The span of a row.</summary>
    int this[int row] { get; }

    /// <inheritdoc cref="IRowPlaces.Has(int)"/>
    bool Has(int rows);
}

/// <summary>The spans by narrow days, each of which has its span in a table.</summary>
internal readonly struct SpansByTable(ushort[] days, int[] spanOf) : IRowSpans
{
    public int this[int row] => spanOf.At(days.At(row));

    public bool Has(int rows) => rows <= days.Length && spanOf.Length > 0;
}

/// <summary>The spans by days of any kind, each searched for.</summary>
internal readonly struct SpansBySearch(DayNumbers days, TimeSpans spans) : IRowSpans
{
    public int this[int row] => spans.Of(days[row]);

    public bool Has(int rows) => rows <= days.Count;
}
