using MathNet.Numerics.Distributions;

namespace RevOps.Metrics.Predictive;

/// <summary>Simulates what becomes of the open deals, and of those still to come, future by future.</summary>
/// <param name="models">How deals go through the stages; a deal names its own by number.</param>
/// <param name="months">What is common to all deals of a month.</param>
/// <param name="ends">The last day of each period, counted from the day of the forecast.</param>
/// <param name="groups">How many groups (the total, owners, segments) amounts are added up by.</param>
internal sealed class PipelineSimulation(IReadOnlyList<StageModel> models, MonthShocks months, int[] ends, int groups)
{
    /// <summary>A deal to simulate.</summary>
    /// <param name="Model">By which model it goes.</param>
    /// <param name="Stage">Its stage.</param>
    /// <param name="Arrival">How many days after its creation it entered the stage.</param>
    /// <param name="Days">How many days after its entry into the stage the first simulated day is.</param>
    /// <param name="Amount">Its amount.</param>
    /// <param name="Groups">The groups that its amount is added to.</param>
    public readonly record struct Start(int Model, int Stage, int Arrival, int Days, double Amount, int[] Groups);

    /// <summary>Deals to come: those created in the past, any of which may come again, and how many come.</summary>
    public (Start[] Deals, CreationRate Rate)? ToCome { get; init; }

    /// <summary>How often each open deal was won in each period, then lost, then still open.</summary>
    public int[][] Counts { get; private set; } = [];

    /// <summary>The amounts won, by group, period and future.</summary>
    public double[][][] Amounts { get; private set; } = [];

    public void Run(IReadOnlyList<Start> open, PathSimulation simulation, int? threads, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        Counts = [.. open.Select(_ => new int[ends.Length + 2])];
        Amounts = [.. Enumerable.Range(0, groups).Select(_ => ends.Select(_ => new double[simulation.Paths]).ToArray())];
        // Looked up before the threads start: the models remember what was asked.
        double[][] ratios = [.. open.Select(deal => models[deal.Model].AmountRatios(deal.Stage, deal.Days - 1))];
        foreach (Start deal in ToCome?.Deals ?? []) models[deal.Model].AmountRatios(deal.Stage, 0);
        IndependentWork.Do(simulation.Paths, path =>
        {
            Random random = SeededStream.Of(simulation.Seed, path);
            Future future = new(
                [.. models.Select(model => model.Trees.Select(stage => stage.Parts.Select(part => new StageDraw(part, random)).ToArray()).ToArray())],
                months.Draw(random), new Resample(random), random, path);
            for (int i = 0; i < open.Count; i++)
            {
                int end = Play(open[i], 1, ratios[i], future);

                // Whole numbers: the order in which threads add them does not matter.
                Interlocked.Increment(ref Counts[i][end]);
            }

            if (ToCome is not { Deals.Length: > 0 } toCome) return;
            double perDay = toCome.Rate.Draw(random);
            int count = Poisson.Sample(random, perDay * ends[^1]);
            for (int i = 0; i < count; i++)
            {
                Start deal = future.Sample.Draw(toCome.Deals, random);
                Play(deal, 1 + random.Next(ends[^1]), models[deal.Model].AmountRatios(deal.Stage, 0), future);
            }
        }, threads, progress, cancellationToken);
    }

    /// <summary>Follows a deal from a day on; the number of the period it is won in, or how it stands after the last: lost, then open.</summary>
    private int Play(Start deal, int day, double[] ratios, Future future)
    {
        int stage = deal.Stage, days = deal.Days, arrival = deal.Arrival, created = day - deal.Days - deal.Arrival;
        StageTree[] trees = models[deal.Model].Trees;
        while (future.Draws[deal.Model][stage][trees[stage].PartOf(arrival, deal.Amount)].Leaves(
            days, day, ends[^1] - day + 1, months.LastDays, future.Factors, future.Random, out int after, out int exit))
        {
            day += after;
            if (exit == StageSpell.Lost) return ends.Length;
            if (exit == StageSpell.Won)
            {
                int period = 0;
                while (ends[period] < day) period++;
                double amount = deal.Amount * (ratios.Length == 0 ? 1 : future.Sample.Draw(ratios, future.Random));
                foreach (int group in deal.Groups) Amounts[group][period][future.Path] += amount;
                return period;
            }

            (stage, days, arrival) = (exit - StageSpell.FirstStage, 0, day - created);
        }

        return ends.Length + 1;
    }

    /// <summary>What is drawn once for a whole future.</summary>
    private readonly record struct Future(StageDraw[][][] Draws, double[] Factors, Resample Sample, Random Random, int Path);
}
