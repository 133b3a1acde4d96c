namespace RevOps.Metrics.Predictive;

/// <summary>The customer-periods of an age band with their weights in one future. Most are quiet, and are told apart by one number.</summary>
internal sealed class WeightedSteps
{
    private readonly List<CustomerStep> _moves = [];
    private readonly List<double> _upTo = [];
    private readonly double _all;

    public WeightedSteps(CustomerStep[] steps, double[] weights)
    {
        double moving = 0;
        foreach (CustomerStep step in steps)
        {
            double weight = weights[step.Customer] * step.Opening;
            _all += weight;
            if (step.IsQuiet) continue;
            _moves.Add(step);
            _upTo.Add(moving += weight);
        }
    }

    /// <summary>What a customer does; null for nothing.</summary>
    public CustomerStep? Draw(Random random)
    {
        double mark = random.NextDouble() * _all;
        if (_upTo.Count == 0 || mark >= _upTo[^1]) return null;
        int place = _upTo.BinarySearch(mark);
        return _moves[place >= 0 ? Math.Min(place + 1, _moves.Count - 1) : ~place];
    }
}
