using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>The share of customers, or deals, that is still there at each time since its start, by Kaplan and Meier's estimate.</summary>
/// <remarks>
/// <para>S(t) is the product over the times t_i up to t at which any left of (n_i - d_i) / n_i, where n_i were at risk and d_i of them left. Who was still there
/// when last seen counts among those at risk up to that time, and then no more (censored); who came late counts from its entry on. That those
/// censored would have left no sooner or later than the others is the one assumption.</para>
/// <para>Its variance is Greenwood's: S(t)² times the sum of d_i / (n_i (n_i - d_i)). Source: E. L. Kaplan and P. Meier, Nonparametric estimation from
/// incomplete observations, JASA 53 (1958); numbers agree with <c>survfit</c> of the R package survival.</para>
/// </remarks>
public sealed class SurvivalCurve
{
    private readonly double[] _survival, _greenwood;
    private readonly int[] _falls;

    internal SurvivalCurve(RiskTable table, string? group)
    {
        (Table, Group) = (table, group);
        _survival = new double[table.Rows];
        _greenwood = new double[table.Rows];
        double survival = 1, greenwood = 0;
        int falls = 0;
        for (int row = 0; row < table.Rows; row++)
        {
            double events = table.Events[row], atRisk = table.AtRisk[row];
            if (events > 0)
            {
                falls++;
                survival *= (atRisk - events) / atRisk;
                if (atRisk > events) greenwood += events / (atRisk * (atRisk - events));
            }

            (_survival[row], _greenwood[row]) = (survival, greenwood);
            Observations += table.Exits[row];
            Events += events;
        }

        _falls = new int[falls];
        for (int row = 0, at = 0; at < falls; row++)
        {
            if (table.Events[row] > 0) _falls[at++] = row;
        }
    }

    /// <summary>The curve of one group.</summary>
    /// <exception cref="ArgumentException">The observations are of several groups: estimate them with <see cref="SurvivalCurves"/>.</exception>
    public static SurvivalCurve Estimate(SurvivalObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        if (observations.GroupNames.Count > 1)
        {
            throw new ArgumentException(
                $"The observations are of {observations.GroupNames.Count} groups: estimate them with {nameof(SurvivalCurves)}.{nameof(SurvivalCurves.Estimate)}.",
                nameof(observations));
        }

        return new SurvivalCurve(RiskTableBuilder.Build(observations)[0], observations.GroupNames.Count == 1 ? observations.GroupNames[0] : null);
    }

    /// <summary>The name of the group; null where there is one group.</summary>
    public string? Group { get; }

    /// <summary>How many were observed.</summary>
    public double Observations { get; }

    /// <summary>How many of them left while observed.</summary>
    public double Events { get; }

    /// <summary>The last time at which any was observed; null where nobody was.</summary>
    public double? LastTime => Table.Rows == 0 ? null : Table.Times[^1];

    /// <summary>The times at which the curve falls, in order.</summary>
    public IReadOnlyList<SurvivalStep> Steps => field ??= MakeSteps();

    /// <summary>The cumulative hazard of the same observations, by Nelson and Aalen's estimate.</summary>
    public CumulativeHazard Hazard => field ??= new CumulativeHazard(this);

    /// <summary>The time by which half have left: the least at which the curve is at one half or below.</summary>
    /// <remarks>See <see cref="Quantile"/> for others, and for what is undefined.</remarks>
    public SurvivalQuantile Median => Quantile(0.5);

    /// <summary>What is doubtful: times at which nobody was observed, or a curve that reached 0 while others had yet to come. Empty when nothing is.</summary>
    public ValueList<string> Warnings => field ??= [.. CurveWarnings.Of(this)];

    internal RiskTable Table { get; }

    /// <summary>The rows of the table at which the curve falls.</summary>
    internal ReadOnlySpan<int> Falls => _falls;

    /// <summary>How many were at risk just before a time: still there, and already observed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or no number.</exception>
    public double AtRisk(double time) => Table.AtRiskAt(Checked(time));

    /// <summary>The share that is still there after a time, 0 to 1.</summary>
    /// <returns>Undefined later than anyone was observed, unless all have left by then.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or no number.</exception>
    public Estimate SurvivalAt(double time) => Unknown(time) is { } reason ? Predictive.Estimate.Undefined(reason) : Predictive.Estimate.Of(SurvivalBy(RowAt(time)));

