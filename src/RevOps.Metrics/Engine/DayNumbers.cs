namespace RevOps.Metrics;

/// <summary>The days of a column, one a row: two bytes each where the known ones lie within some centuries, as they do.</summary>
/// <remarks>
/// A narrow day is its distance from the day before the first, so that what depends on the day can be looked up in a small table. The day of rows
/// that were there before all days is 0, and an unknown day comes after the last.
/// </remarks>
internal sealed class DayNumbers
{
    private readonly int _before;

    private DayNumbers(ushort[]? narrow, int[]? wide, int before, int distances) => (Narrow, Wide, _before, Distances) = (narrow, wide, before, distances);

    /// <summary>The days as distances; null where they are too far apart.</summary>
    public ushort[]? Narrow { get; }

    /// <summary>The days where they are too far apart for distances.</summary>
    public int[]? Wide { get; }

    /// <summary>How many different distances there can be.</summary>
    public int Distances { get; }

    /// <summary>What stands for an unknown day where the days are held: more than all days.</summary>
    public int Unknown => Narrow is null ? FactTable.NoDay : Distances - 1;

    /// <summary>The number of rows.</summary>
    public int Count => Narrow?.Length ?? Wide!.Length;

    /// <summary>The day of a row.</summary>
    public int this[int row] => Narrow is { } narrow ? DayOf(narrow[row]) : Wide![row];

    /// <summary>The day at a distance.</summary>
    public int DayOf(int distance) =>
        distance == 0 ? FactTable.SinceEver : distance == Distances - 1 ? FactTable.NoDay : _before + distance;

    public static DayNumbers Of(int[] days) => InOneScale(days)[0];

    /// <summary>Columns that are all narrow or all wide, and whose distances are from one day: which of two days is the later can be told from them as they are.</summary>
    public static DayNumbers[] InOneScale(params int[][] columns)
    {
        int least = int.MaxValue, most = int.MinValue;
        foreach (int[] days in columns)
        {
            foreach (int day in days)
            {
                if (day is FactTable.NoDay or FactTable.SinceEver) continue;
                least = Math.Min(least, day);
                most = Math.Max(most, day);
            }
        }

        if (most < least) (least, most) = (0, 0);
        if (!AreNear(least, most)) return Array.ConvertAll(columns, days => new DayNumbers(null, days, 0, 0));
        int before = least - 1, unknown = most - least + 2;
        return Array.ConvertAll(columns, days => new DayNumbers(
            Split.Map(days, day => (ushort)(day switch
            {
                FactTable.SinceEver => 0,
                FactTable.NoDay => unknown,
                _ => day - before,
            })),
            null, before, unknown + 1));
    }

    /// <summary>True where the days from a first to a last can be told by their distances.</summary>
    public static bool AreNear(int least, int most) => (long)most - least + 3 <= ushort.MaxValue + 1;

    /// <summary>Known days from a first to a last, each given as its distance from the day before the first.</summary>
    public static DayNumbers OfDistances(ushort[] distances, int least, int most) => new(distances, null, least - 1, most - least + 3);

    /// <summary>A column in the same scale.</summary>
    /// <param name="days">Its days, as this column has them: distances (<see cref="Narrow"/>), or days where those are too far apart.</param>
    public DayNumbers With<TDay>(TDay[] days)
        where TDay : struct => days switch
        {
            ushort[] narrow when Narrow is not null => new DayNumbers(narrow, null, _before, Distances),
            int[] wide when Wide is not null => new DayNumbers(null, wide, 0, 0),
            _ => throw new ArgumentException("These days are of another width.", nameof(days)),
        };
}
