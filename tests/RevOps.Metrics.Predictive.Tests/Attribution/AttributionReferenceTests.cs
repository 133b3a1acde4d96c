using System.Text.Json;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Tiny journeys beside the Python packages mta and Marketing Attribution Models and the R package ChannelAttribution.</summary>
public class AttributionReferenceTests
{
    [ReferenceTheory]
    [InlineData("first", "first")]
    [InlineData("last", "last")]
    [InlineData("linear_same", "linear by channel")]
    [InlineData("linear_prop", "linear by touch")]
    [InlineData("position_40_40", "position 40 40")]
    [InlineData("position_30_30", "position 30 30")]
    [InlineData("time_decay_left", "decay by first touch")]
    [InlineData("time_decay_right", "decay by last touch")]
    [InlineData("shapley", "shapley")]
    public void Three_journeys_are_credited_as_by_mta(string expected, string model) => Compare(Expected("journey", expected), Journey(), Model(model));

    [ReferenceTheory]
    [InlineData("first", "first")]
    [InlineData("last", "last")]
    [InlineData("last_non_A", "last except A")]
    [InlineData("linear", "linear by touch")]
    [InlineData("position_40_20_40", "position 40 40")]
    [InlineData("markov", "markov")]
    [InlineData("shapley_subset_value", "shapley")]
    [InlineData("shapley_mam_conv_rate_variant", "shapley by rate")]
    public void Nine_journeys_are_credited_as_by_Marketing_Attribution_Models(string expected, string model) => Compare(Expected("mam_by_channel", expected), Mam(), Model(model));

    [ReferenceTheory]
    [InlineData("first", "first")]
    [InlineData("last", "last")]
    [InlineData("linear", "linear by touch")]
    [InlineData("markov", "markov")]
    public void Four_journeys_are_credited_as_by_ChannelAttribution(string expected, string model)
    {
        Compare(Expected("ca_small", expected), ChannelAttribution(), Model(model));
        if (expected != "markov") CompareValues(Expected("ca_small", expected + "_value"), ChannelAttribution(), Model(model));
    }

    [ReferenceFact]
    public void The_chain_of_the_four_journeys_is_exact()
    {
        ChannelChain chain = ChannelChain.Of(ChannelAttribution());
        foreach (JsonProperty from in Expected("ca_small", "transitions").EnumerateObject())
        {
            Assert.Equal(from.Value.EnumerateObject().Count(), chain.Transitions.Count(transition => transition.From == from.Name));
            foreach (JsonProperty to in from.Value.EnumerateObject())
                Near(to.Value.GetDouble(), chain.Transitions.Single(transition => transition.From == from.Name && transition.To == to.Name).Probability);
        }

        Near(Expected("ca_small", "base_conversion_probability").GetDouble(), chain.ConversionProbability.OrThrow());
        foreach (JsonProperty effect in Expected("ca_small", "removal_effects").EnumerateObject()) Near(effect.Value.GetDouble(), chain.RemovalEffect(effect.Name).OrThrow());
        // What random walks gave the R package is near what is exact.
        Attribution markov = Attribution.Of(ChannelAttribution(), AttributionModel.Markov());
        foreach (JsonProperty credit in Expected("ca_small", "channelattribution_mc").EnumerateObject())
            Assert.InRange(markov[credit.Name].Conversions / credit.Value.GetDouble(), 0.99, 1.01);
    }

    [ReferenceFact]
    public void The_removal_effects_are_those_of_the_references()
    {
        ChannelChain journey = ChannelChain.Of(Journey()), mam = ChannelChain.Of(Mam());
        foreach (JsonProperty effect in Expected("journey_markov_exact", "removal_effects").EnumerateObject()) Near(effect.Value.GetDouble(), journey.RemovalEffect(effect.Name).OrThrow());
        foreach (JsonProperty effect in Expected("mam_by_channel", "markov_removal").EnumerateObject()) Near(effect.Value.GetDouble(), mam.RemovalEffect(effect.Name).OrThrow());

        Attribution markov = Attribution.Of(Journey(), AttributionModel.Markov());
        Near(Expected("journey_markov_exact", "total").GetDouble(), markov.Credits.Sum(credit => credit.Conversions));
        foreach (string channel in new[] { "direct", "email", "search", "social" })
        {
            Near(Expected("journey_markov_exact", channel).GetDouble(), markov[channel].Conversions);
            // As shares of the whole, printed to six digits.
            Assert.Equal(Expected("journey", "markov").GetProperty(channel).GetDouble(), markov[channel].Conversions / markov.Conversions, 6);
        }
    }

