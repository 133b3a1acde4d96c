namespace RevOps.Metrics.Predictive.Tests;

public class SurvivalCurveTests
{
    /// <summary>Maintained patients of the AML study (Miller, Survival Analysis, 1981).</summary>
    private static readonly SurvivalCurve Aml = Curve(
        [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], [true, true, false, true, true, false, true, true, false, true, false]);

    [Fact]
    public void The_maintained_patients_of_Miller_survive_as_R_says()
    {
        SurvivalCurve curve = Aml;

        Assert.Equal([9, 13, 18, 23, 31, 34, 48], curve.Steps.Select(step => step.Time));
        Assert.Equal([11, 10, 8, 7, 5, 4, 2], curve.Steps.Select(step => step.AtRisk));
        Assert.Equal([0, 1, 0, 1, 0, 1, 1], curve.Steps.Select(step => step.Censored));
        SurvivalStep last = curve.Steps[^1];
        Assert.Equal(0.184090909090909, last.Survival, 1e-14);
        Assert.Equal(0.153492745786294, last.StandardError.OrThrow(), 1e-14);
        Assert.Equal(0.0359178984891853, last.Interval()!.Value.Lower, 1e-14);
        Assert.Equal(0.943525769474552, last.Interval()!.Value.Upper, 1e-14);
        Assert.Equal(0.0117384801231896, last.Interval(kind: SurvivalIntervalKind.LogLog)!.Value.Lower, 1e-14);
        Assert.Equal(0.525014842726641, last.Interval(kind: SurvivalIntervalKind.LogLog)!.Value.Upper, 1e-14);
        Assert.Equal(0, last.Interval(kind: SurvivalIntervalKind.Plain)!.Value.Lower);
        Assert.Equal(0.484931162720207, last.Interval(kind: SurvivalIntervalKind.Plain)!.Value.Upper, 1e-14);
        Assert.Equal(1.40876623376623, curve.Hazard.Steps[^1].Hazard, 1e-14);
        Assert.Equal(0.637806887760883, curve.Hazard.Steps[^1].StandardError, 1e-14);
        Assert.Equal(31, curve.Median.Time.OrThrow());
        Assert.Equal(18, curve.Median.Lower.OrThrow());
        Assert.Equal("the upper limit of the curve comes down to 0.8753 only, not to 0.5, while it is known", curve.Median.Upper.UndefinedReason);
        Assert.Equal(52.6454545454545, curve.RestrictedMean().Mean.OrThrow(), 1e-13);
        Assert.Equal(19.8286027955626, curve.RestrictedMean().StandardError.OrThrow(), 1e-13);
        Assert.Equal("11 observed, 7 left, median 31 (18 to ?)", curve.ToString());
    }

    [Fact]
    public void Where_all_left_the_curve_ends_at_0_without_an_error()
    {
        SurvivalCurve curve = Curve([2, 2, 4, 7], [true, true, true, true]);

        Assert.Equal([0.5, 0.25, 0], curve.Steps.Select(step => step.Survival));
        Assert.Equal("the curve has reached 0, where Greenwood's formula has no value", curve.Steps[^1].StandardError.UndefinedReason);
        Assert.Null(curve.Steps[^1].Interval());
        Assert.Equal(0, curve.SurvivalAt(1000).OrThrow());
        Assert.Null(curve.IntervalAt(1000));
        Assert.False(curve.Hazard.At(1000).IsDefined);
        Assert.Equal((2 * 2 + 4 + 7) / 4.0, curve.RestrictedMean(1000).Mean.OrThrow(), 1e-14); // the mean of the four
    }

    [Fact]
    public void Where_none_left_the_curve_stays_at_1_and_has_no_median()
    {
        SurvivalCurve curve = Curve([3, 5], [false, false]);

        Assert.Empty(curve.Steps);
        Assert.Equal(1, curve.SurvivalAt(5).OrThrow());
        Assert.Equal(0, curve.StandardErrorAt(5).OrThrow());
        Assert.Equal(new Interval(0.95, 1, 1), curve.IntervalAt(5));
        Assert.Null(curve.IntervalAt(5, kind: SurvivalIntervalKind.LogLog));
        Assert.Equal("the curve comes down to 1 only, not to 0.5, while it is known", curve.Median.Time.UndefinedReason);
        Assert.Equal(5, curve.RestrictedMean().Mean.OrThrow());
        Assert.Equal(0, curve.RestrictedMean().StandardError.OrThrow());
        Assert.Equal(0, curve.Hazard.At(4).OrThrow());
    }

