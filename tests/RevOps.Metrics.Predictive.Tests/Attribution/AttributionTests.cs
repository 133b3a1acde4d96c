namespace RevOps.Metrics.Predictive.Tests;

public class AttributionTests
{
    private static readonly TouchPath[] Journeys = [TouchPath.Parse("direct", 2, 1, 20), TouchPath.Parse("search > email", 3, 2, 60), TouchPath.Parse("search > social > email", 5, 4, 150)];

    [Fact]
    public void Where_nobody_converts_there_is_a_reason_and_no_credit()
    {
        Attribution none = Attribution.Of([TouchPath.Parse("a > b", 0, 5)], AttributionModel.Markov());

        Assert.Empty(none.Credits);
        Assert.Equal("no path ended in a conversion, so there is nothing to share out", none.UndefinedReason);
        Assert.Contains(none.UndefinedReason!, Assert.Throws<KeyNotFoundException>(() => none["a"]).Message, StringComparison.Ordinal);
        Assert.Equal("there is no path", Attribution.Of([], AttributionModel.First).UndefinedReason);
    }

    [Fact]
    public void One_journey_of_one_touch_takes_all() => Assert.All(AttributionModels.WithoutAges, model =>
        Assert.Equal(3, Assert.Single(Attribution.Of([TouchPath.Parse("a", 3)], model).Credits).Conversions, 12));

    [Fact]
    public void A_channel_that_touched_nobody_who_converted_is_told_with_nothing()
    {
        TouchPath[] paths = [.. Journeys, TouchPath.Parse("banner", 0, 9)];

        Assert.All(AttributionModels.All, model => Assert.Equal(0, Attribution.Of(paths, model)["banner"].Conversions));
        Assert.Equal(["banner", "direct", "email", "search", "social"], Attribution.Of(paths, AttributionModel.First).Credits.Select(credit => credit.Channel));
    }

    [Fact]
    public void Value_follows_the_conversions_of_its_path()
    {
        Attribution linear = Attribution.Of(Journeys, AttributionModel.LinearByTouch);

        Assert.Equal(230, linear.Value);
        Assert.Equal((60 / 2.0) + (150 / 3.0), linear["email"].Value, 1e-12);
        Assert.Equal("linear by touch: direct 2, email 3.16667, search 3.16667, social 1.66667", linear.ToString());
    }

    [Fact]
    public void Markov_on_the_journeys_of_mta_is_exact()
    {
        Attribution markov = Attribution.Of(Journeys, AttributionModel.Markov());

        Assert.Equal(0.8641975308641974, markov["direct"].Conversions, 1e-14);
        Assert.Equal(3.45679012345679, markov["email"].Conversions, 1e-14);
        Assert.Equal(3.45679012345679, markov["search"].Conversions, 1e-14);
        Assert.Equal(2.2222222222222223, markov["social"].Conversions, 1e-14);
        Assert.Equal(230 * 0.08641975308641974, markov["direct"].Value, 1e-12);
    }

    [Fact]
    public void A_channel_that_is_not_there_is_asked_for_in_vain() => Assert.Contains(
        "the channels are direct, email, search, social", Assert.Throws<KeyNotFoundException>(() => Attribution.Of(Journeys, AttributionModel.First)["tv"]).Message, StringComparison.Ordinal);
}
