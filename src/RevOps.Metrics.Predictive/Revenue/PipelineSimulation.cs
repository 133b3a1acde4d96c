using MathNet.Numerics.Distributions;

namespace RevOps.Metrics.Predictive;

/// <summary>Simulates what becomes of the open deals, and of those still to come, future by future.</summary>
/// <param name="models">How deals go through the stages; a deal names its own by number.</param>
/// <param name="ends">The last day of each period, counted from the day of the forecast.</param>
/// <param name="groups">How many groups (the total, owners, segments) amounts are added up by.</param>
internal sealed class PipelineSimulation(IReadOnlyList<StageModel> models, int[] ends, int groups)
{
    /// <summary>A deal to simulate.</summary>
    /// <param name="Model">By which model it goes.</param>
    /// <param name="Stage">Its stage.</param>
    /// <param name="Days">How many days after its entry into the stage the first simulated day is.</param>
    /// <param name="Amount">Its amount.</param>
    /// <param name="Groups">The groups that its amount is added to.</param>
    public readonly record struct Start(int Model, int Stage, int Days, double Amount, int[] Groups);

    /// <summary>Deals to come: those created in the past, any of which may come again, and over how many days they came.</summary>
    public (Start[] Deals, int Days) ToCome { get; init; } = ([], 0);

    /// <summary>How often each open deal was won in each period, then lost, then still open.</summary>
    public int[][] Counts { get; private set; } = [];

    /// <summary>The amounts won, by group, period and future.</summary>
    public double[][][] Amounts { get; private set; } = [];

    public void Run(IReadOnlyList<Start> open, PathSimulation simulation, int? threads, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        Counts = [.. open.Select(_ => new int[ends.Length + 2])];
        Amounts = [.. Enumerable.Range(0, groups).Select(_ => ends.Select(_ => new double[simulation.Paths]).ToArray())];
        IndependentWork.Do(simulation.Paths, path =>
        {
            Random random = SeededStream.Of(simulation.Seed, path);
            StageDraw[][] draws = [.. models.Select(model => model.Stages.Select(stage => new StageDraw(stage, random)).ToArray())];
            for (int i = 0; i < open.Count; i++)
            {
                int end = Play(open[i], 1, draws, random, path);

                // Whole numbers: the order in which threads add them does not matter.
                Interlocked.Increment(ref Counts[i][end]);
            }

            PlayToCome(draws, random, path);
        }, threads, progress, cancellationToken);
    }

    private void PlayToCome(StageDraw[][] draws, Random random, int path)
    {
        if (ToCome.Deals.Length == 0) return;
        double perDay = Gamma.Sample(random, ToCome.Deals.Length, ToCome.Days);
        int count = Poisson.Sample(random, perDay * ends[^1]);
        for (int i = 0; i < count; i++)
        {
            Start deal = ToCome.Deals[random.Next(ToCome.Deals.Length)];
            Play(deal, 1 + random.Next(ends[^1]), draws, random, path);
        }
    }

    /// <summary>Follows a deal from a day on; the number of the period it is won in, or how it stands after the last: lost, then open.</summary>
    private int Play(Start deal, int day, StageDraw[][] draws, Random random, int path)
    {
        int stage = deal.Stage, days = deal.Days;
        double ratio = RatioOf(deal, random);
        while (draws[deal.Model][stage].Leaves(days, ends[^1] - day + 1, random, out int after, out int exit))
        {
            day += after;
            if (exit == StageSpell.Lost) return ends.Length;
            if (exit == StageSpell.Won)
            {
                int period = 0;
                while (ends[period] < day) period++;
                foreach (int group in deal.Groups) Amounts[group][period][path] += deal.Amount * ratio;
                return period;
            }

            (stage, days) = (exit - StageSpell.FirstStage, 0);
        }

        return ends.Length + 1;
    }

    private double RatioOf(Start deal, Random random)
    {
        double[] ratios = models[deal.Model].AmountRatios[deal.Stage];
        return ratios.Length == 0 ? 1 : ratios[random.Next(ratios.Length)];
    }
}