    [Fact]
    public void Nothing_is_known_later_than_anyone_was_observed()
    {
        SurvivalCurve curve = Curve([3, 5], [true, false]);

        Assert.Equal(0.5, curve.SurvivalAt(5).OrThrow());
        Assert.Equal("nobody was observed later than 5", curve.SurvivalAt(5.5).UndefinedReason);
        Assert.False(curve.RestrictedMean(6).Mean.IsDefined);
        Assert.False(curve.StandardErrorAt(6).IsDefined);
        Assert.False(curve.Hazard.At(6).IsDefined);
        Assert.Equal(0, curve.AtRisk(6));
    }

    [Fact]
    public void One_observation_is_a_curve()
    {
        SurvivalCurve left = Curve([4], [true]), stayed = Curve([4], [false]);

        Assert.Equal([0.0], left.Steps.Select(step => step.Survival));
        Assert.Equal(4, left.Median.Time.OrThrow());
        Assert.False(left.Median.Upper.IsDefined);
        Assert.False(stayed.Median.Time.IsDefined);
    }

    [Fact]
    public void Nobody_is_an_empty_curve_and_says_so()
    {
        SurvivalCurve curve = Curve([], []);

        Assert.Null(curve.LastTime);
        Assert.Equal("nobody was observed", curve.SurvivalAt(0).UndefinedReason);
        Assert.Equal("nobody was observed", curve.Median.Time.UndefinedReason);
        Assert.Equal("nobody was observed", curve.RestrictedMean().Mean.UndefinedReason);
        Assert.Equal("nobody was observed", curve.Hazard.At(0).UndefinedReason);
    }

    [Fact]
    public void Who_leaves_at_once_was_at_risk_at_0()
    {
        SurvivalCurve curve = Curve([0, 0, 3, 3], [true, false, true, false]);

        Assert.Equal(4, curve.AtRisk(0));
        Assert.Equal([0.75, 0.375], curve.Steps.Select(step => step.Survival));
    }

    [Fact]
    public void The_median_of_an_even_number_lies_in_the_middle()
    {
        Assert.Equal(33, Curve([9, 19, 32, 34, 43, 43], [true, true, true, true, false, false]).Median.Time.OrThrow()); // one half from 32 to 34
        Assert.Equal(25, Curve([10, 20, 30, 30], [true, true, false, false]).Median.Time.OrThrow()); // one half from 20 to the end
    }

    [Fact]
    public void A_late_entry_is_at_risk_from_then_on()
    {
        SurvivalCurve curve = SurvivalCurve.Estimate(new SurvivalObservations((double[])[2, 4, 6, 7], (bool[])[true, true, true, false], (double[])[0, 2, 0, 3]));

        Assert.Equal([2, 3, 2], curve.Steps.Select(step => step.AtRisk)); // at 2 A and C; at 4 B, C and D; at 6 C and D
        double[] expected = [1 / 2.0, 1 / 2.0 * 2 / 3, 1 / 2.0 * 2 / 3 * 1 / 2];
        Assert.Equal(expected, curve.Steps.Select(step => step.Survival), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Empty(curve.Warnings);
    }

    [Fact]
    public void Delayed_entry_that_empties_the_curve_or_leaves_a_gap_is_warned_of()
    {
        SurvivalCurve early = SurvivalCurve.Estimate(new SurvivalObservations((double[])[2, 9], (bool[])[true, true], (double[])[0, 5]));
        SurvivalCurve gap = SurvivalCurve.Estimate(new SurvivalObservations((double[])[2, 9], (bool[])[false, true], (double[])[0, 5]));
        SurvivalCurve late = SurvivalCurve.Estimate(new SurvivalObservations((double[])[8, 9], (bool[])[true, false], (double[])[4, 5]));

        Assert.Equal(["all 1 who were observed at 2 left then, before others came: the curve is 0 from there"], early.Warnings);
        Assert.Equal(["nobody was observed between 2 and 5: the curve is level there for want of knowledge"], gap.Warnings);
        Assert.Equal(["nobody was observed before 4: the curve is of those who were still there then"], late.Warnings);
        Assert.Empty(Curve([2, 9], [true, true]).Warnings);
    }

    [Fact]
    public void Times_and_levels_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Aml.SurvivalAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Aml.AtRisk(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Aml.Quantile(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Aml.Quantile(0.5, level: 95));
        Assert.Throws<ArgumentOutOfRangeException>(() => Aml.RestrictedMean(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => Aml.Steps[0].Interval(0));
    }

    [Fact]
    public void Several_groups_are_no_one_curve() => Assert.Contains(
        "of 2 groups", Assert.Throws<ArgumentException>(() => SurvivalCurve.Estimate(SurvivalObservations.ByGroup((double[])[1, 2], (bool[])[true, true], ["a", "b"]))).Message, StringComparison.Ordinal);

    private static SurvivalCurve Curve(double[] durations, IEnumerable<bool> events) => SurvivalCurve.Estimate(new SurvivalObservations(durations, events.ToArray()));
}
