namespace RevOps.Metrics.Predictive.Tests;

public class CompetingRisksTests
{
    [Fact]
    public void Four_deals_come_to_outcomes_by_hand()
    {
        // At 1 one of four is won; at 2 one of three is lost; at 3 one is still open; at 4 the last is won.
        CompetingRisks deals = CompetingRisks.Estimate((double[])[1, 2, 3, 4], (int[])[1, 2, 0, 1], ["won", "lost"]);

        Assert.Equal(0.25, deals["won"].At(1).OrThrow(), 1e-15);
        Assert.Equal(0.75 / 3, deals["lost"].At(2).OrThrow(), 1e-15);
        Assert.Equal(0.25 + (0.75 * 2 / 3), deals["won"].At(4).OrThrow(), 1e-15);
        Assert.Equal(0, deals.Undecided.SurvivalAt(4).OrThrow());
        Assert.Equal(Math.Sqrt(0.25 * 0.75 / 4), deals["won"].StandardErrorAt(1).OrThrow(), 1e-15); // a share of four
        Assert.Equal(0, deals["lost"].At(1.5).OrThrow());
        Assert.Equal(2, deals["won"].Events);
    }

    [Fact]
    public void Without_censoring_the_error_is_that_of_a_share()
    {
        int[] outcomes = [.. Enumerable.Range(0, 40).Select(i => 1 + (i % 3 == 0 ? 1 : 0))];
        CompetingRisks deals = CompetingRisks.Estimate(Enumerable.Range(1, 40).Select(i => (double)i).ToArray(), outcomes, ["won", "lost"]);

        foreach (IncidenceStep step in deals["lost"].Steps)
            Assert.Equal(Math.Sqrt(step.Incidence * (1 - step.Incidence) / 40), step.StandardError, 1e-14);
    }

    [Fact]
    public void What_is_not_known_is_undefined_and_what_cannot_be_is_refused()
    {
        CompetingRisks deals = CompetingRisks.Estimate((double[])[1, 2], (int[])[1, 0], ["won", "lost"]);

        Assert.Equal("nobody was observed later than 2", deals["won"].At(3).UndefinedReason);
        Assert.Throws<KeyNotFoundException>(() => deals["withdrawn"]);
        Assert.Contains(
            "Observation 1 (counted from 0) has outcome 3 of 2",
            Assert.Throws<ArgumentException>(() => CompetingRisks.Estimate((double[])[1, 2], (int[])[1, 3], ["won", "lost"])).Message, StringComparison.Ordinal);
    }
}
