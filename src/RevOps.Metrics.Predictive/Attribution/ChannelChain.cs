using MathNet.Numerics.LinearAlgebra;

namespace RevOps.Metrics.Predictive;

/// <summary>The Markov chain in which the next touch, the conversion or its absence follows from the last touches: what each channel does for conversions.</summary>
/// <remarks>
/// <para>The probabilities are the relative frequencies in the paths; conversion and "null" absorb. Without a channel, whoever would touch it is
/// lost to null, and the removal effect is the share of the probability to convert that is lost so: 1 - P(without) / P(with).</para>
/// <para>It is worked out exactly, by linear algebra and not by drawing random walks: P = N r, with N = (I - Q)^-1 for the probabilities Q between states and r from them to
/// the conversion; without the states C of a channel it is P - N_C (N_CC)^-1 P_C, so one inverse serves all channels. A chain of more than 500 states is not
/// inverted: the same equations are solved by iteration, to the last digits of a double. Source: E. Anderl et al., Mapping the
/// customer journey, International Journal of Research in Marketing 33 (2016).</para>
/// </remarks>
public sealed class ChannelChain
{
    /// <summary>"(start)": the state before the first touch.</summary>
    public const string Start = "(start)";

    /// <summary>"(conversion)": the end of a path that converts.</summary>
    public const string Conversion = "(conversion)";

    /// <summary>"(null)": the end of a path that does not.</summary>
    public const string NoConversion = "(null)";

    /// <summary>The most states whose matrix is inverted; of more, few follow each other, and the equations are solved by those.</summary>
    private const int MostInverted = 500;

    private readonly Dictionary<string, double> _removalEffects = new(StringComparer.Ordinal);

    private ChannelChain(int order, ChainStates states, int mostInverted, CancellationToken cancellationToken)
    {
        (Order, Transitions) = (order, states.ToTransitions());
        if (states.Conversions == 0)
        {
            ConversionProbability = states.Total > 0 ? Estimate.Of(0) : Estimate.Undefined("nobody went any path");
            return;
        }

        ConversionProbability = Estimate.Of(states.Count <= mostInverted ? Invert(states, cancellationToken) : Iterate(states, cancellationToken));
    }

    /// <summary>Finds the chain of these paths.</summary>
    /// <param name="paths">The paths, with those that did not convert.</param>
    /// <param name="order">How many touches back the next one depends on, 1 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The order is less than 1.</exception>
    public static ChannelChain Of(IEnumerable<TouchPath> paths, int order = 1, CancellationToken cancellationToken = default) =>
        Of(paths, order, MostInverted, cancellationToken);

    internal static ChannelChain Of(IEnumerable<TouchPath> paths, int order, int mostInverted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        return new ChannelChain(order, new ChainStates(paths, order), mostInverted, cancellationToken);
    }

    /// <summary>How many touches back the next one depends on.</summary>
    public int Order { get; }

    /// <summary>The probability that a path converts; undefined where there is none.</summary>
    public Estimate ConversionProbability { get; }

    /// <summary>The probabilities above 0, by state and what follows, ordinally.</summary>
    public ValueList<ChannelTransition> Transitions { get; }

    /// <summary>The channels with a removal effect, in ordinal order; none where no path converts.</summary>
    public IReadOnlyCollection<string> Channels => _removalEffects.Keys;

    /// <summary>The share of the conversions that would be lost without a channel, 0 to 1.</summary>
    /// <returns>Undefined where no path converts.</returns>
    /// <exception cref="KeyNotFoundException">No path has the channel.</exception>
    public Estimate RemovalEffect(string channel)
    {
        if (_removalEffects.Count == 0) return Estimate.Undefined("no path ended in a conversion, so none can be lost");
        return _removalEffects.TryGetValue(channel, out double effect)
            ? Estimate.Of(effect)
            : throw new KeyNotFoundException($"There is no channel '{channel}'; there are {string.Join(", ", Channels)}.");
    }

    /// <summary>The probability to convert, and the removal effects by one inverse for all channels.</summary>
    private double Invert(ChainStates states, CancellationToken cancellationToken)
    {
        Matrix<double> stays = Matrix<double>.Build.DenseIdentity(states.Count);
        foreach ((int from, int to, double probability) in states.BetweenStates()) stays[from, to] -= probability;
        Matrix<double> visits = stays.Inverse();
        Vector<double> converts = visits * Vector<double>.Build.Dense(states.Count, states.ToConversion);
        double all = converts[ChainStates.StartState];
        foreach ((string channel, int[] ofChannel) in states.ByChannel())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Matrix<double> among = Matrix<double>.Build.Dense(ofChannel.Length, ofChannel.Length, (i, j) => visits[ofChannel[i], ofChannel[j]]);
            Vector<double> after = Vector<double>.Build.Dense(ofChannel.Length, i => converts[ofChannel[i]]);
            Vector<double> reached = Vector<double>.Build.Dense(ofChannel.Length, i => visits[ChainStates.StartState, ofChannel[i]]);
            _removalEffects[channel] = Math.Clamp(reached.DotProduct(among.Solve(after)) / all, 0, 1);
        }

        return all;
    }

    /// <summary>The same by solving the equations of the whole chain, and of the chain without each channel.</summary>
    private double Iterate(ChainStates states, CancellationToken cancellationToken)
    {
        SparseChain chain = new(states);
        double all = chain.Converts([], cancellationToken);
        foreach ((string channel, int[] ofChannel) in states.ByChannel())
            _removalEffects[channel] = Math.Clamp(1 - (chain.Converts(ofChannel, cancellationToken) / all), 0, 1);
        return all;
    }
}
