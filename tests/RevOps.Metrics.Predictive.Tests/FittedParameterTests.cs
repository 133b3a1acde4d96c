namespace RevOps.Metrics.Predictive.Tests;

public class FittedParameterTests
{
    private static readonly FittedParameter Level = new("l", 10, Estimate.Of(2)), Shape = new("r", 10, Estimate.Of(2)) { Scale = ParameterScale.Logarithm };

    [Fact]
    public void A_parameter_of_any_sign_has_as_many_errors_to_both_sides()
    {
        Interval range = Level.IntervalAt(0.95)!.Value;

        // 1.959964 errors of 2.
        Assert.Equal(6.080072, range.Lower, 1e-6);
        Assert.Equal(13.919928, range.Upper, 1e-6);
        Assert.Equal(0.95, range.Level);
    }

    [Fact]
    public void A_parameter_above_zero_has_as_many_times_to_both_sides()
    {
        Interval range = Shape.IntervalAt(0.95)!.Value;

        // e^(1.959964 x 0.2) = 1.479927.
        Assert.Equal(6.757090, range.Lower, 1e-6);
        Assert.Equal(14.799271, range.Upper, 1e-6);
        Assert.True((Shape with { StandardError = Estimate.Of(1e6) }).IntervalAt(0.8)!.Value is { Lower: >= 0, Upper: <= double.MaxValue });
    }

    [Fact]
    public void A_probability_has_a_range_between_0_and_1()
    {
        FittedParameter share = new("Demo to won", 0.9, Estimate.Of(0.05)) { Scale = ParameterScale.LogOdds };
        Interval range = share.IntervalAt(0.95)!.Value;

        // Log-odds ln 9, with an error of 0.05 / 0.09; e^(1.959964 x 0.555556) = 2.970911.
        Assert.Equal(0.9 / (0.9 + (0.1 * 2.970911)), range.Lower, 1e-6);
        Assert.Equal(0.9 / (0.9 + (0.1 / 2.970911)), range.Upper, 1e-6);
        Assert.True((share with { StandardError = Estimate.Of(1e6) }).IntervalAt(0.8)!.Value is { Lower: >= 0, Upper: <= 1 });
    }

    [Fact]
    public void Parameters_of_buying_and_variances_are_above_zero()
    {
        Assert.All(BgNbdModel.Fit(Buying.Simulated.BetaGeometric(1, 300, 0.6, 5, 0.8, 2.5, 60)).Report!.Parameters, parameter => Assert.True(parameter.IntervalAt(0.999)!.Value.Lower > 0));
        Assert.True(EtsModel.Fit(new TimeSeries([1.0, 3, 2, 4, 1]), EtsForm.Parse("ANN")).Report["sigma2"].IntervalAt(0.999)!.Value.Lower > 0);
    }

    [Fact]
    public void Without_an_error_there_is_no_range_and_a_level_lies_between_0_and_1()
    {
        Assert.Null((Level with { StandardError = Estimate.Undefined("flat") }).IntervalAt(0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => Level.IntervalAt(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Level.IntervalAt(double.NaN));
    }
}
