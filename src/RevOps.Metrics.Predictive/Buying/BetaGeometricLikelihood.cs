namespace RevOps.Metrics.Predictive;

/// <summary>The log-likelihood of BG/NBD and its modification, with its derivatives.</summary>
internal sealed class BetaGeometricLikelihood(PurchaseGroups groups, int chances, int? threads)
{
    /// <summary>
    /// Per customer ln B(a, b + x + chances) - ln B(a, b) + ln Gamma(r + x) - ln Gamma(r) + r ln alpha - (r + x) ln(alpha + T) + ln(1 + odds of having left).
    /// The gamma functions are needed once for each frequency only.
    /// </summary>
    public double Value(ReadOnlySpan<double> parameters, Span<double> gradient, CancellationToken cancellationToken)
    {
        double r = parameters[0], alpha = parameters[1], a = parameters[2], b = parameters[3];
        Span<double> sums = stackalloc double[5];
        OrderedSum.Add(groups.Weights.Length, (from, to, part) => AddTo(part, from, to, r, alpha, a, b), sums, threads, cancellationToken);

        double n = groups.Customers;
        double value = sums[0] + (n * r * Math.Log(alpha));
        double slopeR = sums[1] + (n * Math.Log(alpha)), slopeA = sums[3], slopeB = sums[4];
        foreach ((long frequency, double customers) in groups.Frequencies)
        {
            double leaving = frequency + chances;
            value += customers * (LogGamma.Rising(r, frequency) + LogGamma.Rising(b, leaving) - LogGamma.Rising(a + b, leaving));
            if (gradient.IsEmpty) continue;
            double both = LogGamma.RisingSlope(a + b, leaving);
            slopeR += customers * LogGamma.RisingSlope(r, frequency);
            slopeA -= customers * both;
            slopeB += customers * (LogGamma.RisingSlope(b, leaving) - both);
        }

        if (!gradient.IsEmpty) (gradient[0], gradient[1], gradient[2], gradient[3]) = (slopeR, sums[2] + (n * r / alpha), slopeA, slopeB);
        return value;
    }

    private void AddTo(Span<double> sums, int from, int to, double r, double alpha, double a, double b)
    {
        ReadOnlySpan<PurchaseHistory> histories = groups.Histories;
        double age = -1, logAge = 0;
        double logA = Math.Log(a);
        for (int i = from; i < to; i++)
        {
            PurchaseHistory history = histories[i];
            double weight = groups.Weights[i];
            double x = history.Frequency;
            if (history.Age != age) (age, logAge) = (history.Age, Math.Log(alpha + history.Age));
            double shape = r + x;
            double left = 0, silence = 0, logStill = 0;
            if (x + chances > 0)
            {
                silence = logAge - Math.Log(alpha + history.Recency);
                double logOdds = logA - Math.Log(b + x + chances - 1) + (shape * silence);
                // ln(1 + e^o) and its slope, whatever the size of o.
                double small = Math.Exp(-Math.Abs(logOdds));
                logStill = Math.Max(logOdds, 0) + Math.Log(1 + small);
                left = logOdds > 0 ? 1 / (1 + small) : small / (1 + small);
                sums[4] -= weight * left / (b + x + chances - 1);
            }

            sums[0] += weight * (logStill - (shape * logAge));
            sums[1] += weight * ((left * silence) - logAge);
            sums[2] -= weight * shape * (((1 - left) / (alpha + history.Age)) + (left / (alpha + history.Recency)));
            sums[3] += weight * left / a;
        }
    }
}
