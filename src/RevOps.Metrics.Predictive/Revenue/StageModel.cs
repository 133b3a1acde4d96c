using MathNet.Numerics.LinearAlgebra;

namespace RevOps.Metrics.Predictive;

/// <summary>How deals go through the stages, learned from deals that did: what each stage keeps, where it sends them, and what becomes of their amounts.</summary>
internal sealed class StageModel
{
    private StageModel(StageHazards[] stages, double[][] amountRatios)
    {
        Stages = stages;
        AmountRatios = amountRatios;
    }

    public StageHazards[] Stages { get; }

    /// <summary>For each stage the amounts at which deals were won, over those that they had when they entered it.</summary>
    public double[][] AmountRatios { get; }

    public long Closed => Stages.Sum(stage => stage.AllTo(StageSpell.Won) + stage.AllTo(StageSpell.Lost));

    /// <summary>Learns from deals.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="stages">How many stages there are.</param>
    /// <param name="from">The first day watched, counted from the day of the forecast.</param>
    public static StageModel Learn(IReadOnlyCollection<PipelineDeal> deals, int stages, int from)
    {
        ILookup<int, StageSpell> spells = deals.SelectMany(deal => deal.Path).ToLookup(spell => spell.Stage);
        List<double>[] ratios = [.. Enumerable.Range(0, stages).Select(_ => new List<double>())];
        foreach (PipelineDeal deal in deals.Where(deal => deal.Path.Count > 0 && deal.Path[^1] is { Left: not null, Exit: StageSpell.Won }))
        {
            for (int i = 0; i < deal.Path.Count; i++)
            {
                if (deal.AmountRatios[i] is { } ratio && deal.Path[i].Left >= from) ratios[deal.Path[i].Stage].Add(ratio);
            }
        }

        return new StageModel(
            [.. Enumerable.Range(0, stages).Select(stage => StageHazards.Learn(spells[stage], StageSpell.FirstStage + stages, from))],
            [.. ratios.Select(of => of.ToArray())]);
    }

    /// <summary>The probability of winning in the end from the entry into each stage: the chain of stages, absorbed by won and lost.</summary>
    /// <remarks>NaN where deals go round for ever.</remarks>
    public double[] WinProbabilities()
    {
        double[][] exits = [.. Stages.Select(stage => stage.ExitProbabilities())];
        int count = Stages.Length;
        Matrix<double> staying = Matrix<double>.Build.Dense(count, count, (i, j) => (i == j ? 1 : 0) - exits[i][StageSpell.FirstStage + j]);
        Vector<double> won = staying.Solve(Vector<double>.Build.Dense(count, i => exits[i][StageSpell.Won]));
        return [.. won.Select(p => double.IsFinite(p) ? Math.Clamp(p, 0, 1) : double.NaN)];
    }
}
