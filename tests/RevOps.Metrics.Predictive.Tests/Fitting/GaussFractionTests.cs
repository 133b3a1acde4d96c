namespace RevOps.Metrics.Predictive.Tests.Fitting;

public class GaussFractionTests
{
    // 2F1(1, 1; 2; z) = -ln(1 - z) / z, and 2F1(1, b; b + 1; z) at b = 2 is -2 (z + ln(1 - z)) / z^2.
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.999)]
    [InlineData(1e-3)]
    [InlineData(1e-4)]
    [InlineData(1e-5)]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    [InlineData(3)]
    [InlineData(1e4)]
    [InlineData(1e6)]
    [InlineData(1e9)]
    public void It_is_the_logarithm_where_it_has_that_form(double q)
    {
        double z = 1 - q;
        double logarithm = -Math.Log(q) / z;
        Assert.Equal(logarithm, GaussFraction.Value(1, 2, q), 1e-10 * logarithm);
        if (q is > 0.9 and < 1.1) return;
        double second = -2 * (z + Math.Log(q)) / (z * z);
        Assert.Equal(second, GaussFraction.Value(2, 3, q), 1e-10 * second);
    }

    [Fact]
    public void At_zero_it_is_one() => Assert.Equal(1, GaussFraction.Value(3, 7, 1));
}
