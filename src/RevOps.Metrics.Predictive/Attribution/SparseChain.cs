namespace RevOps.Metrics.Predictive;

/// <summary>The probability to convert in a chain with too many states to invert, by its few transitions.</summary>
/// <remarks>
/// Gauss and Seidel's iteration for x = Q x + r. From 0 it can only rise, also as rounded, and rises to the solution, as everyone is absorbed in the end; it stops
/// where a sweep no longer changes anything that a double can tell. Own code, because the sparse iterations of MathNet.Numerics stop at a residual and can overshoot.
/// </remarks>
internal sealed class SparseChain
{
    /// <summary>A sweep that changes no probability by more of its size is the last.</summary>
    private const double NoChange = 4e-16;

    private readonly int[] _ends, _to;
    private readonly double[] _probabilities, _toConversion;

    public SparseChain(ChainStates states)
    {
        (int From, int To, double Probability)[] between = [.. states.BetweenStates().OrderBy(transition => transition.From).ThenBy(transition => transition.To)];
        _to = [.. between.Select(transition => transition.To)];
        _probabilities = [.. between.Select(transition => transition.Probability)];
        _toConversion = [.. Enumerable.Range(0, states.Count).Select(states.ToConversion)];
        _ends = new int[states.Count];
        for (int at = 0, state = 0; state < states.Count; state++)
        {
            while (at < between.Length && between[at].From == state) at++;
            _ends[state] = at;
        }
    }

    /// <summary>The probability to convert from the start without touching some states.</summary>
    public double Converts(ReadOnlySpan<int> without, CancellationToken cancellationToken)
    {
        bool[] isLost = new bool[_ends.Length];
        foreach (int state in without) isLost[state] = true;
        double[] converts = new double[_ends.Length];
        double change;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            change = 0;
            // From the last state to the start, so that a path without loops is done in few sweeps.
            for (int state = converts.Length - 1; state >= 0; state--)
            {
                if (isLost[state]) continue;
                double sum = _toConversion[state], stays = 0;
                for (int at = state == 0 ? 0 : _ends[state - 1]; at < _ends[state]; at++)
                {
                    if (_to[at] == state) stays = _probabilities[at];
                    else sum += _probabilities[at] * converts[_to[at]];
                }

                double next = sum / (1 - stays);
                if (next > 0) change = Math.Max(change, Math.Abs(next - converts[state]) / next);
                converts[state] = next;
            }
        }
        while (change > NoChange);

        return converts[ChainStates.StartState];
    }
}
