namespace RevOps.Metrics.Predictive.Tests;

public class EstimateTests
{
    [Fact]
    public void A_number_is_itself()
    {
        Estimate estimate = Estimate.Of(0.25);

        Assert.True(estimate.IsDefined);
        Assert.Equal(0.25, estimate.OrThrow());
        Assert.Null(estimate.UndefinedReason);
        Assert.Equal("0.25", estimate.ToString());
    }

    [Fact]
    public void What_is_undefined_says_why()
    {
        Estimate estimate = Estimate.Undefined("no deal has closed yet");

        Assert.False(estimate.IsDefined);
        Assert.Equal("undefined: no deal has closed yet", estimate.ToString());
        Assert.Contains("no deal has closed yet", Assert.Throws<InvalidOperationException>(() => estimate.OrThrow()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => Estimate.Of(value));

    [Fact]
    public void Nothing_estimated_is_undefined() => Assert.Equal("nothing was estimated", default(Estimate).UndefinedReason);
}
