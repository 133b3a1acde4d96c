using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed partial class RevenueTests
{
    /// <summary>A year of 1,200 is served from 10 January, invoiced on the 12th, paid on 5 February, and recognised by the month.</summary>
    private static readonly RevenueDataset OneContract = RevenueDataset.Build(
        subscriptions: [Subscribed("a", "a", "2026-01-10", null, Term("2026-01-10", 1200) with { Interval = BillingInterval.Year })],
        invoices: [new() { Id = "1", CustomerId = "a", SubscriptionId = "a", IssuedOn = Day("2026-01-12"), Amount = Usd(1200) }],
        payments: [new() { Id = "p", CustomerId = "a", InvoiceId = "1", On = Day("2026-02-05"), Amount = Usd(1200) }],
        financialFigures:
        [
            new() { On = Day("2026-01-31"), Account = FinancialAccount.Revenue, Amount = Usd(72) }, new() { On = Day("2026-02-28"), Account = FinancialAccount.Revenue, Amount = Usd(92) },
        ],
        options: new()
        {
            Coverage = new[] { RecordType.Invoice, RecordType.Payment }.ToDictionary(type => type, _ => new Coverage(Day("2026-01-01"))),
        });

    [Fact]
    public void One_contract_is_four_different_numbers()
    {
        Metric[] revenues = [Revenue.Mrr, Revenue.RecognisedRevenue, Revenue.InvoicedRevenue, Revenue.CollectedRevenue];
        MetricTable table = OneContract.Evaluate(revenues, [Month("2026-01"), Month("2026-02")]);
        Assert.Equal([100, 72, 1200, 0, 100, 92, 0, 1200], table.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void What_was_never_given_is_not_known()
    {
        RevenueDataset none = RevenueDataset.Build(
            subscriptions: [Monthly("a", "a", 100, "2026-01-01")], creditNotes: [new() { Id = "n", CustomerId = "a", IssuedOn = Day("2026-01-20"), Amount = Usd(5) }]);
        MetricTable table = none.Evaluate([Revenue.RecognisedRevenue, Revenue.InvoicedRevenue, Revenue.CollectedRevenue], [Month("2026-01")]);
        Assert.Equal(["no financial figures were given", "no invoices were given", "no payments were given"], table.Results.Select(result => result.UndefinedReason));
    }

    [Fact]
    public void Without_credit_notes_what_was_invoiced_is_known_all_the_same() =>
        Assert.Equal(1200, OneContract.Evaluate(Revenue.InvoicedRevenue, [Month("2026-01")]).Results[0].Magnitude);

    [Fact]
    public void Figures_from_the_books_name_no_customer()
    {
        MeasureRefusedException refused = Assert.Throws<MeasureRefusedException>(() => OneContract.Evaluate(Revenue.RecognisedRevenue, [Month("2026-01")], [Dimensions.Customer]));
        Assert.Contains("Figures has no path to the dimension 'customer'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bills_are_of_the_customer_that_a_duplicate_is_and_of_its_segment_on_their_day()
    {
        RevenueDataset data = RevenueDataset.Build(
            customers: [Customer("a", Segment("SMB"), Segment("Enterprise", "2026-01-20")), Customer("b")],
            customerMerges: [new() { CustomerId = "b", IntoCustomerId = "a", Kind = CustomerMergeKind.Duplicate }],
            invoices: [new() { Id = "1", CustomerId = "b", IssuedOn = Day("2026-01-12"), Amount = Usd(100) }],
            payments: [new() { Id = "p", CustomerId = "a", On = Day("2026-01-20"), Amount = Usd(100) }]);
        MetricTable table = data.Evaluate([Revenue.InvoicedRevenue, Revenue.CollectedRevenue], [Month("2026-01")], [Dimensions.Customer, Dimensions.Segment]);
        Assert.Equal([Cell.Of("a", "Enterprise"), Cell.Of("a", "SMB")], table.Cells);
        Assert.Equal([0, 100, 100, 0], table.Results.Select(result => result.Magnitude));
    }
}
