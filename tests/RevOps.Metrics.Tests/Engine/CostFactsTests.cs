using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class CostFactsTests
{
    private static Spend Spent(string from, string? to, decimal amount) =>
        new() { From = Day(from), To = to is null ? null : Day(to), Amount = Usd(amount), Category = SpendCategory.Marketing };

    [Theory]
    [InlineData(100)]
    [InlineData(-100)]
    public void Spend_is_spread_over_its_days_to_the_last_unit(int amount)
    {
        RevenueDataset data = RevenueDataset.Build(spends: [Spent("2026-01-30", "2026-02-02", amount)]);
        MetricTable days = data.Evaluate(Marketing.AcquisitionSpend, ReportingCalendar.Gregorian.Days(2026).Skip(29).Take(3).ToArray());
        decimal sign = Math.Sign(amount);

        // 100 / 3 in hundredths of a cent: 333,333 then 333,333 and what is left, 333,334.
        Assert.Equal([33.3333m * sign, 33.3333m * sign, 33.3334m * sign], days.Results.Select(result => result.Magnitude));
        MetricTable months = data.Evaluate(Marketing.AcquisitionSpend, [Month("2026-01"), Month("2026-02"), ReportingCalendar.Gregorian.Quarters(2026)[0]]);
        Assert.Equal([66.6666m * sign, 33.3334m * sign, 100m * sign], months.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void Spend_without_an_end_is_of_one_day() => Assert.Equal(
        100, RevenueDataset.Build(spends: [Spent("2026-01-31", null, 100)]).Evaluate(Marketing.AcquisitionSpend, [Month("2026-01")]).Results[0].Magnitude);

    [Fact]
    public void Cost_of_acquisition_by_channel_leaves_customer_success_out_and_counts_first_paid_days()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", new CustomerAttribute("channel", "Ads")), Customer("b", new CustomerAttribute("channel", "Ads")), Customer("c", new CustomerAttribute("channel", "Partners"))],
            [Monthly("s1", "a", 10, "2026-01-05"), Monthly("s2", "b", 10, "2026-01-20") with { TrialEnd = Day("2026-02-03") }, Monthly("s3", "c", 10, "2025-06-01")],
            spends:
            [
                Spent("2026-01-01", "2026-02-01", 300) with { Channel = "Ads" }, Spent("2026-01-01", "2026-02-01", 50) with { Channel = "Partners", Category = SpendCategory.Sales },
                Spent("2026-01-01", "2026-02-01", 999) with { Channel = "Ads", Category = SpendCategory.CustomerSuccess },
            ]);
        MetricTable table = data.Evaluate(Marketing.Cac, [Month("2026-01")], [Dimensions.Channel]);
        Assert.Equal(300m, table[Marketing.Cac, Month("2026-01"), Cell.Of("Ads")].Magnitude);
        Assert.Equal("there is no new customer", table[Marketing.Cac, Month("2026-01"), Cell.Of("Partners")].UndefinedReason);
    }
}
