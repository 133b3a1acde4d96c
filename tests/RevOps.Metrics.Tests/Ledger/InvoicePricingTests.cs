using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class InvoicePricingTests
{
    private static readonly LedgerPolicy OfInvoices = new() { Source = RevenueSource.InvoiceLines };
    private static readonly LedgerPolicy WithUsage = new() { Usage = UsageTreatment.AsInvoiced };

    /// <summary>In service all year at a price of 1 a month, which no invoice knows of.</summary>
    private static readonly Subscription Served = Monthly("s", "a", 1, "2026-01-01", "2027-01-01", "Listed");

    private static InvoiceLine Line(decimal amount, string? from = null, string? to = null, InvoiceLineKind kind = InvoiceLineKind.Recurring, string? plan = null) =>
        new() { Kind = kind, Amount = Usd(amount), From = from is null ? null : Day(from), To = to is null ? null : Day(to), Plan = plan };

    private static Invoice Bill(string id, string issued, params ReadOnlySpan<InvoiceLine> lines) => new()
    {
        Id = id, CustomerId = "a", SubscriptionId = "s", IssuedOn = Day(issued), Lines = ValueList.Create(lines),
        Amount = ValueList.Create(lines).Select(line => line.Amount).Aggregate((sum, amount) => sum + amount),
    };

    private static string[] LedgerOf(LedgerPolicy policy, Subscription subscription, params IEnumerable<Invoice> invoices) => LedgerOf(policy, subscription, invoices, []);

    private static string[] LedgerOf(LedgerPolicy policy, Subscription subscription, IEnumerable<Invoice> invoices, Dimension[] by, ExchangeRates? rates = null) => Ledger(
        RevenueDataset.Build(
            subscriptions: [subscription], invoices: invoices,
            options: new DatasetOptions { ReportingCurrency = Currency.Usd, ExchangeRates = rates ?? ExchangeRates.None }),
        policy, by);

    [Theory]
    [InlineData(100, "2026-01-01", "2026-02-01", 1200)] // 31 days, one month
    [InlineData(100, "2026-02-01", "2026-03-01", 1200)] // 28 days, one month
    [InlineData(100, "2026-01-31", "2026-02-28", 1200)] // a month after 31 January
    [InlineData(300, "2026-01-15", "2026-04-15", 1200)] // a quarter
    [InlineData(1200, "2026-02-01", "2027-02-01", 1200)] // a year
    [InlineData(10, "2026-01-11", "2026-01-21", 365)] // ten days
    [InlineData(100, "2026-02-01", "2026-03-02", 1258.6207)] // 36,500 / 29
    public void A_line_becomes_yearly_by_whole_months_else_by_days(decimal amount, string from, string to, decimal yearly)
    {
        string[] ledger = LedgerOf(OfInvoices, Served, Bill("i", "2026-01-01", Line(amount, from, to)));
        Assert.Equal(FormattableString.Invariant($"{from[5..]}: New {yearly:0.####}"), ledger[0]);
    }

    [Fact]
    public void Lines_that_follow_on_each_other_are_one_service_and_what_is_not_billed_is_not_there() => Assert.Equal(
        ["01-01: New 1200", "03-01: Expansion 240", "04-01: Churn -1440", "05-01: Reactivation 1200", "06-01: Churn -1200"],
        LedgerOf(
            OfInvoices, Served, Bill("1", "2026-01-01", Line(100, "2026-01-01", "2026-02-01")), Bill("2", "2026-02-01", Line(100, "2026-02-01", "2026-03-01")),
            Bill("3", "2026-03-01", Line(120, "2026-03-01", "2026-04-01")), Bill("5", "2026-05-01", Line(100, "2026-05-01", "2026-06-01"))));

    [Fact]
    public void A_credit_and_a_charge_within_the_month_count_together_under_the_plan_of_the_larger_line()
    {
        // From the 16th, 10 days: -20 and +30 for the rest of the month are -730 and 1,095 in a year.
        Invoice[] invoices =
        [
            Bill("1", "2026-04-01", Line(60, "2026-04-01", "2026-05-01", plan: "Basic")),
            Bill("2", "2026-04-21", Line(-20, "2026-04-21", "2026-05-01", plan: "Basic"), Line(30, "2026-04-21", "2026-05-01", plan: "Pro")),
        ];
        Assert.Equal(["04-01: New 720", "04-21: Expansion 365", "05-01: Churn -1085"], LedgerOf(OfInvoices, Served, invoices));
        Assert.Equal(
            ["04-01 Basic: New 720", "04-21 Basic: Transfer -720", "04-21 Pro: Expansion 365", "04-21 Pro: Transfer 720", "05-01 Pro: Churn -1085"],
            LedgerOf(OfInvoices, Served, invoices, [Dimensions.Plan]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Credits_take_nothing_below_zero() => Assert.Equal(
        ["01-01: New 1200", "02-01: Churn -1200", "03-01: Reactivation 1200", "04-01: Churn -1200"],
        LedgerOf(
            OfInvoices, Served, Bill("1", "2026-01-01", Line(300, "2026-01-01", "2026-04-01")), Bill("2", "2026-02-01", Line(-250, "2026-02-01", "2026-03-01"))));

    [Fact]
    public void Trial_end_and_unpaid_days_take_lines_off_as_they_take_prices_off()
    {
        Invoice quarter = Bill("1", "2026-01-01", Line(300, "2026-01-01", "2026-04-01"));
        Assert.Equal(["01-15: New 1200", "03-10: Churn -1200"], LedgerOf(OfInvoices, Served with { TrialEnd = Day("2026-01-15"), End = Day("2026-03-10") }, quarter));
        Assert.Equal(["01-01: New 1200", "02-14: Churn -1200"], LedgerOf(OfInvoices, Served, quarter with { DueOn = Day("2026-01-15") }));
        Assert.Empty(LedgerOf(OfInvoices, Served with { IsVoid = true }, quarter));
        Assert.Equal(
            ["01-01: New 1200", "02-01: Pause -1200", "03-01: Resume 1200", "04-01: Churn -1200"],
            LedgerOf(OfInvoices, Served with { Pauses = [new(Day("2026-02-01"), Day("2026-03-01"))] }, quarter));
    }

    [Fact]
    public void A_line_names_another_subscription_than_its_invoice_and_a_subscription_without_lines_has_nothing()
    {
        Invoice bill = Bill("1", "2026-01-01", Line(100, "2026-01-01", "2026-02-01") with { SubscriptionId = "other" });
        Assert.Empty(LedgerOf(OfInvoices, Served, bill));
        Assert.Equal(["01-01: New 1200", "02-01: Churn -1200"], LedgerOf(OfInvoices, Served with { Id = "other" }, bill));
        Assert.Empty(LedgerOf(OfInvoices, Served, Bill("2", "2026-01-01", Line(100, kind: InvoiceLineKind.OneTime), Line(100, kind: InvoiceLineKind.Usage))));
    }

    [Fact]
    public void Each_line_is_told_at_the_rate_of_its_first_day_and_the_change_is_fx()
    {
        static InvoiceLine Euros(decimal amount, string from, string to) => Line(0, from, to) with { Amount = new Money(amount, Currency.Eur) };
        static Invoice BillEuros(string id, InvoiceLine line) => Bill(id, "2026-01-01", line);
        ExchangeRates rates = new([new(Day("2026-01-01"), Currency.Eur, Currency.Usd, 1m), new(Day("2026-02-01"), Currency.Eur, Currency.Usd, 1.5m)]);
        // In February 120 at 1.5: 20 more at 1 is expansion, the rest FX.
        Assert.Equal(
            ["01-01: New 1200", "02-01: Expansion 240", "02-01: Fx 720", "03-01: Churn -2160"],
            LedgerOf(OfInvoices, Served, [BillEuros("1", Euros(100, "2026-01-01", "2026-02-01")), BillEuros("2", Euros(120, "2026-02-01", "2026-03-01"))], [], rates));
        // A quarter at 1 and a month at 1.5 within it: 1,200 and 1,800 are 3,000, at a rate of 1.25 between them.
        Assert.Equal(
            ["01-01: New 1200", "02-01: Expansion 1200", "02-01: Fx 600", "03-01: Contraction -1500", "03-01: Fx -300", "04-01: Churn -1200"],
            LedgerOf(OfInvoices, Served, [BillEuros("1", Euros(300, "2026-01-01", "2026-04-01")), BillEuros("2", Euros(100, "2026-02-01", "2026-03-01"))], [], rates));
    }

    [Fact]
    public void Invoiced_usage_counts_over_the_month_of_its_invoice_beside_the_price()
    {
        Invoice[] invoices = [Bill("1", "2026-02-03", Line(20, kind: InvoiceLineKind.Usage)), Bill("2", "2026-02-20", Line(10, kind: InvoiceLineKind.Usage))];
        Assert.Equal(["01-01: New 12"], LedgerOf(LedgerPolicy.Default, Served, invoices));
        Assert.Equal(["01-01: New 12", "02-01: Expansion 360", "03-01: Contraction -360"], LedgerOf(WithUsage, Served, invoices));
        Assert.Equal(["01-01: New 132", "04-01: Contraction -120"], LedgerOf(WithUsage with { FixedGrain = CalendarGrain.Quarter }, Served, invoices));
        Assert.Equal(
            ["01-01: New 12", "02-02: Expansion 1040", "02-09: Contraction -1040", "02-16: Expansion 520", "02-23: Contraction -520"],
            LedgerOf(WithUsage with { FixedGrain = CalendarGrain.Week }, Served, invoices));
        Assert.Equal(
            ["01-01: New 12", "02-03: Expansion 7300", "02-04: Contraction -7300", "02-20: Expansion 3650", "02-21: Contraction -3650"],
            LedgerOf(WithUsage with { FixedGrain = CalendarGrain.Day }, Served, invoices));
    }

    [Fact]
    public void Usage_is_told_apart_from_the_price_by_nothing_but_its_movements()
    {
        Invoice usage = Bill("1", "2026-02-03", Line(20, kind: InvoiceLineKind.Usage));
        // The price falls by 10 on the day on which the usage starts: netted, and so transferred, within the subscription.
        Subscription cheaper = Subscribed("s", "a", "2026-01-01", null, Term("2026-01-01", 50) with { To = Day("2026-02-01") }, Term("2026-02-01", 40));
        Assert.Equal(["01-01: New 600", "02-01: Expansion 120", "03-01: Contraction -240"], LedgerOf(WithUsage with { Grain = MovementGrain.Subscription }, cheaper, usage));
        // A free price and nothing but usage: a customer while there is usage.
        Subscription free = Monthly("s", "a", 0, "2026-01-01");
        Assert.Equal(["02-01: New 240", "03-01: Churn -240"], LedgerOf(WithUsage, free, usage));
    }

    [Fact]
    public void Usage_counts_on_days_of_service_only_and_with_lines_as_the_source_too()
    {
        Subscription ended = Served with { End = Day("2026-02-10") };
        Invoice[] invoices = [Bill("1", "2026-02-20", Line(20, kind: InvoiceLineKind.Usage)), Bill("2", "2026-03-02", Line(20, kind: InvoiceLineKind.Usage))];
        Assert.Equal(["01-01: New 12", "02-01: Expansion 240", "02-10: Churn -252"], LedgerOf(WithUsage, ended, invoices));
        Assert.Equal(["02-01: New 240", "02-10: Churn -240"], LedgerOf(WithUsage with { Source = RevenueSource.InvoiceLines }, ended, invoices));
    }

    [Fact]
    public void Committed_usage_is_a_price_unless_usage_is_excluded()
    {
        Subscription committed = Subscribed(
            "s", "a", "2026-01-01", null, Term("2026-01-01", 50) with { To = Day("2026-02-01") },
            Term("2026-02-01", 40) with { IsUsageCommitment = true, To = Day("2026-03-01") }, Term("2026-03-01", 50));
        Assert.Equal(["01-01: New 600", "02-01: Contraction -120", "03-01: Expansion 120"], LedgerOf(LedgerPolicy.Default, committed));
        Assert.Equal(
            ["01-01: New 600", "02-01: Churn -600", "03-01: Reactivation 600"], LedgerOf(new LedgerPolicy { Usage = UsageTreatment.Excluded }, committed));
    }
}
