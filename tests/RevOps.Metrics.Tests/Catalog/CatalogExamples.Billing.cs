using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    private static readonly RevenueDataset Billed = RevenueDataset.Build(
        customers: [Customer("ada", Segment("SMB")), Customer("bob", Segment("Enterprise"))],
        invoices:
        [
            // A whole year at once on the last day of January; then 40, and EUR 20 while a euro is a dollar.
            Sent("1", "ada", Usd(1200), "2026-01-31"), Sent("2", "ada", Usd(40), "2026-02-01"), Sent("3", "bob", new Money(20, Currency.Eur), "2026-02-10"),
            Sent("4", "bob", Usd(500), "2026-03-01"),
        ],
        // EUR 5 when a euro is 1.20.
        creditNotes: [new() { Id = "n", CustomerId = "bob", InvoiceId = "3", IssuedOn = Day("2026-02-20"), Amount = new Money(5, Currency.Eur) }],
        payments:
        [
            Received("1", Usd(1200), "2026-01-31"), Received("2", Usd(40), "2026-02-05"), Received("3", new Money(10, Currency.Eur), "2026-02-16"),
            // Ada is paid back 15.
            Received("4", Usd(-15), "2026-02-28"), Received("5", Usd(500), "2026-03-01"),
        ],
        financialFigures:
        [
            Booked(FinancialAccount.Revenue, 160, "2026-02-28"), Booked(FinancialAccount.Revenue, -20, "2026-02-28"),
            Booked(FinancialAccount.CostOfRevenue, 30, "2026-02-28"), Booked(FinancialAccount.Revenue, 170, "2026-03-31"),
        ],
        options: InDollars);

    public static IEnumerable<CatalogExample> Billing =>
    [
        // 160, corrected by 20; what it cost to deliver is no part of it.
        new(Revenue.RecognisedRevenue, Billed, February, 140),
        // 40 + 20 - 5 x 1.20.
        new(Revenue.InvoicedRevenue, Billed, February, 54),
        // Bob: 20 - 6.
        new(Revenue.InvoicedRevenue, Billed, February, 14, Only(Dimensions.Segment, "Enterprise")),
        // 40 + 10 x 1.20 - 15.
        new(Revenue.CollectedRevenue, Billed, February, 37),
        // 1,200 + 37 + 500.
        new(Revenue.CollectedRevenue, Billed, Quarter(2026, 1), 1737),
    ];

    private static Invoice Sent(string id, string customer, Money amount, string on) => new() { Id = id, CustomerId = customer, IssuedOn = Day(on), Amount = amount };

    private static Payment Received(string id, Money amount, string on) => new() { Id = id, CustomerId = "ada", On = Day(on), Amount = amount };

    private static FinancialFigure Booked(FinancialAccount account, decimal amount, string on) => new() { On = Day(on), Account = account, Amount = Usd(amount) };
}
