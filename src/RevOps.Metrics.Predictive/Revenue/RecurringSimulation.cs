namespace RevOps.Metrics.Predictive;

/// <summary>Simulates what customers will do by what customers of their age did, future by future.</summary>
/// <remarks>
/// Each future gives every customer of the history, and every period in which customers came, a random weight (exponential: the Bayesian bootstrap of Rubin,
/// The Annals of Statistics 9, 1981), so that a short history makes wide ranges. A customer then does, in proportion to its MRR, what a customer-period of its age
/// did, drawn with the probability of weight x opening MRR: so that the expected rates are those of revenue, as in the ledger's own churn rates.
/// </remarks>
internal sealed class RecurringSimulation
{
    /// <summary>The parts in their order: opening, new, returned, expansion, contraction, churn.</summary>
    public const int Parts = 6;

    private readonly LedgerHistory _history;
    private readonly AgeBands _bands;
    private readonly CustomerStep[][] _steps;
    private readonly int _horizon;

    public RecurringSimulation(LedgerHistory history, AgeBands bands, int horizon)
    {
        (_history, _bands, _horizon) = (history, bands, horizon);
        ILookup<int, CustomerStep> byBand = history.Steps.ToLookup(step => bands.Of(step.Age));
        _steps = [.. Enumerable.Range(0, bands.FirstAge.Length).Select(band => byBand[band].ToArray())];
    }

    /// <summary>The MRR of each part, by period and future.</summary>
    public double[][][] Run(PathSimulation simulation, int? threads, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        double[][][] parts = [.. Enumerable.Range(0, Parts).Select(_ => Enumerable.Range(0, _horizon).Select(_ => new double[simulation.Paths]).ToArray())];
        IndependentWork.Do(simulation.Paths, path => Play(path, parts, SeededStream.Of(simulation.Seed, path)), threads, progress, cancellationToken);
        return parts;
    }

    private void Play(int path, double[][][] parts, Random random)
    {
        double[] weights = Weights(_history.Customers, random);
        WeightedSteps[] bands = Array.ConvertAll(_steps, steps => new WeightedSteps(steps, weights));
        double[] ofPeriods = Weights(_history.Entries.Length, random);
        double allPeriods = ofPeriods.Sum();
        List<(int Age, double Mrr)> customers = [.. _history.Now.Select(customer => (customer.Age, customer.Opening))];
        for (int h = 0; h < _horizon; h++)
        {
            int left = 0, there = customers.Count;
            for (int i = 0; i < there; i++)
            {
                (int age, double mrr) = customers[i];
                parts[0][h][path] += mrr;
                if (bands[_bands.Of(age)].Draw(random) is { } step)
                {
                    double scale = mrr / step.Opening;
                    Add(step, scale);
                    mrr += step.Change * scale;
                }

                // Who is left by less than a millionth of a cent has gone; only arithmetic keeps it from zero.
                if (mrr > 1e-8) customers[left++] = (age + 1, mrr);
            }

            customers.RemoveRange(left, there - left);
            if (allPeriods <= 0) continue;
            foreach (CustomerStep entry in _history.Entries[Pick(ofPeriods, random.NextDouble() * allPeriods)])
            {
                Add(entry, 1);
                if (entry.Change > 1e-8) customers.Add((entry.Age + 1, entry.Change));
            }

            void Add(CustomerStep step, double scale)
            {
                parts[1][h][path] += step.New * scale;
                parts[2][h][path] += step.Returned * scale;
                parts[3][h][path] += step.Expansion * scale;
                parts[4][h][path] += step.Contraction * scale;
                parts[5][h][path] += step.Churn * scale;
            }
        }
    }

    private static double[] Weights(int count, Random random)
    {
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) weights[i] = -Math.Log(1 - random.NextDouble());
        return weights;
    }

    private static int Pick(double[] weights, double mark)
    {
        int i = 0;
        while (i < weights.Length - 1 && (mark -= weights[i]) >= 0) i++;
        return i;
    }
}
