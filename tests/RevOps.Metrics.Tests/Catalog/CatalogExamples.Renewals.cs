using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    /// <summary>Contracts of a year around January 2026, by records that end on 19 February; g pays by the month and is never due.</summary>
    private static readonly RevenueDataset Contracts = RevenueDataset.Build(
        subscriptions:
        [
            // Due on 10 January and renewed on 20 December for more; on 15 January for less; ended on 5 January and taken up on the 25th for more.
            ByYear("a", "a", 1000, "2025-01-10", "2026-01-10"), ByYear("a2", "a", 1500, "2025-12-20") with { RenewsId = "a" },
            Subscribed("b", "b", "2025-01-15", null, Yearly("2025-01-15", 1000), Yearly("2026-01-15", 600)),
            ByYear("c", "c", 1000, "2025-01-05", "2026-01-05"), ByYear("c2", "c", 1200, "2026-01-25"),
            // Ended on 20 January, 31 days before the records do; on 25 January, 26 days before; and on 10 November.
            ByYear("d", "d", 1000, "2025-01-20", "2026-01-20"), ByYear("e", "e", 800, "2025-01-25", "2026-01-25"), ByYear("f", "f", 1000, "2024-11-10", "2025-11-10"),
            Monthly("g", "g", 100, "2025-01-01", "2026-01-10"),
        ],
        options: new() { Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Subscription] = new(Day("2024-01-01"), Day("2026-02-20")) } });

    private static readonly ReportingPeriod January = Month("2026-01");

    public static IEnumerable<CatalogExample> Renewals =>
    [
        // a, b, c, d and e.
        new(Success.ContractsDue, Contracts, January, 5),
        // a, b and c.
        new(Success.RenewedContracts, Contracts, January, 3),
        // a; b; c, 20 days late.
        new(Success.EarlyRenewals, Contracts, January, 1),
        new(Success.OnTimeRenewals, Contracts, January, 1),
        new(Success.LateRenewals, Contracts, January, 1),
        // d: its 30 days of grace are over.
        new(Success.LostContracts, Contracts, January, 1),
        // e: its are not.
        new(Success.PendingContracts, Contracts, January, 1),
        // 4 x 1,000 + 800.
        new(Success.DueArr, Contracts, January, 4800),
        // 1,500 + 600 + 1,200.
        new(Success.RenewedArr, Contracts, January, 3300),
        // d; e; c.
        new(Success.LostArr, Contracts, January, 1000),
        new(Success.PendingArr, Contracts, January, 800),
        new(Success.LateRenewalArr, Contracts, January, 1000),
        // 3 of the 4 renewed or lost.
        new(Success.RenewalRate, Contracts, January, 0.75m),
        // At most what it was: 1,000 + 600 + 1,000 of 4,000.
        new(Success.GrossRenewalRate, Contracts, January, 0.65m),
        // 3,300 of 4,000.
        new(Success.NetRenewalRate, Contracts, January, 0.825m),
        // From October to January 2,600 of 5,000 were kept, with f: 3,300 + 800 x 0.52.
        new(Success.RenewalForecast, Contracts, January, 3716),
        // In the fourth quarter a2 falls due with 1,500; in 2026 2,600 of 4,000 were kept so far: 1,500 x 0.65.
        new(Success.RenewalForecast, Contracts, Quarter(2026, 4), 975),
    ];

    private static Subscription ByYear(string id, string customer, decimal price, string start, string? end = null) => Subscribed(id, customer, start, end, Yearly(start, price));

    private static PriceTerm Yearly(string from, decimal price) => Term(from, price) with { Interval = BillingInterval.Year };
}
