using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class ForecastFactsTests
{
    private static readonly ReportingPeriod Quarter = ReportingCalendar.Gregorian.Quarters(2026)[0];

    private static ForecastSnapshot Snapshot(string taken, decimal amount, string? owner = null, ForecastCategory category = ForecastCategory.Commit) => new()
    {
        PeriodStart = Quarter.Start, PeriodEnd = Quarter.End, TakenOn = Day(taken), Owner = owner, Category = category, Amount = Usd(amount),
    };

    private static MetricTable Judge(int day, params ReadOnlySpan<ForecastSnapshot> snapshots) => RevenueDataset.Build(
            deals: [Deal("d", DealOutcome.Won, "2025-12-01", "2026-02-01", 60_000)], forecastSnapshots: snapshots.ToArray())
        .Evaluate([Forecast.Judged, Forecast.Accuracy, Forecast.Bias, Forecast.RelativeBias], [Quarter],
            options: new EvaluationOptions { Policy = new MetricPolicy { ForecastDay = day } });

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, 70_000)]
    [InlineData(4, 70_000)]
    [InlineData(5, 75_000)]
    [InlineData(6, 90_000)]
    [InlineData(90, 90_000)]
    public void The_last_snapshot_by_the_day_of_judgement_counts(int day, int? expected) => Assert.Equal(
        expected, Judge(day, Snapshot("2026-01-06", 90_000), Snapshot("2026-01-02", 70_000), Snapshot("2026-01-05", 75_000)).Results[0].Magnitude);

    [Fact]
    public void Accuracy_and_bias_computed_by_hand() =>
        Assert.Equal([75_000, 0.75m, 15_000, 0.25m], Judge(5, Snapshot("2026-01-05", 75_000)).Results.Select(result => result.Magnitude));

    [Fact]
    public void Each_owners_last_snapshots_of_closed_and_commit_add_up() => Assert.Equal(
        1 + 20 + 300,
        Judge(5, Snapshot("2026-01-01", 1000, "Ann"), Snapshot("2026-01-03", 1, "Ann"), Snapshot("2025-12-20", 20, "Ann", ForecastCategory.Closed),
            Snapshot("2026-01-02", 300, "Ben"), Snapshot("2026-01-02", 4000, "Ben", ForecastCategory.BestCase)).Results[0].Magnitude);

    [Fact]
    public void A_forecast_of_another_period_or_of_a_quantile_does_not_count()
    {
        MetricTable table = Judge(5, Snapshot("2026-01-02", 1) with { PeriodEnd = Day("2026-02-01") }, Snapshot("2026-01-02", 10) with { Quantile = 0.9m });
        Assert.Equal("no forecast for the period was taken by the day it is judged on", table.Results[0].UndefinedReason);
        Assert.Equal(table.Results[0].UndefinedReason, table.Results[1].UndefinedReason);
    }
}
