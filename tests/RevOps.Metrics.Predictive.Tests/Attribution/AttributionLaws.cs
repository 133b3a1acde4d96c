using FsCheck;
using FsCheck.Fluent;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

public class AttributionLaws
{
    private static readonly AttributionModel[] Models = [.. AttributionModels.WithoutAges, .. AttributionModels.OfAges];

    [Fact]
    public void Credits_add_up_to_the_conversions_and_to_their_value() => Law.Holds(Paths(), paths => Models.All(model =>
    {
        Attribution attribution = Attribution.Of(paths, model);
        double conversions = paths.Sum(path => path.Conversions), value = paths.Sum(path => path.Value);
        return attribution.UndefinedReason is not null
            ? conversions == 0 && attribution.Credits.Count == 0
            : Near(attribution.Credits.Sum(credit => credit.Conversions), conversions) && Near(attribution.Credits.Sum(credit => credit.Value), value);
    }));

    [Fact]
    public void Other_names_for_the_channels_change_nothing() => Law.Holds(Paths(), paths => Models.All(model =>
    {
        static string Renamed(string channel) => $"{(char)('z' - channel[0])} was {channel}";
        Attribution one = Attribution.Of(paths, model), other = Attribution.Of(paths.Select(path => Like(path, [.. path.Channels.Select(Renamed)], 1)), model);
        return one.Credits.All(credit => Near(credit.Conversions, other[Renamed(credit.Channel)].Conversions) && Near(credit.Value, other[Renamed(credit.Channel)].Value));
    }));

    [Fact]
    public void The_order_of_paths_and_their_splitting_changes_nothing() => Law.Holds(Paths(), paths => Models.All(model =>
    {
        Attribution one = Attribution.Of(paths, model), other = Attribution.Of(paths.Reverse().SelectMany(path => new[] { Like(path, path.Channels, 0.25), Like(path, path.Channels, 0.75) }), model);
        return one.Credits.Zip(other.Credits).All(pair => pair.First.Channel == pair.Second.Channel && Near(pair.First.Conversions, pair.Second.Conversions));
    }));

    [Fact]
    public void Staying_on_a_channel_does_not_change_a_chain_of_order_one() => Law.Holds(Paths(), paths =>
    {
        ChannelChain one = ChannelChain.Of(paths), other = ChannelChain.Of(paths.Select(path => new TouchPath([.. path.Channels.SelectMany(channel => new[] { channel, channel })], path.Conversions, path.Nulls)));
        return one.Channels.SequenceEqual(other.Channels) && one.Channels.All(channel => Near(one.RemovalEffect(channel).OrThrow(), other.RemovalEffect(channel).OrThrow()));
    });

    [Fact]
    public void A_chain_converts_as_often_as_its_paths_and_loses_what_its_walks_without_a_channel_lose() => Law.Holds(Paths(), paths =>
    {
        double all = paths.Sum(path => path.Conversions + path.Nulls), conversions = paths.Sum(path => path.Conversions);
        foreach (int order in new[] { 1, 2, 6 })
        {
            ChannelChain chain = ChannelChain.Of(paths, order);
            if (conversions == 0) return !chain.RemovalEffect("a").IsDefined;
            if (!Near(chain.ConversionProbability.OrThrow(), conversions / all)) return false;
            foreach (string channel in chain.Channels)
            {
                double without = order < 6
                    ? Walk(chain, channel, order) / chain.ConversionProbability.OrThrow()
                    // So long a memory knows the paths themselves.
                    : paths.Where(path => !path.Channels.Contains(channel)).Sum(path => path.Conversions) / conversions;
                if (Math.Abs(1 - without - chain.RemovalEffect(channel).OrThrow()) > 1e-9) return false;
            }
        }

        return true;
    }, cases: 50);

    [Fact]
    public void Inverting_a_chain_and_solving_it_step_by_step_give_the_same() => Law.Holds(Paths(), paths => new[] { 1, 2, 3 }.All(order =>
    {
        ChannelChain one = ChannelChain.Of(paths, order, int.MaxValue, default), other = ChannelChain.Of(paths, order, 0, default);
        return one.Channels.SequenceEqual(other.Channels) && Math.Abs((one.ConversionProbability.Value ?? 0) - (other.ConversionProbability.Value ?? 0)) < 1e-12
            && one.Channels.All(channel => Math.Abs(one.RemovalEffect(channel).OrThrow() - other.RemovalEffect(channel).OrThrow()) < 1e-12);
    }));

    /// <summary>The probability of converting without a channel, by taking step after step from the transitions alone until nobody is under way.</summary>
    private static double Walk(ChannelChain chain, string without, int order)
    {
        ILookup<string, ChannelTransition> from = chain.Transitions.ToLookup(transition => transition.From, StringComparer.Ordinal);
        Dictionary<string, double> underWay = new(StringComparer.Ordinal) { [ChannelChain.Start] = 1 };
        double converted = 0;
        for (int step = 0; step < 10_000 && underWay.Values.Sum() > 1e-13; step++)
        {
            Dictionary<string, double> next = new(StringComparer.Ordinal);
            foreach ((string state, double share) in underWay)
            {
                foreach (ChannelTransition transition in from[state].Where(transition => transition.To != without && transition.To != ChannelChain.NoConversion))
                {
                    if (transition.To == ChannelChain.Conversion)
                    {
                        converted += share * transition.Probability;
                        continue;
                    }

                    string[] before = state == ChannelChain.Start ? [] : state.Split(" > ");
                    string to = string.Join(" > ", before.Append(transition.To).TakeLast(order));
                    next[to] = next.GetValueOrDefault(to) + (share * transition.Probability);
                }
            }

            underWay = next;
        }

        return converted;
    }

    private static TouchPath Like(TouchPath path, ValueList<string> channels, double part) =>
        new(channels, path.Conversions * part, path.Nulls * part, path.Value * part) { Ages = path.Ages };

    private static bool Near(double one, double other) => Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(one));

    private static Gen<TouchPath[]> Paths() => Gen.Choose(0, int.MaxValue - 1).Select(seed =>
    {
        Random random = new(seed);
        return Enumerable.Range(0, random.Next(1, 12)).Select(_ =>
        {
            string[] channels = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"{(char)('a' + random.Next(5))}")];
            double conversions = random.Next(0, 4);
            return new TouchPath(ValueList.From(channels), conversions, random.Next(0, 4), conversions * random.Next(0, 100)) { Ages = [.. channels.Select(_ => random.NextDouble() * 30).OrderDescending()] };
        }).ToArray();
    });
}
