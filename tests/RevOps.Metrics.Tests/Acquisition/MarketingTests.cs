using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class MarketingTests
{
    private static readonly ReportingPeriod January = Month("2026-01");

    private static readonly RevenueDataset Data = RevenueDataset.Build(
        [
            Customer("ada", Segment("SMB"), new("channel", "Ads"), new("campaign", "Spring")), Customer("bob", Segment("SMB"), new("channel", "Events"), new("campaign", "Spring")),
            Customer("cyd", Segment("Enterprise"), new("channel", "Ads")),
        ],
        [Monthly("a", "ada", 10, "2026-01-05"), Monthly("b", "bob", 10, "2026-01-06"), Monthly("c", "cyd", 10, "2026-01-07")],
        [Bought("x", "ada", "Ann"), Bought("y", "bob", "Ann"), Bought("z", "cyd", "Ben")],
        spends:
        [
            Spent(300, SpendCategory.Marketing) with { Channel = "Ads", Campaign = "Spring", Segment = "SMB" },
            Spent(100, SpendCategory.Marketing) with { Channel = "Events", Campaign = "Spring" }, Spent(80, SpendCategory.Sales) with { Owner = "Ann" }, Spent(50, SpendCategory.Sales) with { Owner = "Ben" },
        ]);

    private static readonly EvaluationOptions ByDeal = new() { Policy = new() { CacCustomers = NewCustomerBasis.FirstWonDeal } };

    private static Deal Bought(string id, string customer, string owner) =>
        Deal(id, DealOutcome.Won, "2026-01-01", "2026-01-20", 100) with { CustomerId = customer, Owner = owner };

    private static Spend Spent(decimal amount, SpendCategory category) => new() { From = Day("2026-01-01"), Amount = Usd(amount), Category = category };

    [Theory]
    [InlineData("channel", "Ads", 150)]
    [InlineData("channel", "Events", 100)]
    [InlineData("campaign", "Spring", 200)]
    [InlineData("segment", "SMB", 150)]
    [InlineData("segment", "Enterprise", 0)]
    public void The_cost_of_acquisition_can_be_told_by_channel_campaign_and_segment(string dimension, string value, decimal expected)
    {
        Dimension by = new[] { Dimensions.Channel, Dimensions.Campaign, Dimensions.Segment }.Single(each => each.Name == dimension);
        Assert.Equal(expected, Data.Evaluate(Marketing.Cac, [January], [by])[Marketing.Cac, January, Cell.Of(value)].Magnitude);
        Assert.Equal(expected, Data.Evaluate(Marketing.Cac, [January], [by], ByDeal)[Marketing.Cac, January, Cell.Of(value)].Magnitude);
    }

    [Fact]
    public void By_representative_customers_are_those_of_won_deals_and_those_who_first_pay_are_refused()
    {
        MetricTable table = Data.Evaluate(Marketing.Cac, [January], [Dimensions.Owner], ByDeal);
        Assert.Equal([40m, 50m], new[] { "Ann", "Ben" }.Select(owner => table[Marketing.Cac, January, Cell.Of(owner)].Magnitude));
        Assert.Equal("there is no new customer", table[Marketing.Cac, January, Cell.Of((string?)null)].UndefinedReason);
        string refused = Assert.Throws<MeasureRefusedException>(() => Data.Evaluate(Marketing.Cac, [January], [Dimensions.Owner])).Message;
        Assert.Contains("Movements has no path to the dimension 'owner'", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lag_takes_the_spend_of_periods_of_the_same_length()
    {
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [Monthly("a", "ada", 10, "2026-04-05")],
            spends: [Spent(30, SpendCategory.Sales), Spent(40, SpendCategory.Sales) with { From = Day("2026-03-31") }, Spent(7, SpendCategory.Sales) with { From = Day("2026-04-01") }]);
        EvaluationOptions lagged = new() { Policy = new() { CacSpendLag = 1 } };
        Assert.Equal(40, data.Evaluate(Marketing.Cac, [Month("2026-04")], options: lagged).Results[0].Magnitude);
        Assert.Equal(70, data.Evaluate(Marketing.Cac, [Quarter(2026, 2)], options: lagged).Results[0].Magnitude);
        Assert.Equal(["acquisition spend, 1 period before", "new customers"], data.Evaluate(Marketing.Cac, [Quarter(2026, 2)], options: lagged).Results[0].Parts.Select(part => part.Name));
    }

    [Fact]
    public void A_scope_is_its_categories_whatever_their_order()
    {
        Assert.Equal(CacScope.SalesAndMarketing, CacScope.Of(SpendCategory.Sales, SpendCategory.Marketing, SpendCategory.Sales));
        Assert.Equal("Marketing and Other", CacScope.Of(SpendCategory.Other, SpendCategory.Marketing).ToString());
        Assert.Throws<ArgumentException>(() => CacScope.Of());
        Assert.Throws<ArgumentNullException>(() => new MetricPolicy { CacScope = null! });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MetricPolicy { CacSpendLag = -1 });
    }
}
