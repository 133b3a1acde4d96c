namespace RevOps.Metrics.Predictive.Tests;

public class SurvivalObservationsTests
{
    [Theory]
    [InlineData(-2.0, "Observation 1 (counted from 0) has duration -2: a duration is a number of at least 0.")]
    [InlineData(double.NaN, "has duration NaN")]
    [InlineData(double.PositiveInfinity, "has duration Infinity")]
    public void A_duration_that_cannot_be_is_named(double duration, string message) => Refused(message, () => new SurvivalObservations((double[])[3, duration], (bool[])[true, false]));

    [Fact]
    public void Who_enters_after_leaving_is_named() =>
        Refused("Observation 0 (counted from 0) enters at 5 and leaves at 3: it was never observed.", () => new SurvivalObservations((double[])[3], (bool[])[true], (double[])[5]));

    [Fact]
    public void Who_enters_on_leaving_was_never_observed() =>
        Refused("enters at 3 and leaves at 3", () => new SurvivalObservations((double[])[3], (bool[])[true], (double[])[3]));

    [Fact]
    public void An_entry_before_the_start_is_named() => Refused("has entry -1", () => new SurvivalObservations((double[])[3], (bool[])[true], (double[])[-1]));

    [Fact]
    public void A_negative_weight_is_named() => Refused("has weight -1", () => new SurvivalObservations((double[])[3], (bool[])[true], weights: (double[])[-1]));

    [Fact]
    public void Columns_of_different_lengths_are_refused()
    {
        Refused("There are 2 durations and 1 events", () => new SurvivalObservations((double[])[3, 4], (bool[])[true]));
        Refused("There are 1 durations and 2 entries", () => new SurvivalObservations((double[])[3], (bool[])[true], (double[])[0, 0]));
        Refused("There are 1 durations and 2 weights", () => new SurvivalObservations((double[])[3], (bool[])[true], weights: (double[])[1, 1]));
        Refused("There are 1 durations and 0 groups", () => new SurvivalObservations((double[])[3], (bool[])[true], default, ["A"]));
    }

    [Fact]
    public void A_group_without_a_name_is_refused() =>
        Refused("Observation 0 (counted from 0) is in group 1 of 1", () => new SurvivalObservations((double[])[3], (bool[])[true], (int[])[1], ["A"]));

    [Fact]
    public void Groups_come_in_ordinal_order_and_those_without_last()
    {
        SurvivalObservations observations = SurvivalObservations.ByGroup((double[])[1, 2, 3], (bool[])[true, true, true], [null, "b", "B"]);

        Assert.Equal(["B", "b", "(none)"], observations.GroupNames);
        Assert.Equal([2, 1, 0], observations.Groups.ToArray());
    }

    private static void Refused(string message, Func<object> make) => Assert.Contains(message, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
}
