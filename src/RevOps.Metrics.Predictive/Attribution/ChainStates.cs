namespace RevOps.Metrics.Predictive;

/// <summary>The states of a chain of channels and how often each is followed by what.</summary>
/// <remarks>A state is the last touches, as many as the order, fewer at the beginning of a path. States are numbered by their touches in ordinal order, so that the order of paths does not matter.</remarks>
internal sealed class ChainStates
{
    /// <summary>The state before the first touch.</summary>
    public const int StartState = 0;

    private readonly List<ValueList<string>> _states;
    private readonly Dictionary<(int From, int To), double> _between = [];
    private readonly double[] _conversions, _leaving;
    private readonly double[] _nulls;

    public ChainStates(IEnumerable<TouchPath> paths, int order)
    {
        // Who went nowhere says nothing of where people go.
        TouchPath[] gone = [.. paths.Where(path => path.Conversions + path.Nulls > 0)];
        _states = [[], .. gone.SelectMany(path => StatesOf(path, order)).Distinct().Order(Comparer<ValueList<string>>.Create(Compare))];
        Dictionary<ValueList<string>, int> numbers = _states.Index().ToDictionary(state => state.Item, state => state.Index);
        (_conversions, _nulls, _leaving) = (new double[Count], new double[Count], new double[Count]);
        foreach (TouchPath path in gone)
        {
            double weight = path.Conversions + path.Nulls;
            int at = StartState;
            foreach (ValueList<string> state in StatesOf(path, order))
            {
                int next = numbers[state];
                _between[(at, next)] = _between.GetValueOrDefault((at, next)) + weight;
                _leaving[at] += weight;
                at = next;
            }

            _conversions[at] += path.Conversions;
            _nulls[at] += path.Nulls;
            _leaving[at] += weight;
            Conversions += path.Conversions;
            Total += weight;
        }
    }

    public int Count => _states.Count;

    /// <summary>How many converted.</summary>
    public double Conversions { get; }

    /// <summary>How many went any path.</summary>
    public double Total { get; }

    /// <summary>The probability that a state is followed by the conversion.</summary>
    public double ToConversion(int state) => _leaving[state] > 0 ? _conversions[state] / _leaving[state] : 0;

    /// <summary>The probabilities from state to state.</summary>
    public IEnumerable<(int From, int To, double Probability)> BetweenStates() =>
        _between.Select(count => (count.Key.From, count.Key.To, count.Value / _leaving[count.Key.From]));

    /// <summary>For each channel the states of having just touched it.</summary>
    public IEnumerable<(string Channel, int[] States)> ByChannel() => Enumerable.Range(1, Count - 1)
        .GroupBy(state => _states[state][^1], StringComparer.Ordinal)
        .OrderBy(ofChannel => ofChannel.Key, StringComparer.Ordinal)
        .Select(ofChannel => (ofChannel.Key, ofChannel.ToArray()));

    public ValueList<ChannelTransition> ToTransitions()
    {
        IEnumerable<ChannelTransition> between = BetweenStates().Select(count => new ChannelTransition(NameOf(count.From), _states[count.To][^1], count.Probability));
        IEnumerable<ChannelTransition> ends = Enumerable.Range(0, Count).SelectMany(state => new[]
        {
            new ChannelTransition(NameOf(state), ChannelChain.Conversion, ToConversion(state)),
            new ChannelTransition(NameOf(state), ChannelChain.NoConversion, _leaving[state] > 0 ? _nulls[state] / _leaving[state] : 0),
        });
        return
        [
            .. between.Concat(ends).Where(transition => transition.Probability > 0)
                .OrderBy(transition => transition.From, StringComparer.Ordinal).ThenBy(transition => transition.To, StringComparer.Ordinal),
        ];
    }

    private string NameOf(int state) => state == StartState ? ChannelChain.Start : string.Join(" > ", _states[state]);

    private static IEnumerable<ValueList<string>> StatesOf(TouchPath path, int order)
    {
        for (int place = 1; place <= path.Channels.Count; place++)
            yield return ValueList.Create(path.Channels.AsSpan()[Math.Max(0, place - order)..place]);
    }

    private static int Compare(ValueList<string>? first, ValueList<string>? second)
    {
        for (int i = 0; i < Math.Min(first!.Count, second!.Count); i++)
        {
            int byChannel = string.CompareOrdinal(first[i], second[i]);
            if (byChannel != 0) return byChannel;
        }

        return first.Count.CompareTo(second.Count);
    }
}
