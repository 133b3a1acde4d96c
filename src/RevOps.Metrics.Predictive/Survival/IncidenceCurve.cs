namespace RevOps.Metrics.Predictive;

/// <summary>The share that has come to one of several outcomes by each time since its start, by Aalen and Johansen's estimate.</summary>
/// <remarks>
/// F(t) is the sum over the times t_i up to t of S(t_i-) d_i / n_i, where S is the share without any outcome. Its variance is that of the delta method:
/// sums of (F(t) - F(t_i))² d / (n (n - d)), of S² d_i (n - d_i) / n³ and of -2 (F(t) - F(t_i)) S d_i / n², for d of any outcome; for one outcome it is Greenwood's.
/// Source: O. Aalen and S. Johansen, Scandinavian Journal of Statistics 5 (1978); E. Marubini and M. G. Valsecchi, Analysing Survival Data (1995), chapter 10.
/// </remarks>
public sealed class IncidenceCurve
{
    private readonly SurvivalCurve _any;
    private readonly double[] _times;

    internal IncidenceCurve(string outcome, SurvivalCurve any, RiskTable of)
    {
        (Outcome, _any) = (outcome, any);
        List<IncidenceStep> steps = [];
        double survival = 1, incidence = 0;
        // The sums of the variance, each moved on as the incidence rises: of squares and products of F(t) - F(t_i), not of large numbers less each other.
        double squares = 0, products = 0, sum = 0, own = 0, crossed = 0, crossedSum = 0;
        for (int row = 0; row < of.Rows; row++)
        {
            double atRisk = any.Table.AtRisk[row], all = any.Table.Events[row], events = of.Events[row];
            if (all == 0) continue;
            double rise = survival * events / atRisk;
            incidence += rise;
            squares += rise * ((2 * products) + (rise * sum));
            products += rise * sum;
            crossed += rise * crossedSum;
            if (atRisk > all) sum += all / (atRisk * (atRisk - all));
            own += survival * survival * events * (atRisk - events) / (atRisk * atRisk * atRisk);
            crossedSum += survival * events / (atRisk * atRisk);
            survival *= (atRisk - all) / atRisk;
            Events += events;
            if (events > 0) steps.Add(new IncidenceStep(of.Times[row], atRisk, events, Math.Min(incidence, 1), Math.Sqrt(Math.Max(0, squares + own - (2 * crossed)))));
        }

        Steps = steps;
        _times = [.. steps.Select(step => step.Time)];
    }

    /// <summary>The outcome.</summary>
    public string Outcome { get; }

    /// <summary>How many came to it while observed.</summary>
    public double Events { get; }

    /// <summary>The times at which it rises, in order.</summary>
    public IReadOnlyList<IncidenceStep> Steps { get; }

    /// <summary>The share that has come to this outcome by a time, 0 to 1.</summary>
    /// <returns>Undefined later than anyone was observed, unless all have come to an outcome by then.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or no number.</exception>
    public Estimate At(double time) => At(time, step => step.Incidence);

    /// <summary>The standard error of <see cref="At(double)"/>.</summary>
    /// <returns>0 before the first; undefined later than anyone was observed, unless all have come to an outcome by then.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or no number.</exception>
    public Estimate StandardErrorAt(double time) => At(time, step => step.StandardError);

    private Estimate At(double time, Func<IncidenceStep, double> number)
    {
        if (_any.Unknown(time) is { } reason) return Estimate.Undefined(reason);
        int place = Array.BinarySearch(_times, time);
        int step = place >= 0 ? place : ~place - 1;
        return Estimate.Of(step < 0 ? 0 : number(Steps[step]));
    }
}
