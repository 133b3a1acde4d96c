using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    /// <summary>Ada pays 100 a month from 5 January and 150 from 10 February; Bob pays 600 a year until 20 February.</summary>
    private static readonly RevenueDataset TwoCustomers = RevenueDataset.Build(subscriptions:
    [
        Monthly("a1", "ada", 100, "2026-01-05", "2026-02-10"), Monthly("a2", "ada", 150, "2026-02-10"),
        Subscribed("b1", "bob", "2025-02-20", "2026-02-20", Term("2025-02-20", 600) with { Interval = BillingInterval.Year }),
    ]);

    /// <summary>A euro is a dollar, and from 15 February 2026 on 1.20.</summary>
    private static DatasetOptions InDollars => new()
    {
        ReportingCurrency = Currency.Usd,
        ExchangeRates = new([new(Day("2024-01-01"), Currency.Eur, Currency.Usd, 1.00m), new(Day("2026-02-15"), Currency.Eur, Currency.Usd, 1.20m)]),
    };

    /// <summary>One customer a line, each doing one thing in February 2026. They open it with an MRR of 1,362 and close it with 1,467.</summary>
    private static readonly RevenueDataset Movers = RevenueDataset.Build(subscriptions:
    [
        // A third seat: 100 to 150. Another product: 80 to 110. A higher price: 60 to 75. A discount of 40 % that ends: 60 to 100. An agreed step: 90 to 110.
        Subscribed("a", "a", "2025-12-01", null, Term("2025-12-01", 50) with { Quantity = 2 }, Term("2026-02-10", 50) with { Quantity = 3 }),
        Subscribed("b1", "b", "2025-12-01", null, Term("2025-12-01", 80) with { Product = "Core" }),
        Subscribed("b2", "b", "2026-02-12", null, Term("2026-02-12", 30) with { Product = "Add-on" }),
        Subscribed("c", "c", "2025-12-01", null, Term("2025-12-01", 60), Term("2026-02-05", 75)),
        Subscribed("d", "d", "2025-11-01", null, Term("2025-11-01", 100) with { Discounts = [new() { Share = 0.4m, To = Day("2026-02-15") }] }),
        Subscribed("e", "e", "2025-12-01", null, Term("2025-12-01", 90), Term("2026-02-20", 110) with { IsContractedStep = true }),
        // Two seats less: 100 to 60. A product less: 95 to 70. A lower price: 130 to 120. A discount of 10 % that begins: 200 to 180.
        Subscribed("f", "f", "2025-12-01", null, Term("2025-12-01", 20) with { Quantity = 5 }, Term("2026-02-11", 20) with { Quantity = 3 }),
        Subscribed("g1", "g", "2025-12-01", null, Term("2025-12-01", 70) with { Product = "Core" }),
        Subscribed("g2", "g", "2025-12-01", "2026-02-16", Term("2025-12-01", 25) with { Product = "Add-on" }),
        Subscribed("h", "h", "2025-12-01", null, Term("2025-12-01", 130), Term("2026-02-06", 120)),
        Subscribed("i", "i", "2025-12-01", null, Term("2025-12-01", 200) with { Discounts = [new() { Share = 0.1m, From = Day("2026-02-10"), To = Day("2026-12-01") }] }),
        // 45 leaves of its own will, 35 is ended for what it owes, 55 goes on for nothing, and 15 leaves without a word.
        Monthly("j", "j", 45, "2025-12-01", "2026-02-14") with { Cancellations = [new() { RequestedOn = Day("2026-02-01"), IsVoluntary = true, Reason = "Price" }] },
        Monthly("k", "k", 35, "2025-12-01", "2026-02-17") with { Cancellations = [new() { RequestedOn = Day("2026-02-17"), IsVoluntary = false, Reason = "Unpaid" }] },
        Subscribed("l", "l", "2025-12-01", null, Term("2025-12-01", 55), Term("2026-02-18", 0)),
        Monthly("m", "m", 15, "2025-12-01", "2026-02-25"),
        // New for 1,200 a year; back at 65 after four months; paused with 85; goes on with 95 after a pause.
        Subscribed("n", "n", "2026-02-09", null, Term("2026-02-09", 1200) with { Interval = BillingInterval.Year }),
        Monthly("o1", "o", 40, "2025-01-01", "2025-10-01"), Monthly("o2", "o", 65, "2026-02-21"),
        Monthly("p", "p", 85, "2025-12-01") with { Pauses = [new(Day("2026-02-10"))] },
        Monthly("q", "q", 95, "2025-12-01") with { Pauses = [new(Day("2026-01-10"), Day("2026-02-12"))] },
        // 100 from one plan to another; EUR 100 whose service period begins on the 20th, at the new rate; 10 joins and is lost; 12 is lost and returns.
        Monthly("t1", "t", 100, "2025-12-01", "2026-02-08", plan: "Basic"), Monthly("t2", "t", 100, "2026-02-08", plan: "Pro"),
        Subscribed("u", "u", "2025-12-20", null, Term("2025-12-20", 0) with { Price = new Money(100, Currency.Eur) }),
        Monthly("v", "v", 10, "2026-02-03", "2026-02-22"),
        Monthly("w1", "w", 12, "2025-12-01", "2026-02-04"), Monthly("w2", "w", 12, "2026-02-19"),
    ], options: InDollars);

    /// <summary>Rob pays 50 and Sue 20 when Sue buys Rob's company on 13 February.</summary>
    private static readonly RevenueDataset Acquisition = RevenueDataset.Build(
        subscriptions: [Monthly("r", "rob", 50, "2026-01-01"), Monthly("s", "sue", 20, "2026-01-01")],
        customers: [Customer("rob"), Customer("sue")],
        customerMerges: [new() { CustomerId = "rob", IntoCustomerId = "sue", Kind = CustomerMergeKind.Acquisition, On = Day("2026-02-13") }]);

    /// <summary>Ada pays 100 a month and is credited 30 on 10 February.</summary>
    private static readonly RevenueDataset Credited = RevenueDataset.Build(
        subscriptions: [Monthly("a", "ada", 100, "2026-01-01")],
        creditNotes: [new() { Id = "n", CustomerId = "ada", IssuedOn = Day("2026-02-10"), Amount = Usd(30) }]);

    private static readonly EvaluationOptions RefundsInMrr = new() { Policy = new() { Refunds = RefundTreatment.InMrrOfPeriod } };

    private static readonly ReportingPeriod February = Month("2026-02");

    private static EvaluationOptions Only(Dimension dimension, string value) => new() { Where = [new DimensionFilter(dimension, [value])] };

    public static IEnumerable<CatalogExample> Recurring =>
    [
        // At the end of March Ada alone: 150.
        new(Revenue.Mrr, TwoCustomers, Quarter(2026, 1), 150),
        // 150 x 12.
        new(Revenue.Arr, TwoCustomers, Quarter(2026, 1), 1800),
        // What the lines below add up to: 1,362 + 110 + 155 - 95 - 172 + 77 - 85 + 95 + 20.
        new(Revenue.Mrr, Movers, February, 1467),
        // 1,467 x 12.
        new(Revenue.Arr, Movers, February, 17604),
        // a 100, b 80, c 60, d 60, e 90, f 100, g 95, h 130, i 200, j 45, k 35, l 55, m 15, p 85, t 100, u 100, w 12; q is paused.
        new(Revenue.OpeningMrr, Movers, February, 1362),
        // 1,362 x 12.
        new(Revenue.OpeningArr, Movers, February, 16344),
        // n 1,200 / 12, v 10.
        new(Revenue.NewMrr, Movers, February, 110),
        // 110 x 12.
        new(Revenue.ArrMovement(MovementKind.New), Movers, February, 1320),
        // a 50, b 30, c 15, d 40, e 20.
        new(Revenue.ExpansionMrr, Movers, February, 155),
        // 155 x 12.
        new(Revenue.ArrMovement(MovementKind.Expansion), Movers, February, 1860),
        // f 40, g 25, h 10, i 20.
        new(Revenue.ContractionMrr, Movers, February, -95),
        // 95 x 12.
        new(Revenue.ArrMovement(MovementKind.Contraction), Movers, February, -1140),
        // j 45, k 35, l 55, m 15, v 10, w 12.
        new(Revenue.ChurnedMrr, Movers, February, -172),
        // 172 x 12.
        new(Revenue.ArrMovement(MovementKind.Churn), Movers, February, -2064),
        // o 65, w 12.
        new(Revenue.ReactivationMrr, Movers, February, 77),
        // 77 x 12.
        new(Revenue.ArrMovement(MovementKind.Reactivation), Movers, February, 924),
        // p.
        new(Revenue.PausedMrr, Movers, February, -85),
        // 85 x 12.
        new(Revenue.ArrMovement(MovementKind.Pause), Movers, February, -1020),
        // q.
        new(Revenue.ResumedMrr, Movers, February, 95),
        // 95 x 12.
        new(Revenue.ArrMovement(MovementKind.Resume), Movers, February, 1140),
        // t leaves one plan for another: nothing in all, 100 of it to Pro.
        new(Revenue.TransferredMrr, Movers, February, 0),
        new(Revenue.TransferredMrr, Movers, February, 100, Only(Dimensions.Plan, "Pro")),
        // 100 x 12.
        new(Revenue.ArrMovement(MovementKind.Transfer), Movers, February, -1200, Only(Dimensions.Plan, "Basic")),
        // Rob's 50 are Sue's: nothing in all.
        new(Revenue.MrrMovement(MovementKind.Acquired), Acquisition, February, 0),
        new(Revenue.MrrMovement(MovementKind.Acquired), Acquisition, February, 50, Only(Dimensions.Customer, "sue")),
        // 50 x 12.
        new(Revenue.ArrMovement(MovementKind.Acquired), Acquisition, February, -600, Only(Dimensions.Customer, "rob")),
        // u: EUR 100 were 100 dollars and are 120.
        new(Revenue.FxMrr, Movers, February, 20),
        // 20 x 12.
        new(Revenue.ArrMovement(MovementKind.Fx), Movers, February, 240),
        // By default a credit note takes nothing off; by policy all of it off its month.
        new(Revenue.RefundedMrr, Credited, February, 0),
        new(Revenue.RefundedMrr, Credited, February, -30, RefundsInMrr),
        // Of a quarter: 30 x 12 / 3.
        new(Revenue.RefundedArr, Credited, Quarter(2026, 1), -120, RefundsInMrr),
        // By cause: a; b; c; d; e.
        new(Revenue.UpsellMrr, Movers, February, 50),
        new(Revenue.CrossSellMrr, Movers, February, 30),
        new(Revenue.PriceIncreaseMrr, Movers, February, 15),
        new(Revenue.EndedDiscountMrr, Movers, February, 40),
        new(Revenue.ContractedExpansionMrr, Movers, February, 20),
        // f; g; h; i.
        new(Revenue.DownsellMrr, Movers, February, -40),
        new(Revenue.DroppedProductMrr, Movers, February, -25),
        new(Revenue.PriceDecreaseMrr, Movers, February, -10),
        new(Revenue.BegunDiscountMrr, Movers, February, -20),
        // j; k; l; the others' cancellations say nothing.
        new(Revenue.VoluntaryChurnedMrr, Movers, February, -45),
        new(Revenue.InvoluntaryChurnedMrr, Movers, February, -35),
        new(Revenue.ChurnedToFreeMrr, Movers, February, -55),
        // 1,467 of 15 customers who pay: a to i, n, o, q, t, u, w.
        new(Revenue.Arpa, Movers, February, 97.8m),
        // 110 of n and v.
        new(Revenue.AverageSalePrice, Movers, February, 55),
        // (110 + 155 + 77) / (95 + 172).
        new(Revenue.QuickRatio, Movers, February, 342m / 267),
        // i 180, a 150, h 120, u 120, b 110, e 110, d 100, n 100, t 100 and q 95 of 1,467.
        new(Revenue.Concentration, Movers, February, 1185m / 1467),
        // 110 + 155 + 77 - 95 - 172.
        new(Revenue.NetNewMrr, Movers, February, 75),
        // 75 x 12.
        new(Revenue.NetNewArr, Movers, February, 900),
        // (1,467 - 1,362) / 1,362; before the first subscription there is no period to grow from.
        new(Revenue.MrrGrowth, Movers, February, 105m / 1362),
        new(Revenue.MrrGrowth, TwoCustomers, Month("2025-02"), null),
        // 1,800 after 600 a year before.
        new(Revenue.ArrGrowth, TwoCustomers, Quarter(2026, 1), 2),
        // 155 / 1,362.
        new(Revenue.ExpansionRate, Movers, February, 155m / 1362),
        // All of it is all of it; for the price 45 of 172.
        new(Revenue.ChurnedMrrShare, Movers, February, 1),
        new(Revenue.ChurnedMrrShare, Movers, February, 45m / 172, Only(Dimensions.ChurnReason, "Price")),
    ];
}
