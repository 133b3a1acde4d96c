namespace RevOps.Metrics.Tests.Reference;

/// <summary>Published roll-ups of forecast categories, computed from a dataset.</summary>
internal static class ForecastExamples
{
    private static readonly ReportingPeriod Quarter = Make.Quarter(2026, 1);

    public static ComputedExamples Computed { get; } = new()
    {
        ["sf-cumulative"] = RolledUp,
        ["sf-cumulative-2"] = RolledUp,
    };

    /// <summary>From a deal in each category, and from a snapshot of each.</summary>
    private static FigureValues RolledUp(WorkedExample e)
    {
        FigureValues ofDeals = Figures(Forecast.RolledUp, RevenueDataset.Build(deals: e.Parts("single").Select(Deal)));
        FigureValues ofSnapshots = Figures(Forecast.Submitted, RevenueDataset.Build(forecastSnapshots: e.Parts("single").Select(part => new ForecastSnapshot
        {
            PeriodStart = Quarter.Start, PeriodEnd = Quarter.End, TakenOn = Quarter.Start, Category = CategoryOf(part.Key), Amount = Make.Usd(part.Value),
        })));
        Assert.Equal(ofDeals, ofSnapshots);
        return ofDeals;
    }

    private static Deal Deal((string Key, decimal Value) part) => CategoryOf(part.Key) == ForecastCategory.Closed
        ? Make.Deal(part.Key, DealOutcome.Won, "2026-01-01", "2026-02-01", part.Value)
        : Make.Deal(part.Key, DealOutcome.Open, "2026-01-01", null, part.Value) with { Category = CategoryOf(part.Key), ExpectedCloseOn = Quarter.LastDay };

    private static FigureValues Figures(ForecastRollUp rollUp, RevenueDataset data)
    {
        MetricTable table = data.Evaluate([rollUp.Closed, rollUp.Commit, rollUp.BestCase, rollUp.OpenPipeline], [Quarter]);
        decimal? Of(Metric metric) => table[metric, Quarter].Magnitude;
        return new FigureValues
        {
            ["closed_only"] = Of(rollUp.Closed), ["commit_forecast"] = Of(rollUp.Commit), ["best_case_forecast"] = Of(rollUp.BestCase),
            ["open_pipeline"] = Of(rollUp.OpenPipeline),
        };
    }

    private static ForecastCategory CategoryOf(string words) => Enum.Parse<ForecastCategory>(words.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
