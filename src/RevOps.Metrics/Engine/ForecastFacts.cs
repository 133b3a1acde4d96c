using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relations of forecasts: each snapshot with the days of its period on which it was the latest.</summary>
internal static class ForecastFacts
{
    private static readonly NameList Categories = NameList.OfEnum<ForecastCategory>();

    public static FactTable Compile(RevenueDataset data)
    {
        AmountConverter converter = new(data);
        Judgeable[] rows = [.. SeriesOf(data.ForecastSnapshots.Where(f => f.Quantile is null))];
        ForecastSnapshot[] snapshots = [.. rows.Select(row => row.Snapshot)];
        FactTable table = new(rows.Length);
        table.Add(Forecasts.PeriodStart, [.. snapshots.Select(f => DayNumber.Of(f.PeriodStart))]);
        table.Add(Forecasts.PeriodEnd, [.. snapshots.Select(f => DayNumber.Of(f.PeriodEnd))]);
        table.Add(Forecasts.Number, [.. rows.Select(row => row.Number)]);
        table.Add(Forecasts.FirstDay, [.. rows.Select(row => row.FirstDay)]);
        table.Add(Forecasts.LastDay, [.. rows.Select(row => row.LastDay)]);
        table.Add(Forecasts.Amount, [.. snapshots.Select(f => converter.ToUnits(f.Amount, f.TakenOn))]);
        table.Add(Forecasts.Category, [.. snapshots.Select(f => (int)f.Category + 1)], Categories);
        table.AddNames(Forecasts.Owner, snapshots, f => f.Owner);
        return table;
    }

    public static FactTable CompileQuantiles(RevenueDataset data)
    {
        AmountConverter converter = new(data);
        Judgeable[] rows = [.. SeriesOf(data.ForecastSnapshots.Where(f => f.Quantile is not null))];
        ForecastSnapshot[] snapshots = [.. rows.Select(row => row.Snapshot)];
        FactTable table = new(rows.Length);
        table.Add(QuantileForecasts.PeriodStart, [.. snapshots.Select(f => DayNumber.Of(f.PeriodStart))]);
        table.Add(QuantileForecasts.PeriodEnd, [.. snapshots.Select(f => DayNumber.Of(f.PeriodEnd))]);
        table.Add(QuantileForecasts.FirstDay, [.. rows.Select(row => row.FirstDay)]);
        table.Add(QuantileForecasts.LastDay, [.. rows.Select(row => row.LastDay)]);
        table.Add(QuantileForecasts.Amount, [.. snapshots.Select(f => converter.ToUnits(f.Amount, f.TakenOn))]);
        table.AddNames(QuantileForecasts.Quantile, snapshots, f => QuantileForecasts.NameOf(f.Quantile!.Value));
        table.Add(QuantileForecasts.Category, [.. snapshots.Select(f => (int)f.Category + 1)], Categories);
        table.AddNames(QuantileForecasts.Owner, snapshots, f => f.Owner);
        return table;
    }

    /// <summary>The snapshots of one period, owner, category and quantile follow one another in the order of the days they were taken on.</summary>
    private static IEnumerable<Judgeable> SeriesOf(IEnumerable<ForecastSnapshot> snapshots)
    {
        foreach (var series in snapshots.GroupBy(f => (f.PeriodStart, f.PeriodEnd, f.Owner, f.Category, f.Quantile)))
        {
            ForecastSnapshot[] ordered = [.. series.OrderBy(f => f.TakenOn)];
            for (int i = 0; i < ordered.Length; i++)
            {
                long last = i + 1 < ordered.Length ? DayOfPeriod(ordered[i + 1]) - 1 : int.MaxValue;
                yield return new Judgeable(ordered[i], i + 1, DayOfPeriod(ordered[i]), last);
            }
        }
    }

    /// <summary>1 on the first day of the period forecast.</summary>
    private static long DayOfPeriod(ForecastSnapshot forecast) => Period.DaysBetween(forecast.PeriodStart, forecast.TakenOn) + 1;

    private sealed record Judgeable(ForecastSnapshot Snapshot, long Number, long FirstDay, long LastDay);
}
