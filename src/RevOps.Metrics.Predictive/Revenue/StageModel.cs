using MathNet.Numerics.LinearAlgebra;

namespace RevOps.Metrics.Predictive;

/// <summary>How deals go through the stages, learned from deals that did: what each stage keeps, where it sends them, and what becomes of their amounts.</summary>
internal sealed class StageModel
{
    private const int FewVisits = 15;

    private readonly WonVisit[][] _won;
    private readonly Dictionary<(int Stage, int Days), double[]> _ratios = [];

    private StageModel(StageTree[] stages, WonVisit[][] won)
    {
        Trees = stages;
        Stages = [.. stages.Select(stage => stage.All)];
        _won = won;
    }

    /// <summary>The stages, parted by what matters.</summary>
    public StageTree[] Trees { get; }

    /// <summary>The stages as a whole.</summary>
    public StageHazards[] Stages { get; }

    public long Closed => Stages.Sum(stage => stage.AllTo(StageSpell.Won) + stage.AllTo(StageSpell.Lost));

    /// <summary>Learns from deals.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="stages">How many stages there are.</param>
    /// <param name="watchedFrom">The first day watched, counted from the day of the forecast.</param>
    /// <param name="day">The day of the forecast.</param>
    public static StageModel Learn(IReadOnlyCollection<PipelineDeal> deals, int stages, int watchedFrom, NodaTime.LocalDate day)
    {
        ILookup<int, StageSpell> spells = deals.SelectMany(deal => deal.Path).ToLookup(spell => spell.Stage);
        ILookup<int, WonVisit> won =
            (from deal in deals
             where deal.IsWon
             from spell in deal.Path
             where spell.Left >= watchedFrom
             let visit = WonVisit.Of(deal.Deal, spell, day)
             where visit is not null
             select (spell.Stage, visit)).ToLookup(of => of.Stage, of => of.visit);
        return new StageModel(
            [.. Enumerable.Range(0, stages).Select(stage => StageTree.Learn(spells[stage], StageSpell.FirstStage + stages, watchedFrom))],
            [.. Enumerable.Range(0, stages).Select(stage => won[stage].OrderByDescending(visit => visit.Days).ToArray())]);
    }

    /// <summary>The amounts at which deals were won, over those that they had after so many days in a stage; of deals that were there as long, or the longest.</summary>
    public double[] AmountRatios(int stage, int days)
    {
        if (_ratios.TryGetValue((stage, days), out double[]? known)) return known;
        WonVisit[] visits = _won[stage];
        int count = Math.Max(visits.TakeWhile(visit => visit.Days > days).Count(), Math.Min(FewVisits, visits.Length));
        return _ratios[(stage, days)] = Array.ConvertAll(visits[..count], visit => visit.RatioAfter(days));
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
