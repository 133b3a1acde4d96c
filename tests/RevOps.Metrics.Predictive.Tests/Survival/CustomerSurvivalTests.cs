using NodaTime;
using RevOps.Metrics.SampleData;
using static RevOps.Metrics.Predictive.Tests.Records;

namespace RevOps.Metrics.Predictive.Tests;

public class CustomerSurvivalTests
{
    [Fact]
    public void Customers_live_from_the_first_paying_day_to_churn_or_the_day_of_observation()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Monthly("gone", "2025-01-01", "2025-01-31"), // 30 days, churned
            Monthly("here", "2025-01-11"), // 50 days on 2 March
            Monthly("on the day", "2025-02-20", "2025-03-02"), // 10 days, churned on the day of observation
            Monthly("ahead", "2025-01-21", "2025-06-01"), // 40 days: that it will end is not looked at
            Monthly("to come", "2025-03-03"),
        ]);

        SurvivalCurves curves = CustomerSurvival.Estimate(data, Day("2025-03-02"));

        SurvivalCurve all = Assert.Single(curves);
        Assert.Equal([(10.0, 4.0, 1.0), (30, 3, 1)], all.Steps.Select(step => (step.Time, step.AtRisk, step.Events)));
        Assert.Equal(50, all.LastTime);
        Assert.Equal(4, all.Observations);
        Assert.Equal(["1 who came after the day of observation"], curves.LeftOut);
    }

    [Fact]
    public void Who_was_there_before_the_data_begin_enters_late()
    {
        RevenueDataset data = RevenueDataset.Build(
            subscriptions:
            [
                Monthly("old", "2024-09-22", "2025-02-09"), // 140 days, seen from the 101st on
                Monthly("first day", "2024-09-22", "2025-01-01"), // churned on the first day of the data: seen
                Monthly("before", "2024-09-22", "2024-12-31"),
                Monthly("new", "2025-01-01", "2025-02-20"), // 50 days, seen from the start
            ],
            options: Since(RecordType.Subscription, "2025-01-01"));

        SurvivalCurves curves = CustomerSurvival.Estimate(data, Day("2025-12-31"));

        Assert.Equal([(50.0, 1.0), (101, 2), (140, 1)], curves[0].Steps.Select(step => (step.Time, step.AtRisk)));
        Assert.Equal(["1 who left before 2025-01-01, the first day of the data"], curves.LeftOut);
        Assert.Equal(0, curves[0].AtRisk(100)); // the old ones' ends are seen from their 101st day on
        Assert.Equal(2, curves[0].AtRisk(101));
    }

    [Fact]
    public void Segments_are_those_of_the_first_paying_day()
    {
        RevenueDataset data = RevenueDataset.Build(
            [
                Records.Customer("a", "SMB"),
                new Customer { Id = "b", Attributes = [new("segment", "SMB"), new("segment", "Enterprise", Day("2025-02-01"))] },
                Records.Customer("c", "Enterprise"), new Customer { Id = "d" },
            ],
            [Monthly("a", "2025-01-01", "2025-01-31"), Monthly("b", "2025-01-01"), Monthly("c", "2025-01-01"), Monthly("d", "2025-01-01")]);

        SurvivalCurves curves = CustomerSurvival.Estimate(data, Day("2025-04-11"), Dimensions.Segment);

        Assert.Equal([("Enterprise", 1.0), ("SMB", 2), ("(none)", 1)], curves.Select(curve => (curve.Group!, curve.Observations)));
        Assert.Equal(1, curves["SMB"].Events);
        Assert.Equal(4, curves.Total.Observations);
        Assert.Equal(2, curves.Compare().DegreesOfFreedom);
    }

    [Fact]
    public void Who_comes_back_has_left_once()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("a", "2025-01-01", "2025-01-31"), Monthly("a", "2025-03-01", "2025-03-11")]);

        Assert.Equal([30.0], CustomerSurvival.Estimate(data, Day("2025-12-31"))[0].Steps.Select(step => step.Time));
        LedgerPolicy patient = new() { Reactivation = ReactivationRule.ContinuousWithin(30) };
        Assert.Equal([69.0], CustomerSurvival.Estimate(data, Day("2025-12-31"), ledger: patient)[0].Steps.Select(step => step.Time));
        LedgerPolicy bySubscription = new() { Grain = MovementGrain.Subscription };
        Assert.Equal([10.0, 30], CustomerSurvival.Estimate(data, Day("2025-12-31"), ledger: bySubscription)[0].Steps.Select(step => step.Time));
    }

    [Fact]
    public void Who_goes_on_as_part_of_another_customer_has_not_churned()
    {
        RevenueDataset data = RevenueDataset.Build(
            [new Customer { Id = "a" }, new Customer { Id = "b" }], [Monthly("a", "2025-01-01"), Monthly("b", "2025-01-01", "2025-05-01")],
            customerMerges: [new CustomerMerge { CustomerId = "a", IntoCustomerId = "b", Kind = CustomerMergeKind.Acquisition, On = Day("2025-01-31") }]);

        SurvivalCurve curve = CustomerSurvival.Estimate(data, Day("2025-12-31"))[0];
        Assert.Equal(2, curve.Observations);
        Assert.Equal(0, curve.Events); // b goes on with what a had
        Assert.Equal(2, curve.AtRisk(30));
        Assert.Equal(1, curve.AtRisk(31));
    }

    [Fact]
    public void Without_customers_the_answer_says_so() =>
        Assert.Equal("nobody was observed", CustomerSurvival.Estimate(RevenueDataset.Build(), Day("2025-12-31"))[0].Median.Time.UndefinedReason);

    [Fact]
    public void A_day_that_the_data_do_not_know_is_refused()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("a", "2025-01-01")], options: Since(RecordType.Subscription, "2025-01-01", "2026-01-01"));

        Assert.Contains("2026-01-01 lies outside", Assert.Throws<ArgumentException>(() => CustomerSurvival.Estimate(data, Day("2026-01-01"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CustomerSurvival.Estimate(data, Day("2024-12-31")));
        Assert.Contains("'owner'", Assert.Throws<ArgumentException>(() => CustomerSurvival.Estimate(data, Day("2025-12-31"), Dimensions.Owner)).Message, StringComparison.Ordinal);
        Assert.Contains("'segment'", Assert.Throws<ArgumentException>(() => CustomerSurvival.Estimate(data, Day("2025-12-31"), Dimensions.Segment)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_the_sample_company_as_many_leave_as_the_metrics_count()
    {
        SampleCompany company = SampleCompany.Generate(new SampleCompanyOptions { Customers = 400, Deals = 1200 });
        RevenueDataset data = RevenueDataset.Build(
            company.Customers, company.Subscriptions, company.Deals, leads: company.Leads, customerMerges: company.CustomerMerges,
            options: new DatasetOptions { ReportingCurrency = company.Options.ReportingCurrency, ExchangeRates = new ExchangeRates(company.ExchangeRates) });
        LocalDate observedOn = Day("2025-06-30");
        ReportingPeriod all = ReportingPeriod.Between(data.CoverageOf(RecordType.Subscription)!.From, observedOn.PlusDays(1));

        SurvivalCurves curves = CustomerSurvival.Estimate(data, observedOn, Dimensions.Segment);

        MetricTable churned = data.Evaluate([Success.ChurnedCustomers], [all], [Dimensions.Customer]);
        Assert.True(curves.Total.Events > 50);
        Assert.Equal(churned.Results.Count(result => result.Magnitude > 0), curves.Total.Events);
        Assert.Equal(curves.Total.Observations, curves.Sum(curve => curve.Observations));
        Assert.True(curves.Compare().ChiSquare.IsDefined);

        IReadOnlyList<CompetingRisks> deals = DealSurvival.Outcomes(data, observedOn, scope: DealScope.AllTypes);
        Assert.Equal(data.Deals.Count(deal => deal.Outcome == DealOutcome.Won && deal.CreatedOn is not null && deal.ClosedOn <= observedOn), deals[0][DealSurvival.Won].Events);
    }
}
