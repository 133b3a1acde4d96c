using MathNet.Numerics;
using MathNet.Numerics.Statistics;

namespace RevOps.Metrics.Predictive;

/// <summary>The spend of those customers who have repeat purchases of a mean above zero, equal ones together, in their order.</summary>
internal sealed class SpendGroups
{
    private readonly double[] _frequencies, _amounts, _weights;
    private readonly (double Frequency, double Customers)[] _byFrequency;

    // Sums that do not depend on the parameters: of ln m, of x ln m, of x ln x.
    private readonly double _logs, _repeatedLogs, _frequencyLogs;

    private SpendGroups(double[] frequencies, double[] amounts, double[] weights, long leftOut)
    {
        (_frequencies, _amounts, _weights, LeftOut) = (frequencies, amounts, weights, leftOut);
        for (int i = 0; i < weights.Length; i++)
        {
            Customers += (long)weights[i];
            _logs += weights[i] * Math.Log(amounts[i]);
            _repeatedLogs += weights[i] * frequencies[i] * Math.Log(amounts[i]);
            _frequencyLogs += weights[i] * frequencies[i] * Math.Log(frequencies[i]);
        }

        _byFrequency = [.. frequencies.Zip(weights).GroupBy(pair => pair.First, pair => pair.Second, (x, counts) => (x, counts.Sum()))];
    }

    /// <summary>How many customers there are.</summary>
    public long Customers { get; }

    /// <summary>How many customers with repeat purchases were left out, because those come to zero or less.</summary>
    public long LeftOut { get; }

    /// <summary>The mean over customers of the mean amount.</summary>
    public double MeanAmount => _amounts.Zip(_weights, (amount, weight) => amount * weight).Sum() / Customers;

    /// <summary>True where all spend the same.</summary>
    public bool IsConstant => _amounts.All(amount => amount == _amounts[0]);

    /// <summary>Pearson's correlation of frequency and mean amount, 0 where one of them does not vary.</summary>
    public double CorrelationWithFrequency
    {
        get
        {
            double correlation = Correlation.WeightedPearson(_frequencies, _amounts, _weights);
            return double.IsFinite(correlation) ? correlation : 0;
        }
    }

    public static SpendGroups Of(RfmTable table)
    {
        List<(double Frequency, double Amount)> spends = [];
        long leftOut = 0;
        foreach (RfmSummary customer in table.Customers)
        {
            if (customer.History.Frequency == 0) continue;
            if (customer.MonetaryValue.Value is > 0 and { } amount) spends.Add((customer.History.Frequency, amount));
            else leftOut++;
        }

        spends.Sort();
        List<double> frequencies = [], amounts = [], weights = [];
        foreach ((double frequency, double amount) in spends)
        {
            if (weights.Count > 0 && frequencies[^1] == frequency && amounts[^1] == amount)
            {
                weights[^1]++;
                continue;
            }

            frequencies.Add(frequency);
            amounts.Add(amount);
            weights.Add(1);
        }

        return new([.. frequencies], [.. amounts], [.. weights], leftOut);
    }

    /// <summary>
    /// Per customer ln Gamma(p x + q) - ln Gamma(p x) - ln Gamma(q) + q ln v + (p x - 1) ln m + p x ln x - (p x + q) ln (x m + v): equation (1a)
    /// of the note of 2013. The gamma functions are needed once for each frequency only.
    /// </summary>
    public double LogLikelihood(ReadOnlySpan<double> parameters, Span<double> gradient, int? threads, CancellationToken cancellationToken)
    {
        double p = parameters[0], q = parameters[1], v = parameters[2];
        Span<double> sums = stackalloc double[4];
        OrderedSum.Add(_weights.Length, (from, to, part) => AddTo(part, from, to, p, q, v), sums, threads, cancellationToken);

        double n = Customers;
        double value = sums[0] + (n * q * Math.Log(v)) + (p * _repeatedLogs) - _logs + (p * _frequencyLogs);
        double slopeP = sums[1] + _repeatedLogs + _frequencyLogs;
        double slopeQ = sums[2] + (n * Math.Log(v));
        foreach ((double x, double customers) in _byFrequency)
        {
            value += customers * (LogGamma.Rising(q, p * x) - SpecialFunctions.GammaLn(p * x));
            if (gradient.IsEmpty) continue;
            double both = SpecialFunctions.DiGamma((p * x) + q);
            slopeP += customers * x * (both - SpecialFunctions.DiGamma(p * x));
            slopeQ += customers * (both - SpecialFunctions.DiGamma(q));
        }

        if (!gradient.IsEmpty) (gradient[0], gradient[1], gradient[2]) = (slopeP, slopeQ, sums[3] + (n * q / v));
        return value;
    }

    private void AddTo(Span<double> sums, int from, int to, double p, double q, double v)
    {
        for (int i = from; i < to; i++)
        {
            double x = _frequencies[i], weight = _weights[i];
            double total = (x * _amounts[i]) + v;
            double log = weight * Math.Log(total);
            double shape = (p * x) + q;
            sums[0] -= shape * log;
            sums[1] -= x * log;
            sums[2] -= log;
            sums[3] -= weight * shape / total;
        }
    }
}
