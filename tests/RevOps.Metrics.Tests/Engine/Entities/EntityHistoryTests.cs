namespace RevOps.Metrics.Tests;

/// <summary>One customer over a window of one span after the span before it; the last argument of a row says whether it counts within the window.</summary>
public sealed class EntityHistoryTests
{
    private static long Told(EntityRule rule, params ReadOnlySpan<(int Day, long Change, bool IsCounted)> within)
    {
        EntityHistory history = new(spans: 2);
        EdgeBalances balances = new(spans: 2);
        history.Clear();
        balances.Clear();
        history.Add(cell: 0, day: 1, span: 0, 1200, isCounted: true);
        balances.Add(span: 0, 1200, isCounted: true);
        foreach ((int day, long change, bool isCounted) in within)
        {
            history.Add(cell: 0, day, span: 1, change, isCounted);
            balances.Add(span: 1, change, isCounted);
        }

        history.End();
        balances.End();
        long[] sums = [0], atEdges = [0];
        history.Tell(rule, (First: 1, End: 2), slot: 0, sums, slots: 1);
        if (!RuleWindows.CanTell(rule)) return sums[0];
        new RuleWindows(rule, [(1, 2, 0)], slot: 0, edges: 2).Tell(balances, atEdges);
        Assert.Equal(sums, atEdges);
        return sums[0];
    }

    [Fact]
    public void What_exchange_rates_did_within_the_window_is_neither_kept_nor_lost()
    {
        Assert.Equal(900, Told(EntityRule.RetainedAmount, (10, -200, false), (11, -300, true)));
        Assert.Equal(900, Told(EntityRule.KeptAmount, (10, -200, false), (11, -300, true)));
        Assert.Equal(1200, Told(EntityRule.KeptAmount, (10, -200, false)));
        Assert.Equal(1200, Told(EntityRule.RetainedAmount, (10, 500, false)));
    }

    [Fact]
    public void Who_left_with_an_amount_that_rates_had_moved_left_nothing_behind()
    {
        Assert.Equal(0, Told(EntityRule.RetainedAmount, (10, -200, false), (11, -1000, true)));
        Assert.Equal(1200, Told(EntityRule.LostAmount, (10, -200, false), (11, -1000, true)));
        Assert.Equal(1, Told(EntityRule.Lost, (10, 300, false), (11, -1500, true)));
    }

    [Fact]
    public void An_amount_never_falls_below_zero() => Assert.Equal(0, Told(EntityRule.RetainedAmount, (10, 900, false), (11, -1500, true)));

    [Fact]
    public void A_day_that_ends_with_something_is_no_absence()
    {
        Assert.Equal(0, Told(EntityRule.LostAndReturned, (10, -1200, true), (10, 800, true)));
        Assert.Equal(1, Told(EntityRule.LostAndReturned, (10, -1200, true), (11, 800, true)));
    }
}
