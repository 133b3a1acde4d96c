namespace RevOps.Metrics.Predictive.Tests;

public class CreationRateTests
{
    [Fact]
    public void A_steady_rate_is_learned_of_all_days()
    {
        CreationRate rate = CreationRate.Learn(Enumerable.Range(0, 365).SelectMany(age => new[] { age, age }), 365);

        Assert.Equal(1, rate.KeptShare);
        Assert.Equal(730, rate.Count);
        Assert.Equal(365, rate.Days);
    }

    [Fact]
    public void A_rate_that_has_doubled_is_learned_of_the_latest_days()
    {
        CreationRate rate = CreationRate.Learn(Enumerable.Range(0, 360).SelectMany(age => Enumerable.Repeat(age, age < 120 ? 8 : 4)), 360);

        Assert.True(rate.KeptShare < 1);
        Assert.InRange(rate.Count / rate.Days, 7, 8);
    }

    [Fact]
    public void Without_deals_none_come() => Assert.Equal(0, CreationRate.Learn([], 20).Draw(new Random(1)));
}
