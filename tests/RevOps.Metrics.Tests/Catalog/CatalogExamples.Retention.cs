using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    /// <summary>Five pay 100 a month in March 2025. A year later a pays as much, b 180, c 60, e EUR 100; d has left, and f has joined at 500.</summary>
    private static readonly RevenueDataset Cohort = RevenueDataset.Build(subscriptions:
    [
        Monthly("a", "a", 100, "2025-01-01"),
        Subscribed("b", "b", "2025-01-01", null, Term("2025-01-01", 100), Term("2025-09-01", 180)),
        Subscribed("c", "c", "2025-01-01", null, Term("2025-01-01", 100), Term("2025-06-01", 60)),
        Monthly("d", "d", 100, "2025-01-01", "2025-11-01"),
        Subscribed("e", "e", "2025-01-01", null, Term("2025-01-01", 0) with { Price = new Money(100, Currency.Eur) }),
        Monthly("f", "f", 500, "2025-07-15"),
    ], options: InDollars);

    private const decimal LostShare = 4m / 18;

    public static IEnumerable<CatalogExample> Retention =>
    [
        // a to i, n to q, t, u and w; p is paused and stays one.
        new(Success.Customers, Movers, February, 16),
        // 16 without p.
        new(Success.PayingCustomers, Movers, February, 15),
        // a to m, p, q, t, u, w; q is paused and one.
        new(Success.OpeningCustomers, Movers, February, 18),
        // n and v; o was one before.
        new(Success.NewCustomers, Movers, February, 2),
        // j, k, l, m, v, w.
        new(Success.ChurnedCustomers, Movers, February, 6),
        // j, k, l, m.
        new(Success.LostCustomers, Movers, February, 4),
        // 18 - 4.
        new(Success.RetainedCustomers, Movers, February, 14),
        // v.
        new(Success.JoinedAndLostCustomers, Movers, February, 1),
        // w.
        new(Success.LostAndReturnedCustomers, Movers, February, 1),
        // 4 of 18.
        new(Success.CustomerChurnRate, Movers, February, LostShare),
        // The period is a month.
        new(Success.MonthlyCustomerChurnRate, Movers, February, LostShare),
        // 1 - (14 / 18)^12.
        new(Success.AnnualCustomerChurnRate, Movers, February, 1 - (Power(7, 12) / Power(9, 12))),
        // 1 / (4 / 18) months.
        new(Success.CustomerLifetime, Movers, February, 4.5m),
        // 14 of 18.
        new(Success.LogoRetention, Movers, February, 14m / 18),
        // a 100, b at most 100, c 60, e 100 at the rate of the open, of 500.
        new(Success.GrossRevenueRetention, Cohort, Month("2026-03"), 0.72m),
        // a 100, b 180, c 60, e 100, of 500; f was not there.
        new(Success.NetRevenueRetention, Cohort, Month("2026-03"), 0.88m),
        // In twelve months less than the records have nobody can say.
        new(Success.NetRevenueRetention, Cohort, Month("2025-06"), null),
        // Contracted 95, left 45 + 35 + 55 + 15, and paused 85, of 1,362; w is back.
        new(Success.GrossRevenueChurnRate, Movers, February, 330m / 1362),
        // 330 less an expansion of 155; what is new, o and the euro make nothing good.
        new(Success.NetRevenueChurnRate, Movers, February, 175m / 1362),
    ];

    private static decimal Power(decimal number, int times) => Enumerable.Repeat(number, times).Aggregate((product, factor) => product * factor);
}
