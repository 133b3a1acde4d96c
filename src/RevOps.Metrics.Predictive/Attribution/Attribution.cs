using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>The conversions and their value, shared out to the channels by a model.</summary>
/// <remarks>The credits add up to the whole. They say how a rule shares, not what a channel caused: for that, vary the channel.</remarks>
public sealed class Attribution
{
    private Attribution(AttributionModel model, double conversions, double value, ValueList<ChannelCredit> credits, string? undefinedReason) =>
        (Model, Conversions, Value, Credits, UndefinedReason) = (model, conversions, value, credits, undefinedReason);

    /// <summary>Shares the conversions of these paths out by a model.</summary>
    /// <param name="paths">The paths, for Markov and for Shapley by conversion rate with those that did not convert.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The model needs what a path does not tell, or cannot be worked out for so many channels; the message names it.</exception>
    public static Attribution Of(IEnumerable<TouchPath> paths, AttributionModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(model);
        TouchPath[] all = [.. paths];
        double conversions = all.Sum(path => path.Conversions);
        if (conversions == 0)
        {
            return new Attribution(model, 0, 0, [], all.Length == 0 ? "there is no path" : "no path ended in a conversion, so there is nothing to share out");
        }

        CreditSheet sheet = new();
        // A channel that touched only those who did not convert is told with its zero.
        foreach (string channel in all.SelectMany(path => path.Channels)) sheet.Add(channel, 0, 0);
        model.Share(all, sheet, cancellationToken);
        return new Attribution(model, conversions, all.Sum(path => path.Value), sheet.ToCredits(), null);
    }

    /// <summary>The model.</summary>
    public AttributionModel Model { get; }

    /// <summary>All conversions.</summary>
    public double Conversions { get; }

    /// <summary>What they are worth.</summary>
    public double Value { get; }

    /// <summary>The credits, in the ordinal order of channels; none where there is no conversion.</summary>
    public ValueList<ChannelCredit> Credits { get; }

    /// <summary>Why there are no credits; null when there are.</summary>
    public string? UndefinedReason { get; }

    /// <summary>The credit of a channel.</summary>
    /// <exception cref="KeyNotFoundException">No path has the channel, or there are no credits.</exception>
    public ChannelCredit this[string channel] => Credits.FirstOrDefault(credit => credit.Channel == channel)
        ?? throw new KeyNotFoundException($"There is no credit for '{channel}': {UndefinedReason ?? $"the channels are {string.Join(", ", Credits.Select(credit => credit.Channel))}"}.");

    /// <summary>"linear by touch: email 3.16667, search 3.16667".</summary>
    public override string ToString() =>
        $"{Model}: {UndefinedReason ?? string.Join(", ", Credits.Select(credit => string.Create(CultureInfo.InvariantCulture, $"{credit.Channel} {credit.Conversions:G6}")))}";
}