    /// <summary>Greenwood's standard error of <see cref="SurvivalAt"/>.</summary>
    /// <returns>0 while nobody has left; undefined where the curve has reached 0, and later than anyone was observed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or no number.</exception>
    public Estimate StandardErrorAt(double time) => Unknown(time) is { } reason ? Predictive.Estimate.Undefined(reason) : ErrorBy(RowAt(time));

    /// <summary>An interval for <see cref="SurvivalAt"/>.</summary>
    /// <returns>Null where the share or its standard error is undefined; by the log-log also while nobody has left, where that scale does not reach.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or the level not between 0 and 1.</exception>
    public Interval? IntervalAt(double time, double level = 0.95, SurvivalIntervalKind kind = SurvivalIntervalKind.Log) =>
        SurvivalAt(time).Value is { } survival && StandardErrorAt(time).Value is { } error ? SurvivalIntervals.Of(survival, error, level, kind) : null;

    /// <summary>The time by which a share has left, with an interval.</summary>
    /// <remarks>
    /// <para>It is where a horizontal line at 1 - p crosses the curve; where the curve runs level at just that height (within 1.5e-8), the middle of the level
    /// part, as for the median of an even number of observations. Its limits are where the line crosses the lower and upper limits of the curve
    /// (Brookmeyer and Crowley, Biometrics 38, 1982), first in time. As <c>quantile.survfit</c> of the R package survival.</para>
    /// <para>What the curve or its limit does not come down to is undefined: a book that keeps more than half of its customers has no median.</para>
    /// </remarks>
    /// <param name="share">The share that has left, above 0 and below 1.</param>
    /// <param name="level">The level of the interval.</param>
    /// <param name="kind">The scale of the interval for the curve.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share or the level is not between 0 and 1.</exception>
    public SurvivalQuantile Quantile(double share, double level = 0.95, SurvivalIntervalKind kind = SurvivalIntervalKind.Log) =>
        SurvivalQuantile.Of(this, share, level, kind);

    /// <summary>The mean time that is spent up to a horizon: the area under the curve, with its standard error.</summary>
    /// <param name="horizon">The time at which counting stops; the last time observed when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is negative or no number.</exception>
    public RestrictedMean RestrictedMean(double? horizon = null) => Predictive.RestrictedMean.Of(this, horizon);

    /// <summary>"enterprise: 200 observed, 61 left, median 412 (350 to 488)".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{(Group is null ? "" : $"{Group}: ")}{Observations:0.###} observed, {Events:0.###} left, median {Median}");

    /// <summary>Why nothing is known of a time; null where it is.</summary>
    internal string? Unknown(double time)
    {
        Checked(time);
        if (LastTime is not { } last) return "nobody was observed";
        return time > last && SurvivalBy(Table.Rows - 1) > 0
            ? string.Create(CultureInfo.InvariantCulture, $"nobody was observed later than {last:G6}")
            : null;
    }

    /// <summary>The last row at a time or before it; -1 for none.</summary>
    internal int RowAt(double time)
    {
        int row = Table.FirstRowFrom(time);
        return row < Table.Rows && Table.Times[row] == time ? row : row - 1;
    }

    internal double SurvivalBy(int row) => row < 0 ? 1 : _survival[row];

    /// <summary>The sum of d / (n (n - d)) up to a row: the variance of the logarithm.</summary>
    internal double GreenwoodBy(int row) => row < 0 ? 0 : _greenwood[row];

    private Estimate ErrorBy(int row)
    {
        double survival = SurvivalBy(row);
        return survival > 0
            ? Predictive.Estimate.Of(survival * Math.Sqrt(GreenwoodBy(row)))
            : Predictive.Estimate.Undefined("the curve has reached 0, where Greenwood's formula has no value");
    }

    private SurvivalStep[] MakeSteps()
    {
        SurvivalStep[] steps = new SurvivalStep[_falls.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            int row = _falls[i], next = i + 1 < steps.Length ? _falls[i + 1] : Table.Rows;
            double censored = 0;
            for (int at = row; at < next; at++) censored += Table.Exits[at] - Table.Events[at];
            steps[i] = new SurvivalStep(Table.Times[row], Table.AtRisk[row], Table.Events[row], censored, _survival[row], ErrorBy(row));
        }

        return steps;
    }

    private static double Checked(double time) => time >= 0
        ? time
        : throw new ArgumentOutOfRangeException(nameof(time), time, "A time since the start is a number of at least 0.");
}
