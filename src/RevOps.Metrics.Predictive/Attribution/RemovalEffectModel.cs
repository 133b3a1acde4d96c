namespace RevOps.Metrics.Predictive;

/// <summary>Shares conversions by the removal effects of a chain of channels.</summary>
internal sealed class RemovalEffectModel : AttributionModel
{
    private readonly int _order;

    public RemovalEffectModel(int order)
        : base(FormattableString.Invariant($"Markov of order {order}"))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        _order = order;
    }

    internal override void Share(IReadOnlyList<TouchPath> paths, CreditSheet credits, CancellationToken cancellationToken)
    {
        ChannelChain chain = ChannelChain.Of(paths, _order, cancellationToken);
        string[] channels = [.. chain.Channels];
        credits.Share(channels, [.. channels.Select(channel => chain.RemovalEffect(channel).OrThrow())], paths.Sum(path => path.Conversions), paths.Sum(path => path.Value));
    }
}
