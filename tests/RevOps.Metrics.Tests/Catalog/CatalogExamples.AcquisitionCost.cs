using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    /// <summary>
    /// Ada's deal is won on 10 January and she pays from 5 February, after a trial; Bob, who signs an expansion on 20 February, pays since November; Cyd
    /// buys in February and pays at once, and buys again; a deal of no customer is won in February.
    /// </summary>
    private static readonly RevenueDataset Winning = RevenueDataset.Build(
        subscriptions:
        [
            Monthly("a", "ada", 100, "2026-01-05") with { TrialEnd = Day("2026-02-05") }, Monthly("b", "bob", 100, "2025-11-01"), Monthly("c", "cyd", 100, "2026-02-10"),
        ],
        deals:
        [
            Deal("d1", DealOutcome.Won, "2025-12-01", "2026-01-10", 1200) with { CustomerId = "ada" },
            Deal("d2", DealOutcome.Won, "2025-12-01", "2026-02-20", 1200) with { CustomerId = "bob", Type = DealType.Expansion },
            Deal("d4", DealOutcome.Won, "2025-12-01", "2026-02-10", 1200) with { CustomerId = "cyd" },
            Deal("d3", DealOutcome.Won, "2025-12-01", "2026-02-10", 1200) with { CustomerId = "cyd" },
            Deal("d5", DealOutcome.Won, "2025-12-01", "2026-02-11", 1200),
            Deal("d6", DealOutcome.Lost, "2025-12-01", "2026-02-11", 1200) with { CustomerId = "ada" },
        ],
        spends:
        [
            new() { From = Day("2026-01-01"), To = Day("2026-02-01"), Amount = Usd(310), Category = SpendCategory.Marketing },
            new() { From = Day("2026-02-01"), Amount = Usd(500), Category = SpendCategory.Marketing },
            new() { From = Day("2026-02-01"), Amount = Usd(300), Category = SpendCategory.Sales },
            new() { From = Day("2026-02-01"), Amount = Usd(1000), Category = SpendCategory.CustomerSuccess },
            new() { From = Day("2026-02-28"), Amount = Usd(40), Category = SpendCategory.Other },
        ]);

    public static IEnumerable<CatalogExample> AcquisitionCost
    {
        get
        {
            ReportingPeriod january = Month("2026-01"), february = Month("2026-02");
            static EvaluationOptions With(MetricPolicy policy) => new() { Policy = policy };
            return
            [
                new(Marketing.AcquisitionSpend, Winning, february, 800), new(Marketing.MarketingSpend, Winning, february, 500), new(Marketing.TotalSpend, Winning, february, 1840),
                new(Marketing.AdSpend, Winning, february, 0),
                // Ada and Cyd first pay in February: 800 / 2 and 1,840 / 2. In January nobody does.
                new(Marketing.Cac, Winning, february, 400), new(Marketing.BlendedCac, Winning, february, 920), new(Marketing.Cac, Winning, january, null),
                new(Marketing.Cac, Winning, february, 250, With(new() { CacScope = CacScope.MarketingOnly })),
                new(Marketing.Cac, Winning, february, 900, With(new() { CacScope = CacScope.Of(SpendCategory.CustomerSuccess, SpendCategory.Marketing, SpendCategory.Sales) })),
                // Ada's first won deal is of January; of February are Cyd's, of two on one day once, and the one of no customer, but not Bob's expansion.
                new(Marketing.Cac, Winning, january, 310, With(new() { CacCustomers = NewCustomerBasis.FirstWonDeal })),
                new(Marketing.Cac, Winning, february, 400, With(new() { CacCustomers = NewCustomerBasis.FirstWonDeal })),
                // January's 310 over February's two; before January nothing is known.
                new(Marketing.Cac, Winning, february, 155, With(new() { CacSpendLag = 1 })), new(Marketing.Cac, Winning, february, null, With(new() { CacSpendLag = 2 })),
                new(Marketing.BlendedCac, Winning, february, 155, With(new() { CacSpendLag = 1, CacCustomers = NewCustomerBasis.FirstWonDeal })),
            ];
        }
    }
}
