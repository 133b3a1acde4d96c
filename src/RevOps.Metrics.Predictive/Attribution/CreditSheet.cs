using System.Runtime.InteropServices;

namespace RevOps.Metrics.Predictive;

/// <summary>Credits as they are being shared out.</summary>
internal sealed class CreditSheet
{
    private readonly Dictionary<string, (double Conversions, double Value)> _credits = new(StringComparer.Ordinal);

    public void Add(string channel, double conversions, double value)
    {
        ref (double Conversions, double Value) credit = ref CollectionsMarshal.GetValueRefOrAddDefault(_credits, channel, out _);
        credit = (credit.Conversions + conversions, credit.Value + value);
    }

    /// <summary>Shares a whole by weights that are not all zero.</summary>
    public void Share(IReadOnlyList<string> channels, IReadOnlyList<double> weights, double conversions, double value)
    {
        double sum = weights.Sum();
        for (int i = 0; i < channels.Count; i++) Add(channels[i], conversions * (weights[i] / sum), value * (weights[i] / sum));
    }

    public ValueList<ChannelCredit> ToCredits() =>
        [.. _credits.OrderBy(credit => credit.Key, StringComparer.Ordinal).Select(credit => new ChannelCredit(credit.Key, credit.Value.Conversions, credit.Value.Value))];
}
