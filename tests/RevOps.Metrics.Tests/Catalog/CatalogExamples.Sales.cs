namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    private static readonly EvaluationOptions AllDeals = new() { Policy = new() { Deals = DealScope.AllTypes } };

    /// <summary>
    /// Ada was won on 15 February, Bea lost to no decision, Dan lost to price; Cy and Hal are open. Eve is a renewal, Fay void, and of Gus, won on
    /// 30 March, neither creation nor amount is known. A euro is 1.10 dollars and from March on 1.20.
    /// </summary>
    private static readonly RevenueDataset Pipeline = RevenueDataset.Build(
        deals:
        [
            Make.Deal("ada", DealOutcome.Won, "2025-12-01", "2026-02-15", 12_000) with
            {
                History =
                [
                    new() { On = Make.Day("2025-12-01"), Stage = "Qualified", Amount = Make.Usd(10_000), Category = ForecastCategory.Pipeline, Owner = "Ann" },
                    new() { On = Make.Day("2025-12-20"), Stage = "Demo" },
                    new() { On = Make.Day("2026-01-03"), Stage = "Proposal", Amount = Make.Usd(12_000), Category = ForecastCategory.Commit },
                    new() { On = Make.Day("2026-02-15"), Stage = "Closed Won", Category = ForecastCategory.Closed },
                ],
            },
            Make.Deal("bea", DealOutcome.Lost, "2026-01-10", "2026-03-20", null) with
            {
                Amount = new Money(5_000, Currency.Eur), LostReason = "No Decision",
                History =
                [
                    new() { On = Make.Day("2026-01-10"), Stage = "Qualified", Amount = new Money(5_000, Currency.Eur) },
                    new() { On = Make.Day("2026-02-09"), Stage = "Proposal" }, new() { On = Make.Day("2026-03-01"), Stage = "Demo" },
                ],
            },
            Make.Deal("cy", DealOutcome.Open, "2026-02-01", null, 8_000) with
            {
                Stage = "Demo",
                History =
                [
                    new() { On = Make.Day("2026-02-01"), Stage = "Qualified" }, new() { On = Make.Day("2026-02-01"), Stage = "Demo" },
                    new() { On = Make.Day("2026-02-20"), Owner = "Ben" },
                ],
            },
            Make.Deal("dan", DealOutcome.Lost, "2025-12-15", "2026-01-31", 4_000) with
            {
                LostReason = "price", History = [new() { On = Make.Day("2025-12-15"), Stage = "Qualified", Category = ForecastCategory.Commit }],
            },
            Make.Deal("eve", DealOutcome.Won, "2026-03-01", "2026-03-10", 50_000) with { Type = DealType.Renewal },
            Make.Deal("fay", DealOutcome.Void, "2026-01-02", "2026-01-03", 1_000) with { History = [new() { On = Make.Day("2026-01-02"), Stage = "Demo" }] },
            Make.Deal("gus", DealOutcome.Won, null, "2026-03-30", null),
            Make.Deal("hal", DealOutcome.Open, "2026-03-25", null, 20_000) with { Stage = "Qualified" },
        ],
        leads:
        [
            new() { Id = "l1", FirstTouchOn = Make.Day("2025-11-01"), SalesQualifiedOn = Make.Day("2025-11-21"), DealId = "ada" },
            new() { Id = "l2", FirstTouchOn = Make.Day("2025-12-01"), DealId = "ada" },
        ],
        options: new()
        {
            ReportingCurrency = Currency.Usd, Stages = ["Qualified", "Demo", "Proposal"],
            ExchangeRates = new(
            [
                new(Make.Day("2025-01-01"), Currency.Eur, Currency.Usd, 1.1m), new(Make.Day("2026-03-01"), Currency.Eur, Currency.Usd, 1.2m),
            ]),
        });

    private static readonly Assumptions Probabilities = Assumptions.None
        .With(Sales.StageProbability, Dimensions.Stage, "Qualified", new Ratio(0.1m)).With(Sales.StageProbability, Dimensions.Stage, "Demo", new Ratio(0.3m))
        .With(Sales.StageProbability, Dimensions.Stage, "Proposal", new Ratio(0.6m));

    public static IEnumerable<CatalogExample> ClosedDeals =>
    [
        // Ada and Gus; Eve is a renewal.
        new(Sales.WonDeals, Pipeline, Make.Quarter(2026, 1), 2),
        new(Sales.WonDeals, Pipeline, Make.Quarter(2026, 1), 3, AllDeals),
        // Bea and Dan; Fay is void.
        new(Sales.LostDeals, Pipeline, Make.Quarter(2026, 1), 2),
        // Ada's 12,000; Gus has no amount.
        new(Sales.WonAmount, Pipeline, Make.Quarter(2026, 1), 12_000),
        // 5,000 x 1.20 on 20 March, and 4,000.
        new(Sales.LostAmount, Pipeline, Make.Quarter(2026, 1), 10_000),
        // Bea, Cy and Hal.
        new(Sales.CreatedDeals, Pipeline, Make.Quarter(2026, 1), 3),
        // 2 / (2 + 2).
        new(Sales.WinRate, Pipeline, Make.Quarter(2026, 1), 0.5m),
        // 12,000 / (12,000 + 10,000).
        new(Sales.WinRate, Pipeline, Make.Quarter(2026, 1), 12m / 22, new() { Policy = new() { WinRate = WinRateBasis.Value } }),
        // Of Ada and Dan, created in the fourth quarter, Ada was won.
        new(Sales.WinRate, Pipeline, Make.Quarter(2025, 4), 0.5m, new() { Policy = new() { WinRate = WinRateBasis.CreatedCohort } }),
        // 2 / (2 + 2 - 1): Bea did not decide.
        new(Sales.WinRate, Pipeline, Make.Quarter(2026, 1), 2m / 3, new() { Policy = new() { WinRate = WinRateBasis.WithoutNoDecision } }),
        // 12,000 / 1: Gus has no amount.
        new(Sales.AverageDealSize, Pipeline, Make.Quarter(2026, 1), 12_000),
        // Ada: 31 days of December, 31 of January, 14 of February.
        new(Sales.SalesCycle, Pipeline, Make.Quarter(2026, 1), 76),
        // From Ada's first lead on 1 November, 30 days more.
        new(Sales.SalesCycle, Pipeline, Make.Quarter(2026, 1), 106, new() { Policy = new() { SalesCycle = SalesCycleBasis.WonFromLead } }),
        // From its qualification on 21 November.
        new(Sales.SalesCycle, Pipeline, Make.Quarter(2026, 1), 86, new() { Policy = new() { SalesCycle = SalesCycleBasis.WonFromQualified } }),
        // (76 + Bea's 69 + Dan's 47) / 3.
        new(Sales.SalesCycle, Pipeline, Make.Quarter(2026, 1), 64, new() { Policy = new() { SalesCycle = SalesCycleBasis.AllClosed } }),
        new(Sales.MedianSalesCycle, Pipeline, Make.Quarter(2026, 1), 76),
        // The middle of 47, 69 and 76.
        new(Sales.MedianSalesCycle, Pipeline, Make.Quarter(2026, 1), 69, new() { Policy = new() { SalesCycle = SalesCycleBasis.AllClosed } }),
        // All of it in February: Gus has no amount.
        new(Sales.WonInFirstThird, Pipeline, Make.Quarter(2026, 1), 0),
        new(Sales.WonInSecondThird, Pipeline, Make.Quarter(2026, 1), 1),
        // The first ten of thirty days.
        new(Sales.WonInFirstThird, Pipeline, ReportingPeriod.Between(Make.Day("2026-02-14"), Make.Day("2026-03-16")), 1),
        // Eve's 50,000 of 62,000.
        new(Sales.WonInLastThird, Pipeline, Make.Quarter(2026, 1), 50m / 62, AllDeals),
        // 15 February lies in the second of 9, 9 and 10 days.
        new(Sales.WonInSecondThird, Pipeline, Make.Month("2026-02"), 1),
        new(Sales.WonInLastThird, Pipeline, Make.Month("2026-01"), null),
    ];

    public static IEnumerable<CatalogExample> OpenPipelines =>
    [
        // Cy and Hal.
        new(Sales.OpenDeals, Pipeline, Make.Quarter(2026, 1), 2),
        // Ada, Bea and Gus; Dan closed on the 31st.
        new(Sales.OpenDeals, Pipeline, Make.Month("2026-01"), 3),
        // 8,000 + 20,000.
        new(Sales.OpenPipeline, Pipeline, Make.Quarter(2026, 1), 28_000),
        // Ada's 12,000, known since 3 January, and Bea's 5,000 x 1.10.
        new(Sales.OpenPipeline, Pipeline, Make.Month("2026-01"), 17_500),
        // 2 open deals x 12,000 x 0.5 / 76 days.
        new(Sales.PipelineVelocity, Pipeline, Make.Quarter(2026, 1), 12_000m / 76),
        // Cy's 8,000 x 0.3 and Hal's 20,000 x 0.1.
        new(Sales.WeightedPipeline, Pipeline, Make.Quarter(2026, 1), 4_400, new() { Assumptions = Probabilities }),
        // Ada's 12,000 x 0.6 and Bea's 5,500 x 0.1; Gus has no stage, but no amount either.
        new(Sales.WeightedPipeline, Pipeline, Make.Month("2026-01"), 7_750, new() { Assumptions = Probabilities }),
        // Bea's 5,500 x 0.6, in proposal since 9 February, and Cy's 8,000 x 0.4.
        new(Sales.WeightedPipeline, Pipeline, Make.Month("2026-02"), 6_500, new()
        {
            Assumptions = Probabilities.With(Sales.StageProbability, Dimensions.Stage, "Demo", new Ratio(0.4m), from: Make.Day("2026-02-28")),
        }),
        new(Sales.WeightedPipeline, Pipeline, Make.Quarter(2026, 1), null),
        // Cy, last changed on 20 February; Hal is new.
        new(Sales.StaleDeals, Pipeline, Make.Quarter(2026, 1), 1),
        // Gus, of whom nothing was ever told.
        new(Sales.StaleDeals, Pipeline, Make.Month("2026-02"), 1),
        // Ada and Dan were in commit at the end of 5 January, and Ada was won.
        new(Sales.CommitConversion, Pipeline, Make.Quarter(2026, 1), 0.5m),
        new(Sales.CommitConversion, Pipeline, Make.Month("2026-01"), 0),
        new(Sales.CommitConversion, Pipeline, Make.Month("2026-03"), null),
    ];

    public static IEnumerable<CatalogExample> Stages =>
    [
        // Ada proposal; Bea qualified, proposal and demo; Cy demo, as qualified was passed on the same day.
        new(Sales.StageEntries, Pipeline, Make.Quarter(2026, 1), 5),
        // Ada's proposal was won and Bea went on from qualified.
        new(Sales.StageConversion, Pipeline, Make.Quarter(2026, 1), 0.4m),
        // These two, and Ada from her demo of December.
        new(Sales.StageConversion, Pipeline, Make.Quarter(2026, 1), 0.6m, new() { Policy = new() { StageConversion = StageConversionBasis.Flow } }),
        new(Sales.StageConversion, Pipeline, Make.Quarter(2025, 3), null),
        // Cy's demo.
        new(Sales.UndecidedStageEntries, Pipeline, Make.Quarter(2026, 1), 1),
        // (Ada's 14 and 43 + Bea's 30, 20 and 19 + Dan's 47) / 6.
        new(Sales.TimeInStage, Pipeline, Make.Quarter(2026, 1), 173m / 6),
        // Between 20 and 30 of 14, 19, 20, 30, 43 and 47.
        new(Sales.MedianTimeInStage, Pipeline, Make.Quarter(2026, 1), 25),
        // Cy's demo; when Hal came to qualified nobody told.
        new(Sales.OpenStageVisits, Pipeline, Make.Quarter(2026, 1), 1),
    ];
}
