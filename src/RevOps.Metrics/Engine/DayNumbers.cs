namespace RevOps.Metrics;

/// <summary>The days of a column, one a row: two bytes each where the known ones lie within some centuries, as they do.</summary>
/// <remarks>
/// A narrow day is its distance from the day before the first, so that what depends on the day can be looked up in a small table. The day of rows
/// that were there before all days is 0, and an unknown day comes after the last.
/// </remarks>
internal sealed class DayNumbers
{
    private readonly int[]? _wide;
    private readonly int _before;

    private DayNumbers(ushort[]? narrow, int[]? wide, int before, int distances) => (Narrow, _wide, _before, Distances) = (narrow, wide, before, distances);

    /// <summary>The days as distances; null where they are too far apart.</summary>
    public ushort[]? Narrow { get; }

    /// <summary>How many different distances there can be.</summary>
    public int Distances { get; }

    /// <summary>The number of rows.</summary>
    public int Count => Narrow?.Length ?? _wide!.Length;

    /// <summary>The day of a row.</summary>
    public int this[int row] => Narrow is { } narrow ? DayOf(narrow[row]) : _wide![row];

    /// <summary>The day at a distance.</summary>
    public int DayOf(int distance) =>
        distance == 0 ? FactTable.SinceEver : distance == Distances - 1 ? FactTable.NoDay : _before + distance;

    public static DayNumbers Of(int[] days)
    {
        int least = int.MaxValue, most = int.MinValue;
        foreach (int day in days)
        {
            if (day is FactTable.NoDay or FactTable.SinceEver) continue;
            least = Math.Min(least, day);
            most = Math.Max(most, day);
        }

        if (most < least) (least, most) = (0, 0);
        if (!AreNear(least, most)) return new DayNumbers(null, days, 0, 0);
        int before = least - 1, unknown = most - least + 2;
        ushort[] narrow = Split.Map(days, day => (ushort)(day switch
        {
            FactTable.SinceEver => 0,
            FactTable.NoDay => unknown,
            _ => day - before,
        }));
        return new DayNumbers(narrow, null, before, unknown + 1);
    }

    /// <summary>True where the days from a first to a last can be told by their distances.</summary>
    public static bool AreNear(int least, int most) => (long)most - least + 3 <= ushort.MaxValue + 1;

    /// <summary>Known days from a first to a last, each given as its distance from the day before the first.</summary>
    public static DayNumbers OfDistances(ushort[] distances, int least, int most) => new(distances, null, least - 1, most - least + 3);
}
