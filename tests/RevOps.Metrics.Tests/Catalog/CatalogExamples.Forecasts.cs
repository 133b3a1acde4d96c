using NodaTime;

namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    private static readonly ReportingPeriod ForecastQuarter = Make.Quarter(2026, 1);

    /// <summary>
    /// Of the quarter 50 are won by 10 February; a commit of 30 is raised to 40 on 1 March, and turns into best case on 20 March; 20 are most
    /// likely; 70 are best case but move to April on 15 March; 15 have no category; 9 are omitted; a renewal of 1,000 does not count; EUR 10 are
    /// pipeline, at 1.10 when it was created.
    /// </summary>
    private static readonly RevenueDataset RolledUpDeals = RevenueDataset.Build(
        deals:
        [
            Make.Deal("won", DealOutcome.Won, "2025-12-01", "2026-02-10", 50) with { Category = ForecastCategory.Closed, ExpectedCloseOn = Make.Day("2026-02-10") },
            Foretold("commit", "2026-01-10", "2026-03-31", 40, ForecastCategory.BestCase) with
            {
                History =
                [
                    new DealChange { On = Make.Day("2026-01-10"), Amount = Make.Usd(30), Category = ForecastCategory.Commit },
                    new DealChange { On = Make.Day("2026-03-01"), Amount = Make.Usd(40) },
                    new DealChange { On = Make.Day("2026-03-20"), Category = ForecastCategory.BestCase },
                ],
            },
            Foretold("likely", "2026-01-15", "2026-03-15", 20, ForecastCategory.MostLikely),
            Foretold("moved", "2026-02-01", "2026-04-10", 70, ForecastCategory.BestCase) with
            {
                History =
                [
                    new DealChange { On = Make.Day("2026-02-01"), ExpectedCloseOn = Make.Day("2026-03-20") },
                    new DealChange { On = Make.Day("2026-03-15"), ExpectedCloseOn = Make.Day("2026-04-10") },
                ],
            },
            Foretold("none", "2026-02-01", "2026-03-01", 15, null), Foretold("omitted", "2026-02-01", "2026-03-01", 9, ForecastCategory.Omitted),
            Foretold("renewal", "2026-01-01", "2026-03-01", 1000, ForecastCategory.Commit) with { Type = DealType.Renewal },
            Foretold("euros", "2026-01-05", "2026-03-01", 0, ForecastCategory.Pipeline) with { Amount = new Money(10, Currency.Eur) },
        ],
        options: new DatasetOptions
        {
            ReportingCurrency = Currency.Usd,
            ExchangeRates = new ExchangeRates([new(Make.Day("2026-01-01"), Currency.Eur, Currency.Usd, 1.1m), new(Make.Day("2026-02-01"), Currency.Eur, Currency.Usd, 2m)]),
        });

    /// <summary>
    /// Monthly calls of Ann and Ben for the first quarter, and what they won. January: 100 and 100 forecast by day 5, 150 and 50 won. February: 120
    /// (Ann, closed 20 + commit 100; her call of 90 on the 6th is too late) and 40, won 100 and 0. March: 80 and 20, won 100 by Ann.
    /// In 2025 the won amount is 50 in odd months and 90 in even ones.
    /// </summary>
    private static readonly RevenueDataset MonthlyCalls = RevenueDataset.Build(
        deals:
        [
            .. Enumerable.Range(1, 12).Select(month => Won($"2025/{month}", new LocalDate(2025, month, 10), month % 2 == 1 ? 50 : 90, "Ann")),
            Won("a1", Make.Day("2026-01-20"), 150, "Ann"), Won("b1", Make.Day("2026-01-31"), 50, "Ben"),
            Won("a2", Make.Day("2026-02-01"), 100, "Ann"), Won("a3", Make.Day("2026-03-31"), 100, "Ann"),
        ],
        forecastSnapshots:
        [
            Call("2026-01", "2026-01-05", 100, "Ann"), Call("2026-01", "2025-12-20", 500, "Ben"), Call("2026-01", "2026-01-01", 100, "Ben"),
            Call("2026-02", "2026-02-01", 20, "Ann") with { Category = ForecastCategory.Closed }, Call("2026-02", "2026-02-03", 100, "Ann"),
            Call("2026-02", "2026-02-06", 90, "Ann"), Call("2026-02", "2026-02-02", 40, "Ben"),
            Call("2026-03", "2026-03-05", 80, "Ann"), Call("2026-03", "2026-03-05", 20, "Ben"),
        ]);

    /// <summary>The quarter's categories as two sellers gave them, the last on 20 March; Ben's best case is from the summer before.</summary>
    private static readonly RevenueDataset Submissions = RevenueDataset.Build(forecastSnapshots:
    [
        Given("2026-01-02", ForecastCategory.Commit, 999, "Ann"), Given("2026-03-20", ForecastCategory.Commit, 100, "Ann"), Given("2026-02-01", ForecastCategory.Commit, 30, "Ben"),
        Given("2026-03-20", ForecastCategory.Closed, 50, "Ann"), Given("2026-03-01", ForecastCategory.MostLikely, 7, "Ben"),
        Given("2025-07-01", ForecastCategory.BestCase, 40, "Ben"), Given("2026-03-01", ForecastCategory.Pipeline, 200, "Ann"), Given("2026-03-01", ForecastCategory.Omitted, 5, "Ann"),
        Given("2026-03-01", ForecastCategory.Commit, 5000, "Ann") with { PeriodEnd = Make.Day("2026-02-01") },
    ]);

    /// <summary>From 60 to 130 for January; 150 are won.</summary>
    private static readonly RevenueDataset Range = RevenueDataset.Build(
        deals: [Won("d", Make.Day("2026-01-20"), 150, "Ann")],
        forecastSnapshots:
        [
            Call("2026-01", "2026-01-02", 80, null) with { Quantile = 0.1m }, Call("2026-01", "2026-01-05", 60, null) with { Quantile = 0.10m },
            Call("2026-01", "2026-01-05", 130, null) with { Quantile = 0.9m }, Call("2026-01", "2026-01-05", 100, null),
            Call("2026-01", "2026-01-06", 170, null) with { Quantile = 0.9m },
        ]);

    public static IEnumerable<CatalogExample> Forecasts =>
    [
        // At the end of March: 50 won; 40 are best case by then; 20 most likely; 70 gone to April; 15 without a category; EUR 10 x 1.1; 9 omitted.
        new(Forecast.RolledUp.Closed, RolledUpDeals, ForecastQuarter, 50),
        new(Forecast.RolledUp.Commit, RolledUpDeals, ForecastQuarter, 50),
        new(Forecast.RolledUp.MostLikely, RolledUpDeals, ForecastQuarter, 50 + 20),
        new(Forecast.RolledUp.BestCase, RolledUpDeals, ForecastQuarter, 50 + 20 + 40),
        new(Forecast.RolledUp.OpenPipeline, RolledUpDeals, ForecastQuarter, 20 + 40 + 15 + 11),
        new(Forecast.RolledUp.Commit, RolledUpDeals, ForecastQuarter, 0, Single),
        new(Forecast.RolledUp.BestCase, RolledUpDeals, ForecastQuarter, 40, Single),
        new(Forecast.RolledUp.OpenPipeline, RolledUpDeals, ForecastQuarter, 15 + 11, Single),
        new(Forecast.RolledUp.Commit, RolledUpDeals, ForecastQuarter, 50 + 1000, With(new() { Deals = DealScope.AllTypes })),
        // What is known at the end of April is not known yet.
        new(Forecast.RolledUp.BestCase, RolledUpDeals, Make.Month("2026-04"), null),

        // 100 of Ann's last call and 30 of Ben's, 50 closed.
        new(Forecast.Submitted.Closed, Submissions, ForecastQuarter, 50),
        new(Forecast.Submitted.Commit, Submissions, ForecastQuarter, 50 + 100 + 30),
        new(Forecast.Submitted.MostLikely, Submissions, ForecastQuarter, 180 + 7),
        new(Forecast.Submitted.BestCase, Submissions, ForecastQuarter, 187 + 40),
        new(Forecast.Submitted.OpenPipeline, Submissions, ForecastQuarter, 130 + 7 + 40 + 200),
        new(Forecast.Submitted.Commit, Submissions, ForecastQuarter, 130, Single),
        new(Forecast.Submitted.OpenPipeline, Submissions, ForecastQuarter, 200, Single),
        new(Forecast.Submitted.Commit, Submissions, Make.Quarter(2026, 2), null),

        // February: Ann 20 + 100, Ben 40; 100 won.
        new(Forecast.Judged, MonthlyCalls, Make.Month("2026-02"), 160),
        new(Forecast.Accuracy, MonthlyCalls, Make.Month("2026-02"), 0.4m),
        new(Forecast.Bias, MonthlyCalls, Make.Month("2026-02"), 60),
        new(Forecast.RelativeBias, MonthlyCalls, Make.Month("2026-02"), 0.6m),
        new(Forecast.Accuracy, MonthlyCalls, Make.Month("2026-02"), 1 - 60 / 160m, With(new() { ForecastAccuracy = ForecastAccuracyBasis.Forecast })),
        // Ann (100 + 90) / 2 and closed 20, Ben 40.
        new(Forecast.Judged, MonthlyCalls, Make.Month("2026-02"), 155, With(new() { ForecastChoice = ForecastChoice.Average })),
        new(Forecast.Judged, MonthlyCalls, Make.Month("2026-01"), 600, With(new() { ForecastChoice = ForecastChoice.First })),
        new(Forecast.Judged, MonthlyCalls, ForecastQuarter, null),

        // Forecast 200, 160, 100; won 200, 100, 100: errors 0, 60, 0.
        new(Forecast.Mape, MonthlyCalls, ForecastQuarter, 0.2m),
        new(Forecast.Wape, MonthlyCalls, ForecastQuarter, 0.15m),
        new(Forecast.Smape, MonthlyCalls, ForecastQuarter, 2 * 60 / 260m / 3),
        new(Forecast.MeanBias, MonthlyCalls, ForecastQuarter, 20),
        new(Forecast.MeanAbsoluteError, MonthlyCalls, ForecastQuarter, 20),
        // The root of 3600 / 3.
        new(Forecast.RootMeanSquaredError, MonthlyCalls, ForecastQuarter, 34.641016151378m),
        new(Forecast.TrackingSignal, MonthlyCalls, ForecastQuarter, 3),
        // "As last month" was off by 40 in each month of 2025 but the first.
        new(Forecast.Mase, MonthlyCalls, ForecastQuarter, 0.5m),
        // The root of 1200 / 1600.
        new(Forecast.Rmsse, MonthlyCalls, ForecastQuarter, 0.866025403784m),
        // January: Ann 100 for 150, Ben 100 for 50.
        new(Forecast.OwnerWape, MonthlyCalls, Make.Month("2026-01"), 0.5m),
        new(Forecast.Wape, MonthlyCalls, Make.Month("2026-01"), 0),
        new(Forecast.Wape, MonthlyCalls, Make.Quarter(2026, 2), null),

        // 60 by day 5, too low by 90: a tenth of it. 130, too low by 20: nine tenths of it. The range is 70 wide and 20 lie outside.
        new(Forecast.LowPinballLoss, Range, Make.Month("2026-01"), 9),
        new(Forecast.HighPinballLoss, Range, Make.Month("2026-01"), 18),
        new(Forecast.RangeScore, Range, Make.Month("2026-01"), 70 + 10 * 20),
        new(Forecast.RangeScore, Range, ForecastQuarter, null),
    ];

    private static EvaluationOptions Single => With(new() { RollUp = CategoryRollUp.SingleCategory });

    private static EvaluationOptions With(MetricPolicy policy) => new() { Policy = policy };

    private static Deal Foretold(string id, string created, string expected, decimal amount, ForecastCategory? category) =>
        Make.Deal(id, DealOutcome.Open, created, null, amount) with { ExpectedCloseOn = Make.Day(expected), Category = category };

    private static Deal Won(string id, LocalDate on, decimal amount, string owner) =>
        new() { Id = id, Outcome = DealOutcome.Won, CreatedOn = on.PlusDays(-30), ClosedOn = on, Amount = Make.Usd(amount), Owner = owner };

    private static ForecastSnapshot Call(string month, string taken, decimal amount, string? owner) => new()
    {
        PeriodStart = Make.Month(month).Start, PeriodEnd = Make.Month(month).End, TakenOn = Make.Day(taken), Amount = Make.Usd(amount), Owner = owner,
    };

    private static ForecastSnapshot Given(string taken, ForecastCategory category, decimal amount, string owner) => new()
    {
        PeriodStart = ForecastQuarter.Start, PeriodEnd = ForecastQuarter.End, TakenOn = Make.Day(taken), Category = category, Amount = Make.Usd(amount), Owner = owner,
    };
}
