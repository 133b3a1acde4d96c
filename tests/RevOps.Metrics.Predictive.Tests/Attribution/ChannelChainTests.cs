namespace RevOps.Metrics.Predictive.Tests;

public class ChannelChainTests
{
    [Fact]
    public void A_chain_of_order_two_remembers_two_touches()
    {
        // After a > b all convert, after c > b none: order one mixes them, order two does not.
        TouchPath[] paths = [TouchPath.Parse("a > b", 4), TouchPath.Parse("c > b", 0, 4)];

        ChannelChain one = ChannelChain.Of(paths), two = ChannelChain.Of(paths, 2);
        Assert.Equal(0.5, one.RemovalEffect("c").OrThrow(), 1e-14);
        Assert.Equal(0, two.RemovalEffect("c").OrThrow(), 1e-14);
        Assert.Equal(1, two.RemovalEffect("a").OrThrow(), 1e-14);
        Assert.Equal(
            [("(start)", "a"), ("(start)", "c"), ("a", "b"), ("a > b", "(conversion)"), ("c", "b"), ("c > b", "(null)")],
            two.Transitions.Select(transition => (transition.From, transition.To)));
    }

    [Fact]
    public void Without_a_conversion_nothing_can_be_removed()
    {
        ChannelChain none = ChannelChain.Of([TouchPath.Parse("a", 0, 3)]), nobody = ChannelChain.Of([TouchPath.Parse("a", 0)]);

        Assert.Equal(0, none.ConversionProbability.OrThrow());
        Assert.Equal("no path ended in a conversion, so none can be lost", none.RemovalEffect("a").UndefinedReason);
        Assert.Equal("nobody went any path", nobody.ConversionProbability.UndefinedReason);
    }

    [Fact]
    public void A_channel_that_is_not_there_is_asked_for_in_vain() => Assert.Throws<KeyNotFoundException>(() => ChannelChain.Of([TouchPath.Parse("a", 1)]).RemovalEffect("b"));

    [Fact]
    public void A_long_chain_is_solved_without_being_inverted()
    {
        string[] channels = [.. Enumerable.Range(0, 600).Select(i => $"c{i}")];
        ChannelChain chain = ChannelChain.Of([new TouchPath(ValueList.From(channels), 3, 1), new TouchPath([.. channels.Take(300), .. channels.Take(300)], 1, 3)], 2);

        Assert.Equal(0.5, chain.ConversionProbability.OrThrow(), 1e-12);
        Assert.Equal(1, chain.RemovalEffect("c5").OrThrow(), 1e-12);
        Assert.InRange(chain.RemovalEffect("c599").OrThrow(), 0.5, 0.999);
        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => ChannelChain.Of([new TouchPath(ValueList.From(channels), 3, 1)], 2, stopped.Token));
    }
}
