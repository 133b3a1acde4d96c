namespace RevOps.Metrics.Tests;

/// <summary>What the types cannot show is refused when a metric is built, with what to do instead.</summary>
public sealed class RefusedWhenBuiltTests
{
    private static readonly BalanceMeasure<Movements, PerYear<Money>> Arr = Measures.Balances(Movements.Customer, Movements.Amount, on: Movements.On);

    private static readonly DaysMeasure<Deals> Cycle = Measures.Days(Deals.CycleDays, on: Deals.ClosedOn);

    [Fact]
    public void Counting_by_a_rule_that_sums_and_summing_by_one_that_counts()
    {
        Assert.Contains("ask Sum", Assert.Throws<ArgumentException>(() => Arr.Count(EntityRule.KeptAmount)).Message, StringComparison.Ordinal);
        Assert.Contains("ask Count", Assert.Throws<ArgumentException>(() => Arr.Sum(EntityRule.Lost)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_none() => Assert.Throws<ArgumentOutOfRangeException>(() => Arr.Top(0));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void A_percentile_beyond_all_rows(double share)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Cycle.Percentile((decimal)share));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sales.SalesCyclePercentile((decimal)share));
    }

    [Fact]
    public void A_filter_without_values() =>
        Assert.Contains("name those to take", Assert.Throws<ArgumentException>(() => Sales.WonAmount.Where(Dimensions.Owner)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void No_periods_to_look_back(int periods)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Sales.WonAmount.Trailing(periods));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sales.WonAmount.Shifted(periods));
    }

    [Fact]
    public void To_date_of_a_range_that_has_no_grid()
    {
        Assert.Contains("year to date", Assert.Throws<ArgumentException>(() => Sales.WonAmount.ToDate(CalendarGrain.Custom)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Sales.WonAmount.ToDate((CalendarGrain)99));
    }

    [Fact]
    public void A_name_that_says_nothing() => Assert.Throws<ArgumentException>(() => Sales.WonAmount.Named("  "));

    [Fact]
    public void Nothing_in_the_place_of_a_part()
    {
        Assert.Throws<ArgumentNullException>(() => Sales.WonAmount + null!);
        Assert.Throws<ArgumentNullException>(() => Sales.WinRate.Or(null!));
        Assert.Throws<ArgumentNullException>(() => Sales.WinRate.GrowthOver(null!));
        Assert.Throws<ArgumentNullException>(() => Sales.WonAmount.AllocatedBy(null!));
        Assert.Throws<ArgumentNullException>(() => Sales.WonAmount.Where(null!, "a"));
        Assert.Throws<ArgumentNullException>(() => Metric<Money>.ByPolicy("x", null!));
        Assert.Throws<ArgumentNullException>(() => Metric<Money>.Assumed(null!));
        Assert.Throws<ArgumentNullException>(() => Measures.Count<Deals>(null!));
        Assert.Throws<ArgumentNullException>(() => Measures.Sum(Deals.Amount, null!));
        Assert.Throws<ArgumentNullException>(() => Measures.Count(Deals.ClosedOn).Where((Condition<Deals>)null!));
    }

    [Fact]
    public void An_acquisition_period_of_a_range_that_has_no_grid() =>
        Assert.Throws<ArgumentException>(() => Dimensions.AcquisitionPeriod(ReportingCalendar.Gregorian, CalendarGrain.Custom));
}
