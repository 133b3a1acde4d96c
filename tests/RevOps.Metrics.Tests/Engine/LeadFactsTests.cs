using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class LeadFactsTests
{
    private static readonly ReportingPeriod January = Month("2026-01"), February = Month("2026-02");

    private static Lead Touched(string id, string on) => new() { Id = id, FirstTouchOn = Day(on) };

    private static Deal Won(string id, decimal amount) => Deal(id, DealOutcome.Won, "2026-01-05", "2026-01-20", amount);

    private static decimal?[] By(Dimension dimension, RevenueDataset data, Metric metric, params string?[] values)
    {
        MetricTable table = data.Evaluate(metric, [January], [dimension]);
        return [.. values.Select(value => table.Cells.Contains(Cell.Of(value)) ? table[metric, January, Cell.Of(value)].Magnitude : null)];
    }

    [Fact]
    public void A_deal_of_several_leads_is_counted_once_for_the_one_it_names_or_that_was_touched_first()
    {
        Lead[] leads =
        [
            Touched("a", "2026-01-03") with { DealId = "x", Channel = "Ads" }, Touched("b", "2026-01-02") with { DealId = "x", Channel = "Events" },
            Touched("c", "2026-01-02") with { DealId = "x", Channel = "Blog" },
        ];
        RevenueDataset first = RevenueDataset.Build(deals: [Won("x", 100)], leads: leads);
        Assert.Equal([null, 100m, null], By(Dimensions.Channel, first, Marketing.SourcedRevenue, "Ads", "Events", "Blog"));
        RevenueDataset named = RevenueDataset.Build(deals: [Won("x", 100) with { LeadId = "a" }], leads: leads);
        Assert.Equal([100m, null, null], By(Dimensions.Channel, named, Marketing.SourcedRevenue, "Ads", "Events", "Blog"));
        Assert.Equal(100, named.Evaluate(Marketing.SourcedRevenue, [January]).Results[0].Magnitude);
    }

    [Fact]
    public void A_lead_that_names_no_deal_has_the_first_created_of_those_that_name_it_and_each_of_them_comes_from_it()
    {
        RevenueDataset data = RevenueDataset.Build(
            deals: [Won("x", 100) with { LeadId = "a" }, Deal("y", DealOutcome.Lost, "2026-01-02", "2026-01-04", 70) with { LeadId = "a" }],
            leads: [Touched("a", "2026-01-03") with { SalesQualifiedOn = Day("2026-01-03") }]);
        Assert.Equal(0, data.Evaluate(Sales.SalesConversionRatio, [January]).Results[0].Magnitude);
        Assert.Equal(170, data.Evaluate(Marketing.SourcedPipeline, [January]).Results[0].Magnitude);

        // The deal was there before the lead was touched: it became one on that day.
        Metric<Days> days = Measures.Days(Leads.DaysToConverted, on: Leads.ConvertedOn).Median();
        Assert.Equal(0, data.Evaluate(days, [January]).Results[0].Magnitude);
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_none()
    {
        RevenueDataset data = RevenueDataset.Build(deals: [Won("x", 100) with { LeadId = "gone" }], leads: [Touched("a", "2026-01-03") with { DealId = "gone too" }]);
        Assert.Equal(0, data.Evaluate(Marketing.SourcedRevenue, [January]).Results[0].Magnitude);
    }

    [Fact]
    public void A_deal_without_a_lead_has_the_channel_of_its_customer()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("ada", new CustomerAttribute("channel", "Partners"))],
            deals: [Won("x", 100) with { CustomerId = "ada" }, Won("y", 10) with { CustomerId = "ada" }, Won("z", 1)],
            leads: [Touched("a", "2026-01-03") with { DealId = "y", Channel = "Ads", Source = "webinar" }]);
        Assert.Equal([100m, 10m, 1m], By(Dimensions.Channel, data, Sales.WonAmount, "Partners", "Ads", null));
        Assert.Equal([10m, 101m], By(Dimensions.LeadSource, data, Sales.WonAmount, "webinar", null));
    }

    [Fact]
    public void A_lead_has_the_attributes_its_customer_had_when_it_became_a_deal()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("ada", Segment("SMB", "2026-02-01"), Segment("Enterprise", "2026-03-01"))],
            leads: [Touched("a", "2026-01-03") with { CustomerId = "ada" }, Touched("b", "2026-01-03") with { CustomerId = "ada", ConvertedOn = Day("2026-02-10") }]);
        Assert.Equal([1m, 1m], By(Dimensions.Segment, data, Marketing.Leads, "SMB", "Enterprise"));
    }

    [Fact]
    public void A_milestone_that_nobody_recorded_is_undefined_in_every_cell_and_says_so()
    {
        RevenueDataset data = RevenueDataset.Build(leads: [Touched("a", "2026-01-03") with { Channel = "Ads", SalesQualifiedOn = Day("2026-02-04") }, Touched("b", "2026-01-03"), Touched("c", "2026-02-20")]);
        MetricTable table = data.Evaluate([Marketing.LeadToMqlRate, Sales.LeadToSqlRate, Sales.SalesConversionRatio], [January, February]);
        Assert.Equal("there are no leads later marketing-qualified up to the close, so they may not be recorded", table[Marketing.LeadToMqlRate, January].UndefinedReason);
        Assert.Equal(0.5m, table[Sales.LeadToSqlRate, January].Magnitude);
        Assert.Equal(0, table[Sales.LeadToSqlRate, February].Magnitude);
        Assert.Contains("no sales-qualified leads with a won deal", table[Sales.SalesConversionRatio, February].UndefinedReason, StringComparison.Ordinal);

        // Sales qualified none of the leads without a channel; that they are recorded shows in the others.
        Assert.Equal([1m, 0m], By(Dimensions.Channel, data, Sales.LeadToSqlRate, "Ads", null));
        Assert.Equal([null, null], By(Dimensions.Channel, data, Marketing.LeadToMqlRate, "Ads", null));
    }

    [Fact]
    public void Without_leads_nobody_knows_what_marketing_brought()
    {
        RevenueDataset none = RevenueDataset.Build(deals: [Won("x", 100)]);
        Assert.Equal("no leads were given", none.Evaluate(Marketing.SourcedRevenue, [January]).Results[0].UndefinedReason);
        Assert.Equal("no leads were given", none.Evaluate(Marketing.MarketingRoi, [January]).Results[0].UndefinedReason);

        // A deal can close after the last day of leads; before the first nothing is known of them.
        RevenueDataset later = RevenueDataset.Build(deals: [Won("x", 100), Deal("y", DealOutcome.Won, "2026-02-01", "2026-02-25", 10)], leads: [Touched("a", "2026-02-03") with { DealId = "y" }]);
        MetricTable table = later.Evaluate(Marketing.SourcedRevenue, [January, February]);
        Assert.StartsWith("leads are known from 2026-02-03", table[Marketing.SourcedRevenue, January].UndefinedReason, StringComparison.Ordinal);
        Assert.Equal(10, table[Marketing.SourcedRevenue, February].Magnitude);
    }

    [Fact]
    public void Records_that_were_not_given_are_named()
    {
        RevenueDataset none = RevenueDataset.Build(subscriptions: [Monthly("s", "ada", 10, "2026-01-01")]);
        MetricTable table = none.Evaluate([Marketing.Leads, Marketing.EngagementRate], [January]);
        Assert.Equal(["no leads were given", "no marketing activities were given"], table.Results.Select(result => result.UndefinedReason));
    }
}
