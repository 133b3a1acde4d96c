using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    /// <summary>February 2026: trials that end well or not, and what is signed, agreed and given notice of at its close.</summary>
    private static readonly Subscription[] Prospects =
    [
        // Trials of January, charged from 3 February and left on 8 February, the day it would have been.
        Tried("a", 50, "2026-01-20", "2026-02-03"), Tried("f", 20, "2026-01-25", "2026-02-08", end: "2026-02-08"),
        // Of February: left before its end, charged from the 19th, and still running at the close.
        Tried("b", 40, "2026-02-10", "2026-02-24", end: "2026-02-18"), Tried("e", 30, "2026-02-05", "2026-02-19"), Tried("c", 80, "2026-02-20", "2026-03-06"),
        // Signed for March at 120; 100 that will be 150; 60 whose end in March is known.
        Monthly("g", "g", 120, "2026-03-01") with { SignedOn = Day("2026-02-15") },
        Subscribed("h", "h", "2026-01-01", null, Term("2026-01-01", 100), Term("2026-04-01", 150) with { IsContractedStep = true }),
        Monthly("i", "i", 60, "2026-01-01", "2026-03-31") with { Cancellations = [new() { RequestedOn = Day("2026-02-20") }] },
    ];

    private static readonly RevenueDataset Trials = RevenueDataset.Build(subscriptions: Prospects);

    /// <summary>The same records as they stood when February was over.</summary>
    private static readonly RevenueDataset TrialsKnownToFebruary = RevenueDataset.Build(
        subscriptions: Prospects,
        options: new() { Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Subscription] = new(Day("2026-01-01"), Day("2026-03-01")) } });

    /// <summary>MRR of 260 is past due when February 2026 opens; invoices are collected automatically unless it says otherwise.</summary>
    private static readonly RevenueDataset PastDue = RevenueDataset.Build(
        subscriptions:
        [
            Monthly("a", "a", 100, "2026-01-01"), Monthly("b", "b", 80, "2026-01-01"), ByInvoice("c", 50), Monthly("d", "d", 40, "2026-01-01"),
            ByInvoice("e", 30) with { End = Day("2026-02-12") },
        ],
        invoices:
        [
            // Paid in two parts, the second on 5 February. Never paid, and churned 30 days after it was due. Never paid. Due and paid in February.
            Owed("a", 100, "2026-01-20"), Owed("b", 80, "2026-01-25"), Owed("c", 50, "2026-01-10"), Owed("d", 40, "2026-02-05"),
            // Never paid, by a customer who leaves on the 12th.
            Owed("e", 30, "2026-01-05"),
        ],
        payments: [Paid("a", 60, "2026-01-28"), Paid("a", 40, "2026-02-05"), Paid("d", 40, "2026-02-20")]);

    private static readonly RevenueDataset Discounts = RevenueDataset.Build(subscriptions:
    [
        AtDiscount("a", 100, new() { Share = 0.2m, To = Day("2026-07-01") }), Monthly("b", "b", 50, "2026-01-01"),
        AtDiscount("c", 30, new() { Share = 1, To = Day("2027-01-01") }), AtDiscount("d", 30, new() { Share = 1, From = Day("2026-02-01"), To = Day("2026-03-01") }),
    ]);

    private static readonly EvaluationOptions TrialsByEnd = new() { Policy = new() { TrialConversion = TrialConversionBasis.EndedInPeriod } };

    private static Subscription AtDiscount(string id, decimal price, Discount discount) =>
        Subscribed(id, id, "2026-01-01", null, Term("2026-01-01", price) with { Discounts = [discount] });

    public static IEnumerable<CatalogExample> States =>
    [
        // c.
        new(Revenue.TrialMrr, Trials, February, 80),
        // b, c and e.
        new(Success.TrialsStarted, Trials, February, 3),
        // c and e of the three; while c still runs, nobody can say.
        new(Revenue.TrialConversion, Trials, February, 2m / 3),
        new(Revenue.TrialConversion, TrialsKnownToFebruary, February, null),
        // Of a, b, e and f, which ended in February, a and e.
        new(Revenue.TrialConversion, Trials, February, 0.5m, TrialsByEnd),
        new(Revenue.TrialConversion, TrialsKnownToFebruary, February, 0.5m, TrialsByEnd),
        // g.
        new(Revenue.SignedMrr, Trials, February, 120),
        // h: 150 - 100.
        new(Revenue.ContractedStepMrr, Trials, February, 50),
        // i.
        new(Revenue.EndingMrr, Trials, February, -60),
        // MRR of a 50, e 30, h 100 and i 60, and then 120 + 50 - 60.
        new(Revenue.CommittedMrr, Trials, February, 350),
        // A fifth of 100 for half a year, all of 30 for a year; the free month of the other 30 is over in a month and none of MRR.
        new(Revenue.DiscountedMrr, Discounts, February, 50),
        // MRR of 80 + 50 + 30.
        new(Sales.DiscountRate, Discounts, February, 50m / 210),
        new(Sales.DiscountRate, Discounts, February, 80m / 210, new() { Policy = new() { Ledger = new() { Discounts = DiscountTreatment.All } } }),
        new(Sales.DiscountRate, Discounts, February, 0, new() { Policy = new() { Ledger = new() { Discounts = DiscountTreatment.None } } }),
        // c; b is churned on 24 February.
        new(Revenue.PastDueMrr, PastDue, February, 50),
        // a.
        new(Revenue.RecoveredMrr, PastDue, February, 100),
        // b and e.
        new(Revenue.LostPastDueMrr, PastDue, February, 110),
        // 100 of a 100, b 80, c 50 and e 30; d fell due later.
        new(Revenue.PastDueRecoveryRate, PastDue, February, 100m / 260),
        // 110 of them.
        new(Revenue.PastDueLossRate, PastDue, February, 110m / 260),
        // Nothing was past due when January opened.
        new(Revenue.PastDueRecoveryRate, PastDue, Month("2026-01"), null),
    ];

    private static Subscription Tried(string id, decimal price, string start, string firstPaid, string? end = null) =>
        Monthly(id, id, price, start, end) with { TrialEnd = Day(firstPaid) };

    private static Subscription ByInvoice(string id, decimal price) => Monthly(id, id, price, "2026-01-01") with { Collection = PaymentCollection.Invoice };

    private static Invoice Owed(string id, decimal amount, string due) =>
        new() { Id = id, CustomerId = id, SubscriptionId = id, IssuedOn = Day("2026-01-01"), DueOn = Day(due), Amount = Usd(amount) };

    private static Payment Paid(string invoice, decimal amount, string on) =>
        new() { Id = $"{invoice} {on}", CustomerId = invoice, InvoiceId = invoice, On = Day(on), Amount = Usd(amount) };
}
