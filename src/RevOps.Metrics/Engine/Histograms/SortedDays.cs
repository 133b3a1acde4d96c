namespace RevOps.Metrics;

/// <summary>The days of rows, sorted by cell, span and days.</summary>
/// <param name="spans">The number of spans.</param>
internal sealed class SortedDays(int spans) : DayRuns
{
    /// <summary>The place of each row, which is cell times spans and span, and its days.</summary>
    private readonly List<(long Place, int Days)> _rows = [];

    public override void Add(int cell, int span, int days) => _rows.Add((((long)cell * spans) + span, days));

    public override void Add(DayRuns other) => _rows.AddRange(((SortedDays)other)._rows);

    public override void End() => _rows.Sort();

    public override bool IsEmpty(int cell) => FirstAt((long)cell * spans) == FirstAt((cell + 1L) * spans);

    public override DayHistogram Of(int cell, int first, int end)
    {
        int from = FirstAt(((long)cell * spans) + first), to = FirstAt(((long)cell * spans) + end);
        return from == to ? DayHistogram.Empty : DayHistogram.From(_rows[from..to].Select(row => KeyValuePair.Create(row.Days, 1L)));
    }

    /// <summary>The first row at a place or after it.</summary>
    private int FirstAt(long place)
    {
        (int from, int to) = (0, _rows.Count);
        while (from < to)
        {
            int middle = from + ((to - from) / 2);
            if (_rows[middle].Place < place) from = middle + 1;
            else to = middle;
        }

        return from;
    }
}
