namespace RevOps.Metrics.Tests;

/// <summary>One customer over a window of one span after the span before it; the last argument of a row says whether it counts within the window.</summary>
public sealed class EntityHistoryTests
{
    private static long Told(EntityRule rule, params ReadOnlySpan<(int Day, long Change, bool IsCounted)> within)
    {
        AskedRules asked = new([(rule, (First: 1, End: 2), 0)], spans: 2, new MeasureLayout([new MeasureRequest(new CountMeasure("any", Movements.On), DateWindow.Before(new(2026, 1, 1)))]));
        EntitySums byDay = new(cells: 1, asked), atEdges = new(cells: 1, asked);
        EntityHistory history = new(spans: 2);
        EdgeBalances balances = new(spans: 2);
        history.Clear();
        balances.Clear();
        void Add(int day, int span, long change, bool isCounted)
        {
            history.Add(cell: 0, day, span, change, isCounted);
            balances.Add(span, change, isCounted);
        }

        Add(1, 0, 1200, true);
        foreach ((int day, long change, bool isCounted) in within) Add(day, 1, change, isCounted);
        history.End();
        if (atEdges.Edges is { } edges) balances.AddTo(edges, cell: 0);
        history.Tell(asked.All[0], byDay);
        long told = byDay.Of(0)[0];
        if (asked.OfDays.Length > 0) return told;
        long[] numbers = [0];
        foreach (RuleWindows windows in asked.OfBothEdges) windows.Tell(balances, atEdges.Of(0));
        asked.AddTo(numbers, atEdges.Of(0), atEdges.Edges, cell: 0);
        Assert.Equal(told, numbers[0]);
        return told;
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
    public void Each_edge_is_told_for_itself()
    {
        Assert.Equal(1, Told(EntityRule.PositiveAtOpen, (10, -1200, true)));
        Assert.Equal(0, Told(EntityRule.PositiveAtClose, (10, -1200, true)));
        Assert.Equal(1, Told(EntityRule.PositiveAtClose, (10, -1200, true), (12, 1, true)));
        Assert.Equal(1200, Told(EntityRule.OpeningAmount, (10, 500, true)));
        Assert.Equal(0, Told(EntityRule.Joined, (10, 500, true)));
        Assert.Equal(0, Told(EntityRule.Retained, (10, -1300, true)));
    }

    [Fact]
    public void A_day_that_ends_with_something_is_no_absence()
    {
        Assert.Equal(0, Told(EntityRule.LostAndReturned, (10, -1200, true), (10, 800, true)));
        Assert.Equal(1, Told(EntityRule.LostAndReturned, (10, -1200, true), (11, 800, true)));
    }
}
