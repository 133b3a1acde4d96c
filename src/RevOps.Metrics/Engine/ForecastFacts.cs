using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relation of forecasts: each snapshot with the days of its period on which it was the latest.</summary>
internal static class ForecastFacts
{
    private static readonly NameList Categories = NameList.OfEnum<ForecastCategory>();

    public static FactTable Compile(RevenueDataset data)
    {
        AmountConverter converter = new(data);
        List<ForecastSnapshot> snapshots = [];
        List<long> firstDays = [], lastDays = [];
        foreach (var series in data.ForecastSnapshots.Where(f => f.Quantile is null).GroupBy(f => (f.PeriodStart, f.PeriodEnd, f.Owner, f.Category)))
        {
            ForecastSnapshot[] ordered = [.. series.OrderBy(f => f.TakenOn)];
            for (int i = 0; i < ordered.Length; i++)
            {
                snapshots.Add(ordered[i]);
                firstDays.Add(DayOfPeriod(ordered[i]));
                lastDays.Add(i + 1 < ordered.Length ? DayOfPeriod(ordered[i + 1]) - 1 : int.MaxValue);
            }
        }

        FactTable table = new(snapshots.Count);
        table.Add(Forecasts.PeriodStart, [.. snapshots.Select(f => DayNumber.Of(f.PeriodStart))]);
        table.Add(Forecasts.PeriodEnd, [.. snapshots.Select(f => DayNumber.Of(f.PeriodEnd))]);
        table.Add(Forecasts.FirstDay, [.. firstDays]);
        table.Add(Forecasts.LastDay, [.. lastDays]);
        table.Add(Forecasts.Amount, [.. snapshots.Select(f => converter.ToUnits(f.Amount, f.TakenOn))]);
        table.Add(Forecasts.Category, [.. snapshots.Select(f => (int)f.Category + 1)], Categories);
        table.AddNames(Forecasts.Owner, snapshots, f => f.Owner);
        return table;
    }

    /// <summary>1 on the first day of the period forecast.</summary>
    private static long DayOfPeriod(ForecastSnapshot forecast) => Period.DaysBetween(forecast.PeriodStart, forecast.TakenOn) + 1;
}
