using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

/// <summary>What each profile sets, and what it makes of a book computed by hand.</summary>
public sealed class MetricPolicyProfilesTests
{
    private static readonly ReportingPeriod February = Month("2026-02"), March = Month("2026-03");

    [Fact]
    public void The_profiles_set_these_options_and_no_others()
    {
        Assert.Equal(
            ["Ledger.Free = Active", "Ledger.PastDue = Counted", "LifetimeValue = Revenue", "NetChurnReactivation = Counted"],
            PolicyOptions.Differences(MetricPolicy.ChartMogulLike));
        Assert.Equal(
            [
                "ChurnDenominator = OpeningAndNew", "JoinedAndLost = InBoth", "Ledger.ChurnRecognition = AtRequest", "Ledger.Netting = EachEvent",
                "Ledger.PastDue = Counted", "LifetimeValue = Revenue", "LostAndReturned = CountBoth", "ZeroChurn = CappedLifetime",
            ],
            PolicyOptions.Differences(MetricPolicy.StripeLike));
        Assert.Equal(
            ["Ledger.Pauses = EndsService", "PeriodState = FirstDay", "RetentionCohort = PreviousPeriod"],
            PolicyOptions.Differences(MetricPolicy.DbtPlaybookLike));
    }

    /// <summary>
    /// At the open of February b, c and e pay 100, and d would: it is charged automatically and has not paid an invoice due on 1 January. c leaves,
    /// e goes on with a free plan, and a, who left last year, is back with 50.
    /// </summary>
    private static readonly RevenueDataset ReturnsAndDebts = RevenueDataset.Build(
        subscriptions:
        [
            Monthly("a", "a", 50, "2025-10-01", "2025-11-01"), Monthly("a2", "a", 50, "2026-02-20"), Monthly("b", "b", 100, "2025-12-01"),
            Monthly("c", "c", 100, "2025-12-01", "2026-02-10"), Monthly("d", "d", 100, "2025-12-01"),
            Subscribed("e", "e", "2025-12-01", null, Term("2025-12-01", 100), Term("2026-02-15", 0)),
        ],
        invoices: [new() { Id = "i", CustomerId = "d", SubscriptionId = "d", IssuedOn = Day("2026-01-01"), DueOn = Day("2026-01-01"), Amount = Usd(100) }]);

    [Fact]
    public void By_default_debts_and_free_plans_are_no_customers_and_returns_make_nothing_good()
    {
        Assert.Equal(150, Told(ReturnsAndDebts, Revenue.Mrr, MetricPolicy.Default));
        Assert.Equal(2, Told(ReturnsAndDebts, Success.Customers, MetricPolicy.Default));
        Assert.Equal(2 / 3m, Told(ReturnsAndDebts, Success.CustomerChurnRate, MetricPolicy.Default));
        Assert.Equal(200 / 300m, Told(ReturnsAndDebts, Success.NetRevenueChurnRate, MetricPolicy.Default));
    }

    [Fact]
    public void Like_ChartMogul_debts_and_free_plans_stay_and_returns_make_net_churn_good()
    {
        MetricPolicy policy = MetricPolicy.ChartMogulLike;
        Assert.Equal(250, Told(ReturnsAndDebts, Revenue.Mrr, policy));
        Assert.Equal(4, Told(ReturnsAndDebts, Success.Customers, policy));
        Assert.Equal(-100, Told(ReturnsAndDebts, Revenue.ContractionMrr, policy));
        Assert.Equal(1 / 4m, Told(ReturnsAndDebts, Success.CustomerChurnRate, policy));
        Assert.Equal((100 + 100 - 50) / 400m, Told(ReturnsAndDebts, Success.NetRevenueChurnRate, policy));
    }

    [Fact]
    public void Like_ChartMogul_lifetime_value_knows_no_margin()
    {
        RevenueDataset four = RevenueDataset.Build(
            subscriptions:
            [
                Monthly("a", "a", 100, "2025-12-01"), Monthly("b", "b", 100, "2025-12-01"), Monthly("c", "c", 100, "2025-12-01"),
                Monthly("d", "d", 100, "2025-12-01", "2026-02-10"),
            ]);
        Assert.Equal(100 / (1 / 4m), Told(four, UnitEconomics.Cltv, MetricPolicy.ChartMogulLike));
        Assert.Null(Told(four, UnitEconomics.Cltv, MetricPolicy.Default));
    }

