using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed partial class RevenueTests
{
    /// <summary>In January: a grows from 100 to 130, b shrinks from 100 to 70, c leaves with 100, d is back at 60, e and f are new at 40 and 80.</summary>
    private static readonly RevenueDataset Data = RevenueDataset.Build(subscriptions:
    [
        Subscribed("a", "a", "2025-01-01", null, Term("2025-01-01", 100) with { To = Day("2026-01-10") }, Term("2026-01-10", 130)),
        Subscribed("b", "b", "2025-01-01", null, Term("2025-01-01", 100) with { To = Day("2026-01-10") }, Term("2026-01-10", 70)),
        Monthly("c", "c", 100, "2025-01-01", "2026-01-15"),
        Monthly("d", "d", 100, "2025-01-01", "2025-06-01"), Monthly("d2", "d", 60, "2026-01-20"),
        Monthly("e", "e", 40, "2026-01-20"), Monthly("f", "f", 80, "2026-01-20"),
    ]);

    private static MetricResult Told(Metric metric, string month, MetricPolicy? policy = null) =>
        Data.Evaluate(metric, [Month(month)], options: new EvaluationOptions { Policy = policy ?? MetricPolicy.Default }).Results[0];

    [Fact]
    public void Quick_ratio_sets_what_was_gained_against_what_was_lost()
    {
        Assert.Equal((120 + 30 + 60) / 130m, Told(Revenue.QuickRatio, "2026-01").Magnitude);
        Assert.Equal((120 + 30) / 130m, Told(Revenue.QuickRatio, "2026-01", new() { QuickRatioReactivation = ReactivationTreatment.Apart }).Magnitude);
    }

    [Fact]
    public void Without_a_loss_there_is_no_quick_ratio() => Assert.Equal("no recurring revenue was lost", Told(Revenue.QuickRatio, "2025-12").UndefinedReason);

    [Fact]
    public void Average_sale_price_is_that_of_new_customers()
    {
        Assert.Equal(60, Told(Revenue.AverageSalePrice, "2026-01").Magnitude);
        Assert.Equal("there is no new customer", Told(Revenue.AverageSalePrice, "2025-12").UndefinedReason);
    }

    [Fact]
    public void Revenue_per_account_is_told_of_the_customers_at_the_close_or_of_the_mean()
    {
        Assert.Equal((130 + 70 + 60 + 40 + 80) / 5m, Told(Revenue.Arpa, "2026-01").Magnitude);
        Assert.Equal((130 + 70 + 60 + 40 + 80) / 4m, Told(Revenue.Arpa, "2026-01", new() { ArpaDenominator = ArpaDenominator.Average }).Magnitude);
    }

    [Fact]
    public void Concentration_is_the_share_of_the_largest_customers()
    {
        Assert.Equal((130 + 80) / 380m, Told(Revenue.ConcentrationIn(2), "2026-01").Magnitude);
        Assert.Equal(1, Told(Revenue.Concentration, "2026-01").Magnitude);
        Assert.Throws<ArgumentOutOfRangeException>(() => Revenue.ConcentrationIn(0));
    }

    /// <summary>a and b pay 100 a month each from 2026 on; a is credited 30 on 10 February, and b 60 on 20 March.</summary>
    private static readonly RevenueDataset Credited = RevenueDataset.Build(
        [Customer("a", Segment("SMB")), Customer("b", Segment("Mid"))],
        [Monthly("a", "a", 100, "2026-01-01"), Monthly("b", "b", 100, "2026-01-01")],
        creditNotes:
        [
            new() { Id = "1", CustomerId = "a", IssuedOn = Day("2026-02-10"), Amount = Usd(30) },
            new() { Id = "2", CustomerId = "b", IssuedOn = Day("2026-03-20"), Amount = Usd(60) },
        ],
        options: new DatasetOptions { Coverage = new Dictionary<RecordType, Coverage> { [RecordType.CreditNote] = new(Day("2026-01-01"), Day("2026-07-01")) } });

    private static readonly EvaluationOptions LessRefunds = new() { Policy = new MetricPolicy { Refunds = RefundTreatment.InMrrOfPeriod } };

    [Fact]
    public void Credit_notes_leave_recurring_revenue_alone_unless_the_policy_takes_them_off()
    {
        decimal?[] Mrr(EvaluationOptions options) => [.. Credited.Evaluate(Revenue.Mrr, [.. ReportingCalendar.Gregorian.Months(2026).Take(4)], options: options).Results.Select(r => r.Magnitude)];
        Assert.Equal([200, 200, 200, 200], Mrr(EvaluationOptions.Default));
        Assert.Equal([200, 170, 140, 200], Mrr(LessRefunds));
    }

    [Fact]
    public void A_refund_is_a_line_of_the_waterfall_that_lowers_the_close_and_not_the_next_opening()
    {
        MetricTable table = Credited.Evaluate(Revenue.MrrWaterfall, [Month("2026-03"), Month("2026-04")], options: LessRefunds);
        Assert.Equal((200, -60, 140), (table[Revenue.OpeningMrr, Month("2026-03")].Magnitude, table[Revenue.RefundedMrr, Month("2026-03")].Magnitude, table[Revenue.Mrr, Month("2026-03")].Magnitude));
        Assert.Equal((200, 0, 200), (table[Revenue.OpeningMrr, Month("2026-04")].Magnitude, table[Revenue.RefundedMrr, Month("2026-04")].Magnitude, table[Revenue.Mrr, Month("2026-04")].Magnitude));
        Assert.Equal(0, Credited.Evaluate(Revenue.RefundedMrr, [Month("2026-03")]).Results[0].Magnitude);
    }

    [Fact]
    public void A_refund_lowers_annual_revenue_by_its_amount_in_each_such_period_of_a_year()
    {
        ReportingPeriod quarter = ReportingCalendar.Gregorian.Quarters(2026)[0], week = ReportingCalendar.Gregorian.PeriodContaining(Day("2026-02-10"), CalendarGrain.Week);
        ReportingPeriod day = ReportingCalendar.Gregorian.PeriodContaining(Day("2026-02-10"), CalendarGrain.Day), tenDays = ReportingPeriod.Between(Day("2026-02-05"), Day("2026-02-15"));
        MetricTable table = Credited.Evaluate(Revenue.RefundedArr, [quarter, week, day, tenDays], options: LessRefunds);
        Assert.Equal([-90 * 4, -30 * 52, -30 * 365, -30 * 36.5m], table.Results.Select(result => result.Magnitude!.Value));
    }

    [Fact]
    public void What_customers_are_worth_stays_the_ledgers_whatever_was_credited()
    {
        MetricTable table = Credited.Evaluate([Revenue.Arpa, Revenue.ConcentrationIn(1), Revenue.Arr], [Month("2026-03")], [Dimensions.Segment], LessRefunds);
        Assert.Equal(100, table[Revenue.Arpa, Month("2026-03"), Cell.Of("Mid")].Magnitude);
        Assert.Equal(1, table.Results.First(result => result.Metric.Name.StartsWith("share", StringComparison.Ordinal)).Magnitude);
        Assert.Equal(40 * 12, table[Revenue.Arr, Month("2026-03"), Cell.Of("Mid")].Magnitude);
    }

    [Fact]
    public void Where_no_credit_notes_were_given_or_they_have_no_path_nothing_is_told_of_refunds()
    {
        Assert.Equal("no credit notes were given", Data.Evaluate(Revenue.Mrr, [Month("2026-01")], options: LessRefunds).Results[0].UndefinedReason);
        Assert.Contains("which 2026-07 is not part of", Credited.Evaluate(Revenue.Mrr, [Month("2026-07")], options: LessRefunds).Results[0].UndefinedReason, StringComparison.Ordinal);
        Assert.Throws<MeasureRefusedException>(() => Credited.Evaluate(Revenue.Mrr, [Month("2026-03")], [Dimensions.Plan], LessRefunds));
        Assert.Equal(200, Credited.Evaluate(Revenue.Mrr, [Month("2026-07")], [Dimensions.Plan]).Results[0].Magnitude);
    }

    [Fact]
    public void Without_recurring_revenue_nobody_holds_a_share_of_it()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("a", "a", 10, "2025-01-01", "2025-02-01")]);
        Assert.Equal("no customer pays at the close", data.Evaluate(Revenue.Concentration, [Month("2026-01")]).Results[0].UndefinedReason);
    }

    [Fact]
    public void A_customer_with_several_subscriptions_is_one_of_the_largest_by_their_sum_and_in_a_cell_by_what_it_pays_there()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Monthly("a1", "a", 60, "2025-01-01", plan: "Basic"), Monthly("a2", "a", 50, "2025-01-01", plan: "Pro"), Monthly("b", "b", 90, "2025-01-01", plan: "Pro"),
        ]);
        Metric<Ratio> largest = Revenue.ConcentrationIn(1);
        Assert.Equal(110 / 200m, data.Evaluate(largest, [Month("2026-01")]).Results[0].Magnitude);
        Assert.Equal(90 / 140m, data.Evaluate(largest, [Month("2026-01")], [Dimensions.Plan])[largest, Month("2026-01"), Cell.Of("Pro")].Magnitude);
    }

    [Fact]
    public void Who_is_a_customer_at_no_charge_pays_nothing_and_leaves_the_average_revenue()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Monthly("a", "a", 100, "2025-01-01"), Subscribed("b", "b", "2025-01-01", null, Term("2025-01-01", 50), Term("2026-01-10", 0)), Monthly("c", "c", 0, "2026-01-20"),
        ]);
        MetricPolicy free = new() { Ledger = new LedgerPolicy { Free = FreeTreatment.Active } };
        decimal? Told(Metric metric, MetricPolicy policy) => data.Evaluate(metric, [Month("2026-01")], options: new EvaluationOptions { Policy = policy }).Results[0].Magnitude;
        Assert.Equal(3, Told(Success.Customers, free));
        Assert.Equal(1, Told(Success.PayingCustomers, free));
        Assert.Equal(100, Told(Revenue.Arpa, free));
        Assert.Equal(100 / 1.5m, Told(Revenue.Arpa, free with { ArpaDenominator = ArpaDenominator.Average }));
        Assert.Equal(1, Told(Success.Customers, MetricPolicy.Default));
        Assert.Equal(1, Told(Success.PayingCustomers, MetricPolicy.Default));
    }
}
