using NodaTime;
using static RevOps.Metrics.Predictive.Tests.Records;

namespace RevOps.Metrics.Predictive.Tests;

public class PredictiveAttributionPageTests
{
    [Fact]
    public void The_example_of_the_page_runs_and_says_what_stands_there()
    {
        RevenueDataset data = RevenueDataset.Build(
            deals: [Deal("d", "2025-01-01", "2025-02-10", DealOutcome.Won, amount: 900) with { LeadId = "l" }],
            leads: [new Lead { Id = "l", FirstTouchOn = Day("2024-12-01"), Channel = "webinar" }]);

        // the page begins
        // Straight from the records: won deals are conversions worth their amount, lost deals are none.
        TouchPaths paths = TouchPaths.OfDeals(data, observedOn: new LocalDate(2025, 12, 31));
        ChannelCredit webinar = paths.Credit(AttributionModel.TimeDecayByHalfLife(7))["webinar"];

        // Or from plain paths.
        TouchPath[] journeys =
        [
            TouchPath.Parse("direct", conversions: 2, nulls: 1),
            TouchPath.Parse("search > email", conversions: 3, nulls: 2),
            TouchPath.Parse("search > social > email", conversions: 5, nulls: 4),
        ];
        double byPosition = Attribution.Of(journeys, AttributionModel.PositionBased(first: 0.4, last: 0.4))["social"].Conversions; // 1
        double byRemoval = Attribution.Of(journeys, AttributionModel.Markov(order: 1))["social"].Conversions; // 2.2222
        double lost = ChannelChain.Of(journeys).RemovalEffect("social").OrThrow(); // 0.5143 of the conversions
        // the page ends

        Assert.Equal(900, webinar.Value, 1e-9);
        Assert.Equal(1, byPosition, 1e-12);
        Assert.Equal(2.2222, byRemoval, 4);
        Assert.Equal(0.5143, lost, 4);
        PageExample.IsIn("predictive-attribution.md");
    }
}
