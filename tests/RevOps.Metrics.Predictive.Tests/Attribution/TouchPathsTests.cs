using NodaTime;
using static RevOps.Metrics.Predictive.Tests.Records;

namespace RevOps.Metrics.Predictive.Tests;

public class TouchPathsTests
{
    [Fact]
    public void A_deal_is_reached_by_the_touches_of_all_its_leads_up_to_its_close()
    {
        RevenueDataset data = RevenueDataset.Build(
            deals: [Deal("d", "2025-02-01", "2025-03-01", DealOutcome.Won, amount: 1000) with { LeadId = "ann" }],
            leads: [Lead("ann", "2025-01-05", "search"), Lead("bob", "2025-01-02", "webinar") with { DealId = "d" }, Lead("eve", "2025-01-01", "email")],
            marketingActivities: [Touch("ann", "2025-01-05", "search"), Touch("ann", "2025-01-20", "email"), Touch("bob", "2025-02-27", null), Touch("bob", "2025-03-02", "email"), Touch(null, "2025-01-03", "tv")]);

        TouchPaths paths = TouchPaths.OfDeals(data, Day("2025-12-31"));

        TouchPath path = Assert.Single(paths.Paths);
        Assert.Equal("webinar > search > email > (none)", path.ToString()); // Ann's first touch is her first activity; what comes after the close is none
        Assert.Equal([58, 55, 40, 2], path.Ages);
        Assert.Equal((1, 0, 1000), (path.Conversions, path.Nulls, path.Value));
        Assert.Equal(1000, paths.Credit(AttributionModel.TimeDecayByHalfLife(7)).Credits.Sum(credit => credit.Value), 1e-9);
    }

    [Fact]
    public void Won_converts_lost_does_not_and_open_is_not_decided()
    {
        Deal Of(string id, string closed, DealOutcome outcome) => Deal(id, "2025-01-01", closed, outcome) with { LeadId = $"lead of {id}" };
        RevenueDataset data = RevenueDataset.Build(
            deals:
            [
                Of("won", "2025-02-01", DealOutcome.Won), Of("lost", "2025-02-01", DealOutcome.Lost), Of("void", "2025-02-01", DealOutcome.Void), Of("later", "2025-06-02", DealOutcome.Won),
                Deal("open", "2025-01-01"), Deal("untouched", "2025-01-01", "2025-02-01", DealOutcome.Won, amount: 50), Of("more", "2025-02-01", DealOutcome.Won) with { Type = DealType.Expansion },
            ],
            leads: [.. new[] { "won", "lost", "void", "later", "more" }.Select(id => Lead($"lead of {id}", "2024-12-31", id))]);

        TouchPaths paths = TouchPaths.OfDeals(data, Day("2025-06-01"));

        Assert.Equal([("lost", 0.0, 1.0), ("won", 1, 0)], paths.Paths.Select(path => (path.ToString(), path.Conversions, path.Nulls)).Order());
        Assert.Equal((1, 50, 2, 1), (paths.UntouchedConversions, paths.UntouchedValue, paths.Undecided, paths.Unvalued));
        Assert.Equal(["lost", "more", "won"], TouchPaths.OfDeals(data, Day("2025-06-01"), DealScope.AllTypes).Paths.Select(path => path.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_lead_converts_when_it_becomes_a_deal()
    {
        RevenueDataset data = RevenueDataset.Build(
            deals: [Deal("d", "2025-02-01") with { LeadId = "by its deal" }],
            leads:
            [
                Lead("recorded", "2025-01-01", "a") with { ConvertedOn = Day("2025-01-10") }, Lead("by its deal", "2025-01-01", "b"),
                Lead("given up", "2025-01-01", "c") with { DisqualifiedOn = Day("2025-01-05") }, Lead("under way", "2025-01-01", "d"),
            ],
            marketingActivities: [Touch("recorded", "2025-01-10", "x"), Touch("recorded", "2025-01-11", "y"), Touch("by its deal", "2025-02-01", "z")]);

        TouchPaths paths = TouchPaths.OfLeads(data, Day("2025-06-01"));

        Assert.Equal([("a > x", 1.0), ("b > z", 1), ("c", 0)], paths.Paths.Select(path => (path.ToString(), path.Conversions)).Order());
        Assert.Equal(1, paths.Undecided);
        Assert.Equal(2, TouchPaths.OfLeads(data, Day("2025-01-31")).Paths.Count);
    }

    [Fact]
    public void An_amount_counts_in_the_reporting_currency_at_the_rate_of_the_day()
    {
        RevenueDataset data = RevenueDataset.Build(
            deals: [Deal("d", "2025-02-01", "2025-03-01", DealOutcome.Won) with { LeadId = "l", Amount = new Money(100, Currency.Eur) }],
            leads: [Lead("l", "2025-01-05", "search")],
            options: new DatasetOptions { ReportingCurrency = Currency.Usd, ExchangeRates = new ExchangeRates([new(Day("2025-01-01"), Currency.Eur, Currency.Usd, 1m), new(Day("2025-03-01"), Currency.Eur, Currency.Usd, 1.1m)]) });

        Assert.Equal(110, TouchPaths.OfDeals(data, Day("2025-12-31")).Paths[0].Value, 1e-9);
    }

    [Fact]
    public void Without_records_there_is_no_path() => Assert.Equal(
        "there is no path", TouchPaths.OfDeals(RevenueDataset.Build(), Day("2025-12-31")).Credit(AttributionModel.First).UndefinedReason);

    private static Lead Lead(string id, string firstTouch, string? channel) => new() { Id = id, FirstTouchOn = Day(firstTouch), Channel = channel };

    private static MarketingActivity Touch(string? lead, string on, string? channel) => new() { LeadId = lead, On = Day(on), Channel = channel, Engagements = 1 };
}
