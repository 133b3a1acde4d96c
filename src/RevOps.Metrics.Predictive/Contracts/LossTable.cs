using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>How many customers left between which two counts, and how many were left at the last count, over all cohorts.</summary>
internal sealed class LossTable
{
    private readonly (int After, int Until, double Customers)[] _left;
    private readonly (int Until, double Customers)[] _stayed;

    private LossTable((int, int, double)[] left, (int, double)[] stayed, long customers, ValueList<string> warnings) =>
        (_left, _stayed, Customers, Warnings) = (left, stayed, customers, warnings);

    /// <summary>The logarithm of the probability to be there still after so many periods.</summary>
    public delegate double LogSurvival(int periods);

    /// <summary>The customers at the start of all cohorts.</summary>
    public long Customers { get; }

    /// <summary>What is doubtful about the counts.</summary>
    public ValueList<string> Warnings { get; }

    /// <summary>The last period counted.</summary>
    public int LastPeriod => Math.Max(_left.Select(loss => loss.Until).DefaultIfEmpty().Max(), _stayed.Select(stay => stay.Until).DefaultIfEmpty().Max());

    public static LossTable Of(IEnumerable<CohortSurvivors> cohorts)
    {
        ArgumentNullException.ThrowIfNull(cohorts);
        SortedDictionary<(int After, int Until), double> left = [];
        SortedDictionary<int, double> stayed = [];
        List<string> warnings = [];
        double all = 0, returned = 0;
        foreach (CohortSurvivors cohort in cohorts)
        {
            int last = 0;
            double there = cohort.Counts[0]!.Value;
            all += there;
            returned += cohort.Returned;
            for (int period = 1; period < cohort.Counts.Count; period++)
            {
                if (cohort.Counts[period] is not { } now) continue;
                // Nobody there to leave tells nothing.
                if (there > 0) left[(last, period)] = left.GetValueOrDefault((last, period)) + there - now;
                (last, there) = (period, now);
            }

            stayed[last] = stayed.GetValueOrDefault(last) + there;
        }

        if (returned > 0) warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{returned:N0} customers came back after they had left; they count as lost."));
        return new(
            [.. left.Select(loss => (loss.Key.After, loss.Key.Until, loss.Value))],
            [.. stayed.Select(stay => (stay.Key, stay.Value))], (long)Math.Round(all), [.. warnings]);
    }

    /// <summary>The sum of lost ln(S(after) - S(until)) and of stayed ln S(until).</summary>
    public double LogLikelihood(LogSurvival survival)
    {
        double sum = 0;
        foreach ((int after, int until, double customers) in _left)
        {
            if (customers == 0) continue;
            double before = survival(after);
            sum += customers * (before + Math.Log(-LogGamma.Less1(survival(until) - before)));
        }

        foreach ((int until, double customers) in _stayed) if (customers > 0 && until > 0) sum += customers * survival(until);
        return sum;
    }

    /// <summary>Why these counts determine no curve of so many parameters; null where they may.</summary>
    public string? NothingToFit(int parameters)
    {
        if (Customers == 0) return "there are no customers";
        int ends = _left.Select(loss => loss.Until).Distinct().Count();
        if (ends == 0) return "no cohort was counted again after its start";
        if (_left.All(loss => loss.Customers == 0)) return string.Create(CultureInfo.InvariantCulture, $"no finite estimate: no customer has left in {LastPeriod} periods");
        bool allLeftAtOnce = _stayed.All(stay => stay.Customers == 0 || stay.Until == 0) && _left.All(loss => loss.After == 0 || loss.Customers == 0);
        if (allLeftAtOnce) return "no finite estimate: every customer left in the first period";
        return ends < parameters
            ? string.Create(CultureInfo.InvariantCulture, $"{ends} counts after the start cannot tell {parameters} parameters: count over more periods")
            : null;
    }

    /// <summary>The curve of customers who are all alike and whose churn changes as a power of tenure: ln S(t) = -rate t^power.</summary>
    public MaximumLikelihoodFit FitAlike(bool constantChurn, FitOptions? options, CancellationToken cancellationToken) => MaximumLikelihood.Fit(
        new()
        {
            Parameters = constantChurn ? [new("rate", 0.2)] : [new("rate", 0.2), new("power", 1, 1e-3, 1e2)],
            Observations = Customers,
            LogLikelihood = (p, _, _) =>
            {
                (double rate, double power) = (p[0], constantChurn ? 1 : p[1]);
                return LogLikelihood(periods => -rate * Math.Pow(periods, power));
            },
        },
        options is null ? null : options with { Progress = null },
        cancellationToken);
}