    [ReferenceFact]
    public void The_smallest_chain_is_exact()
    {
        ChannelChain chain = ChannelChain.Of(Paths("markov_small"));
        Near(Expected("markov_small", "base").GetDouble(), chain.ConversionProbability.OrThrow());
        foreach (JsonProperty transition in Expected("markov_small", "transitions").EnumerateObject())
        {
            string[] ends = transition.Name.Split('>');
            string to = ends[1] == "conv" ? ChannelChain.Conversion : ends[1];
            Near(transition.Value.GetDouble(), chain.Transitions.Single(one => one.From == ends[0] && one.To == to).Probability);
        }

        Compare(Expected("markov_small", "attributed"), Paths("markov_small"), AttributionModel.Markov());
    }

    [ReferenceFact]
    public void Mixed_two_touch_and_repeated_journeys_are_those_of_the_references()
    {
        JsonElement expected = Reference().GetProperty("expected");
        Compare(
            expected.GetProperty("shapley_mixed").GetProperty("shapley"),
            [.. expected.GetProperty("shapley_mixed").GetProperty("paths").EnumerateObject().Select(path => TouchPath.Parse(path.Name, path.Value.GetDouble()))],
            AttributionModel.Shapley);

        JsonElement two = expected.GetProperty("position_two_touch");
        TouchPath[] twoTouches = [TouchPath.Parse(two.GetProperty("path").GetString()!, two.GetProperty("conv").GetDouble())];
        Compare(two.GetProperty("w40_40"), twoTouches, AttributionModel.PositionBased(0.4, 0.4));
        Compare(two.GetProperty("w30_70"), twoTouches, AttributionModel.PositionBased(0.3, 0.7));

        JsonElement repeats = expected.GetProperty("linear_repeats");
        TouchPath[] repeated = [TouchPath.Parse(repeats.GetProperty("path").GetString()!, repeats.GetProperty("conv").GetDouble())];
        Compare(repeats.GetProperty("count_each"), repeated, AttributionModel.LinearByTouch);
        Compare(repeats.GetProperty("unique"), repeated, AttributionModel.LinearByChannel);
    }

    internal static TouchPath[] Journey() => Paths("journey");

    internal static TouchPath[] ChannelAttribution() => Paths("ca_small");

    internal static TouchPath[] Mam()
    {
        JsonElement input = Reference().GetProperty("inputs").GetProperty("mam");
        double each = input.GetProperty("value_each").GetDouble();
        return [.. input.GetProperty("paths").EnumerateArray().Select(path => TouchPath.Parse(path.GetString()!, each))];
    }

    internal static JsonElement Expected(string name, string what) => Reference().GetProperty("expected").GetProperty(name).GetProperty(what);

    private static JsonElement Reference() => SurvivalReference.Json("attribution_small.json");

    private static TouchPath[] Paths(string name)
    {
        JsonElement input = Reference().GetProperty("inputs").GetProperty(name);
        double[] Column(string column) => [.. input.GetProperty(column).EnumerateArray().Select(item => item.GetDouble())];
        double[] conversions = Column(input.TryGetProperty("conv", out _) ? "conv" : "conversions"), nulls = Column("null");
        double[]? values = input.TryGetProperty("value", out _) ? Column("value") : null;
        return [.. input.GetProperty("path").EnumerateArray().Select((path, i) => TouchPath.Parse(path.GetString()!, conversions[i], nulls[i], values?[i] ?? 0))];
    }

    private static AttributionModel Model(string name) => name switch
    {
        "first" => AttributionModel.First,
        "last" => AttributionModel.Last,
        "last except A" => AttributionModel.LastExcept("A"),
        "linear by touch" => AttributionModel.LinearByTouch,
        "linear by channel" => AttributionModel.LinearByChannel,
        "position 40 40" => AttributionModel.PositionBased(),
        "position 30 30" => AttributionModel.PositionBased(0.3, 0.3),
        "decay by first touch" => AttributionModel.TimeDecayByOrder(),
        "decay by last touch" => AttributionModel.TimeDecayByOrder(isByLastTouch: true),
        "markov" => AttributionModel.Markov(),
        "shapley" => AttributionModel.Shapley,
        _ => AttributionModel.ShapleyByConversionRate,
    };

    private static void Compare(JsonElement expected, TouchPath[] paths, AttributionModel model)
    {
        Attribution attribution = Attribution.Of(paths, model);
        foreach (JsonProperty credit in expected.EnumerateObject()) Near(credit.Value.GetDouble(), attribution[credit.Name].Conversions);
        Near(attribution.Conversions, expected.EnumerateObject().Sum(credit => credit.Value.GetDouble()));
    }

    private static void CompareValues(JsonElement expected, TouchPath[] paths, AttributionModel model)
    {
        Attribution attribution = Attribution.Of(paths, model);
        foreach (JsonProperty credit in expected.EnumerateObject()) Near(credit.Value.GetDouble(), attribution[credit.Name].Value);
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-12);
}
