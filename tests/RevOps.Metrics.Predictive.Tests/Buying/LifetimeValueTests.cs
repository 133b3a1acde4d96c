namespace RevOps.Metrics.Predictive.Tests.Buying;

public class LifetimeValueTests
{
    private static readonly BgNbdModel Buying = new(0.243, 4.414, 0.793, 2.426);
    private static readonly GammaGammaModel Spend = new(6.25, 3.74, 15.44);
    private static readonly RfmSummary First = new("1", new(2, 30.43, 38.86), Estimate.Of(22.35));

    [Theory]
    [InlineData(12, 0.01, 36.28921112559936)]
    [InlineData(12, 0, 38.52852505072606)]
    [InlineData(36, 0.01, 75.32022537129251)]
    public void The_first_customer_of_cdnow_is_worth_what_lifetimes_says(int months, double discount, double value) =>
        Assert.Equal(value, Buying.LifetimeValue(First, Spend, new(months, discount, LifetimeValueTerms.WeeksPerMonth)).OrThrow(), 1e-9 * value);

    [Fact]
    public void Without_a_discount_it_is_the_purchases_expected_times_the_spend_times_the_margin()
    {
        LifetimeValueTerms terms = new(12, 0, LifetimeValueTerms.MeanDaysPerMonth / 7) { Margin = 0.4 };
        double purchases = Buying.ConditionalExpectedPurchases(First.History, 146_097 / 400.0 / 7);

        Assert.Equal(0.4 * purchases * Spend.ExpectedSpend(First).OrThrow(), Buying.LifetimeValue(First, Spend, terms).OrThrow(), 1e-10);
    }

    [Fact]
    public void Whose_spend_cannot_be_told_has_no_value_but_a_probability_to_be_alive()
    {
        RfmTable table = RfmTable.FromSummaries([First, new("free", new(1, 2, 3), Estimate.Of(0))]);

        ValueList<CustomerLifetimeValue> values = new ParetoNbdModel(0.5, 10, 0.6, 11).LifetimeValues(table, Spend, new(12, 0.01, 4.345));

        Assert.True(values[0].Value.IsDefined);
        Assert.False(values[1].Value.IsDefined);
        Assert.InRange(values[1].ProbabilityAlive, 0.01, 0.99);
    }

    [Fact]
    public void Terms_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimeValueTerms(0, 0.01, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimeValueTerms(12, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimeValueTerms(12, 0.01, 0));
    }
}
