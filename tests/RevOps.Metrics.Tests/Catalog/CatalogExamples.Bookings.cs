namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    /// <summary>Deals of all types won in February, and one each that was lost and that was won in March.</summary>
    private static readonly RevenueDataset Signed = RevenueDataset.Build(
        deals:
        [
            // Two years of EUR 1000 and EUR 200 once, at 1.10.
            Make.Deal("new", DealOutcome.Won, "2026-01-05", "2026-02-10", null) with { Amount = Eur(1000), TermMonths = 24, OneTimeAmount = Eur(200) },
            Make.Deal("expansion", DealOutcome.Won, "2026-01-05", "2026-02-28", 600) with { Type = DealType.Expansion, TotalContractValue = Make.Usd(1500), TermMonths = 12 },
            // Of unknown term and value.
            Make.Deal("renewal", DealOutcome.Won, "2026-01-05", "2026-02-01", 5000) with { Type = DealType.Renewal },
            // 1200 a year for half a year.
            Make.Deal("half", DealOutcome.Won, null, "2026-02-15", 1200) with { Type = DealType.Renewal, TermMonths = 6 },
            Make.Deal("lost", DealOutcome.Lost, "2026-01-05", "2026-02-10", 70) with { TotalContractValue = Make.Usd(70) },
            Make.Deal("later", DealOutcome.Won, "2026-01-05", "2026-03-01", 80) with { TotalContractValue = Make.Usd(80) },
        ],
        options: InEuros);

    public static IEnumerable<CatalogExample> Bookings =>
    [
        // 1100 + 600 + 5000 + 1200.
        new(Sales.Bookings, Signed, Make.Month("2026-02"), 7900),
        new(Sales.NewBookings, Signed, Make.Month("2026-02"), 1100),
        new(Sales.ExpansionBookings, Signed, Make.Month("2026-02"), 600),
        new(Sales.RenewalBookings, Signed, Make.Month("2026-02"), 6200),
        // new 2 x 1100 + 220, expansion as given, half 1200 x 6 / 12; the value of the renewal is unknown.
        new(Sales.ContractBookings, Signed, Make.Month("2026-02"), 2420 + 1500 + 600),
        new(Sales.NewContractBookings, Signed, Make.Month("2026-02"), 2420),
        new(Sales.ExpansionContractBookings, Signed, Make.Month("2026-02"), 1500),
        new(Sales.RenewalContractBookings, Signed, Make.Month("2026-02"), 600),
    ];
}
