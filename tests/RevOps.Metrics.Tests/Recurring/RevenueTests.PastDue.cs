using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed partial class RevenueTests
{
    private static readonly Metric[] Recovery = [Revenue.RecoveredMrr, Revenue.LostPastDueMrr, Revenue.PastDueRecoveryRate, Revenue.PastDueLossRate];

    /// <summary>An invoice of a subscription over 100 that was due on 20 January.</summary>
    private static Invoice Owed(string subscription, string? paid = null) => new()
    {
        Id = $"i {subscription}", CustomerId = subscription, SubscriptionId = subscription, IssuedOn = Day("2026-01-01"), DueOn = Day("2026-01-20"),
        PaidOn = paid is null ? null : Day(paid), Amount = Usd(100),
    };

    /// <summary>Recovered, lost, and both rates in February 2026.</summary>
    private static decimal?[] RecoveryOf(Subscription subscription, Invoice invoice, params IEnumerable<CreditNote> notes) =>
        [.. RevenueDataset.Build(subscriptions: [subscription], invoices: [invoice], creditNotes: notes).Evaluate(Recovery, [Month("2026-02")]).Results.Select(result => result.Magnitude)];

    private static Subscription ByInvoice(string? end = null) => Monthly("a", "a", 100, "2026-01-01", end) with { Collection = PaymentCollection.Invoice };

    [Fact]
    public void What_was_past_due_is_recovered_lost_or_open_still()
    {
        Assert.Equal([100, 0, 1, 0], RecoveryOf(ByInvoice(), Owed("a", paid: "2026-02-28")));
        Assert.Equal([0, 0, 0, 0], RecoveryOf(ByInvoice(), Owed("a", paid: "2026-03-01")));
        Assert.Equal([0, 100, 0, 1], RecoveryOf(ByInvoice(end: "2026-02-10"), Owed("a", paid: "2026-02-11")));
    }

    [Fact]
    public void Paid_on_the_day_that_the_service_ends_is_recovered() =>
        Assert.Equal([100, 0, 1, 0], RecoveryOf(ByInvoice(end: "2026-02-10"), Owed("a", paid: "2026-02-10")));

    [Fact]
    public void Paid_after_it_was_churned_stays_lost_and_comes_back_as_a_reactivation()
    {
        Subscription automatic = Monthly("a", "a", 100, "2026-01-01");
        Assert.Equal([0, 100, 0, 1], RecoveryOf(automatic, Owed("a", paid: "2026-02-25")));
        Assert.Equal(100, RevenueDataset.Build(subscriptions: [automatic], invoices: [Owed("a", paid: "2026-02-25")]).Evaluate(Revenue.ReactivationMrr, [Month("2026-02")]).Results[0].Magnitude);
    }

    [Fact]
    public void A_debt_forgiven_in_full_is_settled() =>
        Assert.Equal([100, 0, 1, 0], RecoveryOf(ByInvoice(), Owed("a"), new CreditNote { Id = "n", CustomerId = "a", InvoiceId = "i a", IssuedOn = Day("2026-02-10"), Amount = Usd(100) }));

    [Fact]
    public void A_pause_neither_recovers_nor_loses() =>
        Assert.Equal([0, 0, 0, 0], RecoveryOf(ByInvoice() with { Pauses = [new(Day("2026-02-10"))] }, Owed("a")));

    [Fact]
    public void Going_on_for_nothing_is_no_way_to_pay() =>
        Assert.Equal([0, 100, 0, 1], RecoveryOf(ByInvoice() with { Terms = [Term("2026-01-01", 100), Term("2026-02-10", 0)] }, Owed("a", paid: "2026-02-20")));

    [Fact]
    public void What_is_recovered_is_what_was_paid_at_the_open_whatever_the_price_became() =>
        Assert.Equal([100, 0, 1, 0], RecoveryOf(ByInvoice() with { Terms = [Term("2026-01-01", 100), Term("2026-02-10", 130)] }, Owed("a", paid: "2026-02-20")));

    [Fact]
    public void Past_due_anew_after_a_payment_was_recovered_before()
    {
        Subscription two = ByInvoice();
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [two], invoices: [Owed("a", paid: "2026-02-05"), Owed("a") with { Id = "j", DueOn = Day("2026-02-10") }]);
        MetricTable table = data.Evaluate([Revenue.RecoveredMrr, Revenue.PastDueMrr], [Month("2026-02")]);
        Assert.Equal([100, 100], table.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void Without_a_debt_at_the_open_there_is_no_rate() => Assert.Equal(
        "no MRR was past due at the open",
        RevenueDataset.Build(subscriptions: [ByInvoice()], invoices: [Owed("a")]).Evaluate(Revenue.PastDueLossRate, [Month("2026-01")]).Results[0].UndefinedReason);
}
