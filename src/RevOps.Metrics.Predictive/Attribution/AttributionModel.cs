using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>A rule by which conversions are shared out to the channels on the way to them.</summary>
/// <remarks>
/// The rules by position and by age look at each path by itself; Markov and Shapley look at all, also at the paths that did not convert. One name often
/// means several rules that differ on the same paths (linear, time decay, Shapley), so each has its own here.
/// </remarks>
public abstract class AttributionModel
{
    private protected AttributionModel(string name) => Name = name;

    /// <summary>The first touch takes all.</summary>
    public static AttributionModel First { get; } = new PathRule("first touch", path => At(path, 0));

    /// <summary>The last touch takes all.</summary>
    public static AttributionModel Last { get; } = new PathRule("last touch", path => At(path, path.Channels.Count - 1));

    /// <summary>Each touch takes the same: a channel that touched twice takes two shares. Also: proportional.</summary>
    public static AttributionModel LinearByTouch { get; } = new PathRule("linear by touch", path => Enumerable.Repeat(1.0, path.Channels.Count));

    /// <summary>Each channel on the path takes the same, however often it touched.</summary>
    public static AttributionModel LinearByChannel { get; } = new PathRule(
        "linear by channel", path => path.Channels.Select((channel, place) => IndexOf(path, channel) == place ? 1.0 : 0.0));

    /// <summary>
    /// Shapley's value of the game in which a set of channels is worth the conversions of the paths that stay within it: each channel's part is the mean, over all
    /// orders in which channels could join, of what it adds.
    /// </summary>
    /// <remarks>
    /// The game is a sum of one game for each path, which its channels only win together, and in that each has the same part; so this equals
    /// <see cref="LinearByChannel"/> exactly, for any number of channels. It is here by its name, and for those who doubt. Source: L. S. Shapley, A value for n-person games (1953).
    /// </remarks>
    public static AttributionModel Shapley { get; } = new PathRule(
        "Shapley", path => path.Channels.Select((channel, place) => IndexOf(path, channel) == place ? 1.0 : 0.0));

    /// <summary>
    /// For each set of channels that touched a path, Shapley's value of the game in which a set is worth the conversion rate of the paths that it touched exactly,
    /// scaled to the conversions of the set.
    /// </summary>
    /// <remarks>
    /// A set that no path has is worth nothing. A channel beside which others convert worse than without it takes less than nothing. It is the default of
    /// the Python package Marketing Attribution Models, and not <see cref="Shapley"/>. A path may have up to 16 different channels.
    /// </remarks>
    public static AttributionModel ShapleyByConversionRate { get; } = new ConversionRateShapley();

    /// <summary>The last touch that is not of a channel takes all, usually "direct"; that channel only where nobody else touched.</summary>
    /// <param name="channel">The channel that is passed over.</param>
    public static AttributionModel LastExcept(string channel)
    {
        ArgumentException.ThrowIfNullOrEmpty(channel);
        return new PathRule($"last touch except {channel}", path =>
        {
            int place = path.Channels.Count - 1;
            while (place >= 0 && path.Channels[place] == channel) place--;
            return At(path, place < 0 ? path.Channels.Count - 1 : place);
        });
    }

    /// <summary>The first and the last touch take a share each, and those between share the rest equally. Also: U-shaped.</summary>
    /// <remarks>A path of one touch gives it all. On a path of two nobody is between, and <paramref name="twoTouches"/> says who takes that share.</remarks>
    /// <param name="first">The share of the first touch, 0 to 1.</param>
    /// <param name="last">The share of the last touch, 0 to 1; with the first at most 1.</param>
    /// <param name="twoTouches">What becomes of the middle's share on a path of two.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is not between 0 and 1, or both together are more than 1.</exception>
    public static AttributionModel PositionBased(double first = 0.4, double last = 0.4, TwoTouchRule twoTouches = TwoTouchRule.Renormalize)
    {
        if (!(first is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(first), first, "A share is between 0 and 1: 0.4 for 40 %.");
        if (!(last is >= 0 and <= 1) || first + last > 1 + 1e-12)
            throw new ArgumentOutOfRangeException(nameof(last), last, "A share is between 0 and 1, and the first and the last have at most 1 together.");
        if (!Enum.IsDefined(twoTouches)) throw new ArgumentOutOfRangeException(nameof(twoTouches), twoTouches, "There is no such rule.");
        return new PathRule(
            string.Create(CultureInfo.InvariantCulture, $"position-based {first:0.##%} / {last:0.##%}"), path => PositionWeights.Of(path.Channels.Count, first, last, twoTouches));
    }

    /// <summary>Time decay by order: of the n channels on a path the earliest takes 1 part, the next 2, the latest n, each channel once.</summary>
    /// <remarks>No times are needed. As the Python package mta.</remarks>
    /// <param name="isByLastTouch">True to order channels by their last touch; by their first one otherwise.</param>
    public static AttributionModel TimeDecayByOrder(bool isByLastTouch = false) => new PathRule(
        $"time decay by order of the {(isByLastTouch ? "last" : "first")} touch", path => DecayWeights.ByOrder(path, isByLastTouch));

    /// <summary>Time decay by half-life: a touch of an age weighs 2^(-age / half-life), so that one a half-life older weighs half.</summary>
    /// <remarks>As Google Analytics had it, with a half-life of 7 days. Ages are those of <see cref="TouchPath.Ages"/>.</remarks>
    /// <param name="halfLife">The half-life, in the unit of the ages; days for paths from records.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a number above 0.</exception>
    public static AttributionModel TimeDecayByHalfLife(double halfLife) => new PathRule(
        string.Create(CultureInfo.InvariantCulture, $"time decay, half-life {DecayWeights.Positive(halfLife, nameof(halfLife)):G}"),
        path => DecayWeights.ByAge(path, age => -age / halfLife, 2));

    /// <summary>Time decay by steps: a touch weighs the factor to the power of the whole steps in its age, so that all of one step weigh the same.</summary>
    /// <remarks>As the Python package Marketing Attribution Models, with a factor of one half and steps of 128 hours.</remarks>
    /// <param name="step">The length of a step, in the unit of the ages; days for paths from records.</param>
    /// <param name="factor">What a step leaves of a weight, above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not above 0, or the factor not between 0 and 1.</exception>
    public static AttributionModel TimeDecayByStep(double step, double factor = 0.5)
    {
        if (!(factor is > 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(factor), factor, "What a step leaves of a weight is above 0 and at most 1: 0.5 for half.");
        return new PathRule(
            string.Create(CultureInfo.InvariantCulture, $"time decay, {factor:G} for each step of {DecayWeights.Positive(step, nameof(step)):G}"),
            path => DecayWeights.ByAge(path, age => Math.Floor(age / step), factor));
    }

    /// <summary>The removal effect in a Markov chain of channels: shared by how much of the conversions would be lost without each channel.</summary>
    /// <remarks><see cref="ChannelChain"/> has the chain and says how it is worked out. The value is shared as the conversions are.</remarks>
    /// <param name="order">How many touches back the next one depends on, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The order is less than 1.</exception>
    public static AttributionModel Markov(int order = 1) => new RemovalEffectModel(order);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>Adds each channel's credits to a sheet; some path has a conversion.</summary>
    internal abstract void Share(IReadOnlyList<TouchPath> paths, CreditSheet credits, CancellationToken cancellationToken);

    private static IEnumerable<double> At(TouchPath path, int place) => path.Channels.Select((_, i) => i == place ? 1.0 : 0.0);

    private static int IndexOf(TouchPath path, string channel) => path.Channels.AsSpan().IndexOf(channel);
}
