using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

public class AttributionValidationTests
{
    private const string Mta = "mta (Python)", Mam = "Marketing Attribution Models (Python)", ChannelAttribution = "ChannelAttribution (R)", Exact = "absorbing chain, solved exactly";

    [ReferenceFact]
    public void The_page_on_validation_has_the_numbers_of_today()
    {
        ValidationLine.Hold(
            "Attribution",
            Line("three journeys, linear by channel: email", Mta, "journey", "linear_same", "email", AttributionModel.LinearByChannel),
            Line("three journeys, position 30 / 30: social", Mta, "journey", "position_30_30", "social", AttributionModel.PositionBased(0.3, 0.3)),
            Line("three journeys, time decay by order: search", Mta, "journey", "time_decay_left", "search", AttributionModel.TimeDecayByOrder()),
            Line("three journeys, Shapley: social", Mta, "journey", "shapley", "social", AttributionModel.Shapley),
            new("three journeys, Markov: email", Exact, 3.45679012345679, Attribution.Of(AttributionReferenceTests.Journey(), AttributionModel.Markov())["email"].Conversions, "1e-12 relative"),
            Line("nine journeys, last except A: B", Mam, "mam_by_channel", "last_non_A", "B", AttributionModel.LastExcept("A")),
            Line("nine journeys, position 40 / 40: A", Mam, "mam_by_channel", "position_40_20_40", "A", AttributionModel.PositionBased()),
            Line("nine journeys, Markov: A", Mam, "mam_by_channel", "markov", "A", AttributionModel.Markov()),
            Line("nine journeys, Shapley: A", Mam, "mam_by_channel", "shapley_subset_value", "A", AttributionModel.Shapley),
            Line("nine journeys, Shapley by conversion rate: A", Mam, "mam_by_channel", "shapley_mam_conv_rate_variant", "A", AttributionModel.ShapleyByConversionRate),
            Line("four journeys, linear by touch: B", ChannelAttribution, "ca_small", "linear", "B", AttributionModel.LinearByTouch),
            Line("four journeys, Markov: A", Exact, "ca_small", "markov", "A", AttributionModel.Markov()),
            Line("four journeys, Markov by random walks: A", ChannelAttribution, "ca_small", "channelattribution_mc", "A", AttributionModel.Markov()) with { Apart = "1e-2 relative" });
    }

    private static ValidationLine Line(string name, string source, string journeys, string expected, string channel, AttributionModel model)
    {
        TouchPath[] paths = journeys switch
        {
            "journey" => AttributionReferenceTests.Journey(),
            "mam_by_channel" => AttributionReferenceTests.Mam(),
            _ => AttributionReferenceTests.ChannelAttribution(),
        };
        double theirs = AttributionReferenceTests.Expected(journeys, expected).GetProperty(channel).GetDouble();
        return new ValidationLine(name, source, theirs, Attribution.Of(paths, model)[channel].Conversions, "1e-12 relative");
    }
}