    /// <summary>
    /// At the open of February a, b, d and e pay 100. a asks to cancel by the end of the month, b leaves and returns, c comes and goes, e changes to a
    /// subscription of 150, and f joins.
    /// </summary>
    private static readonly RevenueDataset ComingsAndGoings = RevenueDataset.Build(
        subscriptions:
        [
            Monthly("a", "a", 100, "2025-12-01", "2026-03-01") with { Cancellations = [new() { RequestedOn = Day("2026-02-10") }] },
            Monthly("b", "b", 100, "2025-12-01", "2026-02-05"), Monthly("b2", "b", 100, "2026-02-20"), Monthly("c", "c", 100, "2026-02-10", "2026-02-20"),
            Monthly("d", "d", 100, "2025-12-01"), Monthly("e", "e", 100, "2025-12-01", "2026-02-10"), Monthly("e2", "e", 150, "2026-02-10"),
            Monthly("f", "f", 100, "2026-02-15"),
        ]);

    [Fact]
    public void By_default_only_the_edges_of_the_period_tell_who_is_lost()
    {
        Assert.Equal(550, Told(ComingsAndGoings, Revenue.Mrr, MetricPolicy.Default));
        Assert.Equal(50, Told(ComingsAndGoings, Revenue.ExpansionMrr, MetricPolicy.Default));
        Assert.Equal(0, Told(ComingsAndGoings, Success.CustomerChurnRate, MetricPolicy.Default));
    }

    [Fact]
    public void Like_Stripe_every_churn_of_the_period_is_in_the_rate_from_the_day_of_its_request()
    {
        MetricPolicy policy = MetricPolicy.StripeLike;
        Assert.Equal(450, Told(ComingsAndGoings, Revenue.Mrr, policy));
        Assert.Equal(150, Told(ComingsAndGoings, Revenue.ExpansionMrr, policy));
        Assert.Equal(-100, Told(ComingsAndGoings, Revenue.ContractionMrr, policy));
        Assert.Equal(-300, Told(ComingsAndGoings, Revenue.ChurnedMrr, policy));

        // a, b and c of a, b, d, e, of f who is new, and of c.
        Assert.Equal(3 / 6m, Told(ComingsAndGoings, Success.CustomerChurnRate, policy));
        Assert.Equal(450m / 4 / (3 / 6m), Told(ComingsAndGoings, UnitEconomics.Cltv, policy));
    }

    /// <summary>a pays 100 from 10 January, b from December and pauses on 10 February; c is served from 10 to 20 February.</summary>
    private static readonly RevenueDataset Months = RevenueDataset.Build(
        subscriptions:
        [
            Monthly("a", "a", 100, "2026-01-10"), Monthly("b", "b", 100, "2025-12-01") with { Pauses = [new(Day("2026-02-10"))] },
            Monthly("c", "c", 30, "2026-02-10", "2026-02-20"),
        ]);

    [Fact]
    public void Like_the_mrr_playbook_a_month_has_what_is_paid_on_its_first_day()
    {
        MetricPolicy policy = MetricPolicy.DbtPlaybookLike;
        Assert.Equal(100, Told(Months, Revenue.Mrr, policy, Month("2026-01")));
        Assert.Equal(200, Told(Months, Revenue.Mrr, policy));
        Assert.Equal(100, Told(Months, Revenue.NewMrr, policy));
        Assert.Equal(100, Told(Months, Revenue.Mrr, policy, March));
        Assert.Equal(1, Told(Months, Success.Customers, policy, March));
        Assert.Equal(1 / 2m, Told(Months, Success.GrossRevenueRetention, policy, March));
        Assert.Equal(1 / 2m, Told(Months, Success.CustomerChurnRate, policy, March));
    }

    [Fact]
    public void Unlike_the_mrr_playbook_who_comes_and_goes_between_two_first_days_is_told_on_both_sides()
    {
        Assert.Equal(30, Told(Months, Revenue.NewMrr, MetricPolicy.DbtPlaybookLike, March));
        Assert.Equal(-100 - 30, Told(Months, Revenue.ChurnedMrr, MetricPolicy.DbtPlaybookLike, March));
    }

    private static decimal? Told(RevenueDataset data, Metric metric, MetricPolicy policy, ReportingPeriod? period = null) =>
        data.Evaluate(metric, [period ?? February], options: new() { Policy = policy }).Results[0].Magnitude;
}
