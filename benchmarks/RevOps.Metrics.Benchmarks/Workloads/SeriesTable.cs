namespace RevOps.Metrics.Benchmarks.Workloads;

/// <summary>Series of forecasts and of what came, 36 periods each, one series after the other.</summary>
internal sealed class SeriesTable
{
    public const int Periods = 36;

    private const int Most = 100_000;

    /// <summary>What was forecast, in cents.</summary>
    public required int[] Forecast { get; init; }

    /// <summary>What came, in cents.</summary>
    public required int[] Actual { get; init; }

    public int Series => Actual.Length / Periods;

    public static SeriesTable Generate(int rows, SeededStream stream)
    {
        int series = Math.Clamp(rows / Periods, 1, Most);
        SeriesTable table = new() { Forecast = new int[series * Periods], Actual = new int[series * Periods] };
        for (int i = 0; i < series; i++)
        {
            int level = 10_000 + stream.Below(5_000_000);
            for (int t = i * Periods; t < (i + 1) * Periods; t++)
            {
                level += stream.Below((level / 10) + 2) - (level / 20);
                table.Actual[t] = level;
                table.Forecast[t] = level + stream.Below((level / 4) + 2) - (level / 10);
            }
        }

        return table;
    }
}
