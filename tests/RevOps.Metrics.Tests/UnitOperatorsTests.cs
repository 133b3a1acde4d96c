using System.Numerics;

namespace RevOps.Metrics.Tests;

public class UnitOperatorsTests
{
    [Fact]
    public void Like_adds_to_like()
    {
        Assert.Equal(new Ratio(0.75m), new Ratio(1m) - new Ratio(0.5m) + new Ratio(0.25m));
        Assert.Equal(new Count(5), new Count(7) - new Count(3) + new Count(1));
        Assert.Equal(new Days(5), new Days(7) - new Days(3) + new Days(1));
        Assert.Equal(new Months(5), new Months(7) - new Months(3) + new Months(1));
        Assert.Equal(new PerDay<Money>(Usd(5)), new PerDay<Money>(Usd(7)) - new PerDay<Money>(Usd(3)) + new PerDay<Money>(Usd(1)));
        Assert.Equal(Churn(0.5m), Churn(0.7m) - Churn(0.3m) + Churn(0.1m));
        Assert.Equal(new PerYear<Count>(new(5)), new PerYear<Count>(new(7)) - new PerYear<Count>(new(3)) + new PerYear<Count>(new(1)));
        Assert.Throws<InvalidOperationException>(() => new PerMonth<Money>(Usd(1)) + new PerMonth<Money>(new(1, Currency.Eur)));

        static PerMonth<Ratio> Churn(decimal share) => new(new(share));
    }

    [Fact]
    public void Like_compares_with_like()
    {
        Ordered(new Ratio(0.1m), new Ratio(0.2m));
        Ordered(new Count(1), new Count(2));
        Ordered(new Days(1), new Days(2));
        Ordered(new Months(1), new Months(2));
        Ordered(Usd(1), Usd(2));

        static void Ordered<T>(T small, T large)
            where T : struct, IComparisonOperators<T, T, bool>, IComparable<T>
        {
            Assert.True(small < large && small <= large && large > small && large >= small);
            Assert.False(large < small || large <= small || small > large || small >= large);
            T same = small;
            Assert.True(small <= same && small >= same && small == same && small != large);
            Assert.False(small < same || small > same);
            Assert.Equal([small, large], new[] { large, small }.Order());
        }
    }

    [Fact]
    public void A_value_has_an_opposite()
    {
        Assert.Equal(new Ratio(-0.1m), -new Ratio(0.1m));
        Assert.Equal(new Count(-1), -new Count(1));
        Assert.Equal(new Days(-1), -new Days(1));
        Assert.Equal(new Months(-1), -new Months(1));
        Assert.Equal(Usd(-1), -Usd(1));
    }

    [Fact]
    public void Money_by_another_unit_gives_the_unit_it_means()
    {
        Assert.Equal(new Ratio(4m), Usd(8_000) / Usd(2_000));
        Assert.Equal(Usd(2_000), Usd(200_000) / new Count(100));
        Assert.Equal(Usd(200_000), Usd(2_000) * new Count(100));
        Assert.Equal(Usd(800), Usd(1_000) * new Ratio(0.8m));
        Assert.Equal(new PerDay<Money>(Usd(1_000)), Usd(30_000) / new Days(30));
        Assert.Equal(new PerMonth<Money>(Usd(1_500)), Usd(18_000) / new Months(12));
    }

    [Fact]
    public void Ratios_and_counts_compose()
    {
        Assert.Equal(new Ratio(0.25m), new Count(10) / new Count(40));
        Assert.Equal(new Count(10), new Count(40) * new Ratio(0.25m));
        Assert.Equal(new Ratio(0.15m), new Ratio(0.3m) * new Ratio(0.5m));
        Assert.Equal(new Ratio(2m), new Ratio(0.3m) / new Ratio(0.15m));
    }

    [Fact]
    public void Payback_is_money_by_money_a_month()
    {
        PerMonth<Money> grossProfit = new PerMonth<Money>(Usd(125)) * new Ratio(0.8m);

        Assert.Equal(new Months(20), Usd(2_000) / grossProfit);
    }

    [Fact]
    public void Lifetime_value_is_money_a_month_by_churn_a_month() =>
        Assert.Equal(Usd(5_000), new PerMonth<Money>(Usd(100)) / new PerMonth<Ratio>(new(0.02m)));

    [Fact]
    public void A_customer_of_1500_a_month_brings_18000_a_year_and_90000_in_five()
    {
        PerMonth<Money> monthly = new(Usd(1_500));

        Assert.Equal(new PerYear<Money>(Usd(18_000)), monthly.PerYear());
        Assert.Equal(monthly, monthly.PerYear().PerMonth());
        Assert.Equal(Usd(90_000), monthly * new Months(60));
    }

    [Fact]
    public void Dividing_by_nothing_throws()
    {
        Assert.Throws<DivideByZeroException>(() => Usd(1) / Usd(0));
        Assert.Throws<DivideByZeroException>(() => Usd(1) / new Count(0));
        Assert.Throws<DivideByZeroException>(() => Usd(1) / new PerMonth<Money>(Usd(0)));
        Assert.Throws<DivideByZeroException>(() => new PerMonth<Money>(Usd(1)) / new PerMonth<Ratio>(new(0)));
        Assert.Throws<DivideByZeroException>(() => new Count(1) / new Count(0));
    }

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);
}
