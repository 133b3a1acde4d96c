using NodaTime;

namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    /// <summary>What became of the deals expected to close in February; a euro is 1.10 dollars until the 14th and 1.20 from then on.</summary>
    private static readonly RevenueDataset BookOfFebruary = RevenueDataset.Build(
        deals:
        [
            // Expected on 20 February for 1000, raised to 1200, then pushed to March.
            Make.Deal("pushed", DealOutcome.Open, "2026-01-10", null, 1200) with
            {
                ExpectedCloseOn = Make.Day("2026-03-05"), Owner = "Ann",
                History = [Told("2026-01-10", 1000, "2026-02-20"), Told("2026-02-05", 1200), Told("2026-02-10", close: "2026-03-05")],
            },
            // Pulled in from March at EUR 100 x 1.10, lowered to EUR 90 x 1.20 = 108, won.
            Make.Deal("pulled", DealOutcome.Won, "2026-01-15", "2026-02-27", null) with
            {
                Amount = Eur(90), Owner = "Ann",
                History =
                [
                    new DealChange { On = Make.Day("2026-01-15"), Amount = Eur(100), ExpectedCloseOn = Make.Day("2026-03-10") },
                    Told("2026-02-12", close: "2026-02-25"), new DealChange { On = Make.Day("2026-02-20"), Amount = Eur(90) },
                ],
            },
            // Created and lost on one day.
            Make.Deal("short", DealOutcome.Lost, "2026-02-03", "2026-02-03", 500) with { ExpectedCloseOn = Make.Day("2026-02-28") },
            // Never expected on any day: pulled in when it is won.
            Make.Deal("sudden", DealOutcome.Won, "2026-01-05", "2026-02-11", 300) with
            {
                Owner = "Ann", Splits = [new OwnerSplit("Cem", 0.9m), new OwnerSplit("Ben", 0.1m)],
            },
            // Of unknown creation, overdue and left open.
            Make.Deal("overdue", DealOutcome.Open, null, null, 700) with { ExpectedCloseOn = Make.Day("2026-02-01") },
            // Created for 400 and raised to 450 on the same day.
            Make.Deal("late", DealOutcome.Open, "2026-02-18", null, 450) with
            {
                ExpectedCloseOn = Make.Day("2026-02-26"), History = [Told("2026-02-18", 400, "2026-02-26"), Told("2026-02-18", 450)],
            },
            // Created for April.
            Make.Deal("far", DealOutcome.Open, "2026-02-20", null, 60) with { ExpectedCloseOn = Make.Day("2026-04-01") },
            // Lost in February, but expected in March; void; a renewal.
            Make.Deal("elsewhere", DealOutcome.Lost, "2026-01-02", "2026-02-14", 900) with { ExpectedCloseOn = Make.Day("2026-03-31") },
            Make.Deal("void", DealOutcome.Void, "2026-02-01", "2026-02-16", 999) with { ExpectedCloseOn = Make.Day("2026-02-15") },
            Make.Deal("renewal", DealOutcome.Open, "2026-01-02", null, 5000) with { ExpectedCloseOn = Make.Day("2026-02-10"), Type = DealType.Renewal },
        ],
        // February has 28 of the 90 days of Ben's quarter: 1120. Dee has a quota of zero, and Ann one of renewals beside hers.
        quotas:
        [
            QuotaOf("Ann", 2000, "2026-02-01", "2026-03-01"), QuotaOf("Ben", 3600, "2026-01-01", "2026-04-01"),
            QuotaOf("Cem", 250, "2026-02-01", "2026-03-01") with { RampShare = 0.5m }, QuotaOf("Dee", 0, "2026-02-01", "2026-03-01"),
            QuotaOf("Ann", 9999, "2026-02-01", "2026-03-01") with { Measure = DealType.Renewal },
        ],
        options: InEuros);

    public static IEnumerable<CatalogExample> Bridge =>
    [
        // pushed 1000 + overdue 700.
        new(Sales.OpeningPeriodPipeline, BookOfFebruary, Make.Month("2026-02"), 1700),
        // short 500 + late 450.
        new(Sales.CreatedPeriodPipeline, BookOfFebruary, Make.Month("2026-02"), 950),
        // pulled 110 + sudden 300.
        new(Sales.PulledInPipeline, BookOfFebruary, Make.Month("2026-02"), 410),
        // pushed 1200 - 1000.
        new(Sales.IncreasedPipeline, BookOfFebruary, Make.Month("2026-02"), 200),
        // pulled 108 - 110.
        new(Sales.DecreasedPipeline, BookOfFebruary, Make.Month("2026-02"), -2),
        // pulled 108 + sudden 300.
        new(Sales.WonPipeline, BookOfFebruary, Make.Month("2026-02"), -408),
        // short.
        new(Sales.LostPipeline, BookOfFebruary, Make.Month("2026-02"), -500),
        // pushed, with the 1200 it had by then.
        new(Sales.PushedOutPipeline, BookOfFebruary, Make.Month("2026-02"), -1200),
        // overdue 700 + late 450 = 1700 + 950 + 410 + 200 - 2 - 408 - 500 - 1200.
        new(Sales.ClosingPeriodPipeline, BookOfFebruary, Make.Month("2026-02"), 1150),
        // Of the quarter: pushed 1000 + pulled 110 + short 500 + sudden none + late 450 + elsewhere 900 were created to close in it; only the overdue was there.
        new(Sales.OpeningPeriodPipeline, BookOfFebruary, Make.Quarter(2026, 1), 700),
        new(Sales.CreatedPeriodPipeline, BookOfFebruary, Make.Quarter(2026, 1), 2960),
        // short 500 + late 450 + far 60.
        new(Sales.PipelineCreated, BookOfFebruary, Make.Month("2026-02"), 1010),
        // pushed; from February to March is not out of the quarter.
        new(Sales.Pushes, BookOfFebruary, Make.Month("2026-02"), 1),
        new(Sales.Pushes, BookOfFebruary, Make.Quarter(2026, 1), 0),
        new(Sales.Slippage, BookOfFebruary, Make.Month("2026-02"), 1200m / (1700 + 950 + 410)),
        // No deal was ever expected to close in a past year.
        new(Sales.Slippage, BookOfFebruary, Make.Month("2020-02"), null),
    ];

    public static IEnumerable<CatalogExample> Quotas =>
    [
        // Ann 2000 + Ben 3600 x 28 / 90 + Cem 250 + Dee 0.
        new(Sales.Quota, BookOfFebruary, Make.Month("2026-02"), 3370),
        // Cem is at half of his capacity.
        new(Sales.RampedCapacity, BookOfFebruary, Make.Month("2026-02"), 2000 + 1120 + 125),
        // Won: EUR 90 x 1.20 + 300.
        new(Sales.QuotaAttainment, BookOfFebruary, Make.Month("2026-02"), 408m / 3370),
        new(Sales.QuotaAttainment, BookOfFebruary, Make.Month("2026-04"), null),
        // Ann has won 108 of 2000, Ben 30 of 1120, Cem 270 of 250; Dee has nothing to reach.
        new(Sales.ShareOfRepsAtQuota, BookOfFebruary, Make.Month("2026-02"), 1m / 3),
        new(Sales.PipelineCoverage, BookOfFebruary, Make.Month("2026-02"), 1700m / 3370),
        // On the evening of the 12th: pulled 110 + overdue 700 are open, and sudden is won for 300.
        new(Sales.PipelineCoverage, BookOfFebruary, Make.Month("2026-02"), 810m / (3370 - 300), new() { Policy = new() { CoverageDay = 12 } }),
        // A day after the last is the last: overdue 700 + late 450 over what 408 leave.
        new(Sales.PipelineCoverage, BookOfFebruary, Make.Month("2026-02"), 1150m / (3370 - 408), new() { Policy = new() { CoverageDay = 60 } }),
    ];

    private static DatasetOptions InEuros => new()
    {
        ReportingCurrency = Currency.Usd,
        ExchangeRates = new(
        [
            new ExchangeRate(new LocalDate(2020, 1, 1), Currency.Eur, Currency.Usd, 1.1m), new ExchangeRate(new LocalDate(2026, 2, 14), Currency.Eur, Currency.Usd, 1.2m),
        ]),
    };

    private static Money Eur(decimal amount) => new(amount, Currency.Eur);

    private static DealChange Told(string on, decimal? amount = null, string? close = null) => new()
    {
        On = Make.Day(on), Amount = amount is { } value ? Make.Usd(value) : null, ExpectedCloseOn = close is null ? null : Make.Day(close),
    };

    private static Quota QuotaOf(string? owner, decimal amount, string from, string to) =>
        new() { Owner = owner, Amount = Make.Usd(amount), PeriodStart = Make.Day(from), PeriodEnd = Make.Day(to) };
}
