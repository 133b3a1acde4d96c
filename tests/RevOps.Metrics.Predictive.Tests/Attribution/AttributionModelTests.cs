namespace RevOps.Metrics.Predictive.Tests;

public class AttributionModelTests
{
    [Fact]
    public void Two_touches_share_the_middle_by_the_rule()
    {
        TouchPath path = TouchPath.Parse("x > y", 80);

        Assert.Equal(50, Credit(path, AttributionModel.PositionBased(0.5, 0.3), "x"), 1e-12);
        Assert.Equal(48, Credit(path, AttributionModel.PositionBased(0.5, 0.3, TwoTouchRule.SplitMiddle), "x"), 1e-12);
        Assert.Equal(40, Credit(path, AttributionModel.PositionBased(0, 0), "x"), 1e-12);
        Assert.Equal(80, Credit(TouchPath.Parse("x", 80), AttributionModel.PositionBased(0.5, 0.3), "x"), 1e-12);
    }

    [Fact]
    public void Positions_are_touches_also_of_one_channel()
    {
        TouchPath path = TouchPath.Parse("x > y > x > x", 10);

        Assert.Equal(9, Credit(path, AttributionModel.PositionBased(), "x"), 1e-12); // 4 + 1 + 4
        Assert.Equal(1, Credit(path, AttributionModel.PositionBased(), "y"), 1e-12);
    }

    [Fact]
    public void A_half_life_halves_and_a_step_waits()
    {
        TouchPath path = TouchPath.Parse("a > b > c", 70) with { Ages = [14, 7, 0] };

        Assert.Equal([10, 20, 40], Credits(path, AttributionModel.TimeDecayByHalfLife(7)), Near);
        Assert.Equal([70 / 5.0, 70 * 2 / 5.0, 70 * 2 / 5.0], Credits(path, AttributionModel.TimeDecayByStep(8)), Near); // one step, none, none
        Assert.Equal([70 / 13.0, 70 * 3 / 13.0, 70 * 9 / 13.0], Credits(path, AttributionModel.TimeDecayByStep(7, 1 / 3.0)), Near);
    }

    [Fact]
    public void A_touch_of_long_ago_still_has_a_weight()
    {
        TouchPath path = TouchPath.Parse("a > b", 30) with { Ages = [1_000_001, 1_000_000] };

        Assert.Equal([10, 20], Credits(path, AttributionModel.TimeDecayByHalfLife(1)), Near);
    }

    [Fact]
    public void A_channel_that_comes_again_ranks_by_its_first_touch_or_by_its_last()
    {
        TouchPath path = TouchPath.Parse("a > b > a", 30);

        Assert.Equal([10, 20], Credits(path, AttributionModel.TimeDecayByOrder()), Near);
        Assert.Equal([20, 10], Credits(path, AttributionModel.TimeDecayByOrder(isByLastTouch: true)), Near);
    }

    [Fact]
    public void The_channel_that_is_passed_over_takes_what_nobody_else_touched()
    {
        AttributionModel model = AttributionModel.LastExcept("direct");

        Assert.Equal(5, Credit(TouchPath.Parse("email > direct > direct", 5), model, "email"));
        Assert.Equal(5, Credit(TouchPath.Parse("direct > direct", 5), model, "direct"));
    }

    [Fact]
    public void Shapley_is_the_mean_over_all_orders_of_joining()
    {
        TouchPath[] paths = [TouchPath.Parse("a", 4, 1), TouchPath.Parse("b > a", 6, 2), TouchPath.Parse("c > b > c", 2), TouchPath.Parse("c > a > b", 3, 9)];
        string[][] orders = [["a", "b", "c"], ["a", "c", "b"], ["b", "a", "c"], ["b", "c", "a"], ["c", "a", "b"], ["c", "b", "a"]];
        double Worth(IEnumerable<string> set) => paths.Where(path => path.Channels.All(set.Contains)).Sum(path => path.Conversions);

        Attribution shapley = Attribution.Of(paths, AttributionModel.Shapley);
        foreach (string channel in orders[0])
        {
            double mean = orders.Average(order => Worth(order[..(Array.IndexOf(order, channel) + 1)]) - Worth(order[..Array.IndexOf(order, channel)]));
            Assert.Equal(mean, shapley[channel].Conversions, 1e-12);
        }
    }

    [Fact]
    public void By_conversion_rate_a_channel_can_take_less_than_nothing()
    {
        // Alone a always converts; with b only one in ten does.
        TouchPath[] paths = [TouchPath.Parse("a", 10), TouchPath.Parse("a > b", 1, 9)];

        Attribution credits = Attribution.Of(paths, AttributionModel.ShapleyByConversionRate);
        // In the game of both: a adds 1 to nobody and 0.1 to b, b adds 0 to nobody and -0.9 to a: 0.55 and -0.45 of 0.1.
        Assert.Equal(10 + 5.5, credits["a"].Conversions, 1e-12);
        Assert.Equal(-4.5, credits["b"].Conversions, 1e-12);
    }

    [Fact]
    public void What_cannot_be_worked_out_is_refused()
    {
        TouchPath path = TouchPath.Parse("a > b", 1);
        TouchPath wide = new([.. Enumerable.Range(0, 17).Select(i => $"c{i}")], 1);

        Assert.Contains("'a > b' has no ages", Assert.Throws<ArgumentException>(() => Attribution.Of([path], AttributionModel.TimeDecayByHalfLife(7))).Message, StringComparison.Ordinal);
        Assert.Contains("has 17 different channels", Assert.Throws<ArgumentException>(() => Attribution.Of([wide], AttributionModel.ShapleyByConversionRate)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributionModel.PositionBased(0.7, 0.7));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributionModel.PositionBased(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributionModel.TimeDecayByHalfLife(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributionModel.TimeDecayByStep(7, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributionModel.TimeDecayByStep(-7));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributionModel.Markov(0));
    }

    private static double[] Credits(TouchPath path, AttributionModel model) => [.. Attribution.Of([path], model).Credits.Select(credit => credit.Conversions)];

    private static double Credit(TouchPath path, AttributionModel model, string channel) => Attribution.Of([path], model)[channel].Conversions;

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-9;
}
