namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    /// <summary>Ada pays 100 a month from 5 January and 150 from 10 February; Bob pays 600 a year until 20 February.</summary>
    private static readonly RevenueDataset TwoCustomers = RevenueDataset.Build(subscriptions:
    [
        Make.Monthly("a1", "ada", 100, "2026-01-05", "2026-02-10"), Make.Monthly("a2", "ada", 150, "2026-02-10"),
        Make.Subscribed("b1", "bob", "2025-02-20", "2026-02-20", Make.Term("2025-02-20", 600) with { Interval = BillingInterval.Year }),
    ]);

    public static IEnumerable<CatalogExample> Recurring =>
    [
        // At the end of March Ada alone: 150.
        new(Revenue.Mrr, TwoCustomers, Make.Quarter(2026, 1), 150),
        // 150 x 12.
        new(Revenue.Arr, TwoCustomers, Make.Quarter(2026, 1), 1800),
    ];
}
