using System.Globalization;
using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>Reports how the learning of the stages went.</summary>
internal static class PipelineReport
{
    private const int FewClosed = 30;

    public static FitReport Of(StageModel model, StageNumbers stages, IReadOnlyList<PipelineDeal> deals, IReadOnlyList<PipelineDeal> open, LocalDate day) => new(
        Converged: model.Closed > 0, Iterations: 0, model.Stages.Sum(stage => stage.LogLikelihood()), deals.Count,
        ValueList.From(Parameters(model, stages)), ValueList.From(Warnings(model, stages, deals, open, day)));

    private static IEnumerable<FittedParameter> Parameters(StageModel model, StageNumbers stages)
    {
        for (int stage = 0; stage < stages.Count; stage++)
        {
            StageHazards hazards = model.Stages[stage];
            double[] probabilities = hazards.ExitProbabilities();
            for (int exit = 0; exit < probabilities.Length; exit++)
            {
                if (hazards.AllTo(exit) == 0) continue;
                string name = exit switch { StageSpell.Won => "won", StageSpell.Lost => "lost", _ => Name(stages[exit - StageSpell.FirstStage]) };
                double p = Math.Clamp(probabilities[exit], 0, 1);
                Estimate error = p is > 0 and < 1
                    ? Estimate.Of(Math.Sqrt(p * (1 - p) / hazards.AllExits))
                    : Estimate.Undefined("the probability is at its limit");
                yield return new FittedParameter($"{Name(stages[stage])} to {name}", p, error) { Scale = ParameterScale.LogOdds };
            }
        }
    }

    private static IEnumerable<string> Warnings(StageModel model, StageNumbers stages, IReadOnlyList<PipelineDeal> deals, IReadOnlyList<PipelineDeal> open, LocalDate day)
    {
        long won = model.Stages.Sum(stage => stage.AllTo(StageSpell.Won)), lost = model.Stages.Sum(stage => stage.AllTo(StageSpell.Lost));
        if (won + lost == 0) yield return "No deal has closed: nothing tells how deals end.";
        else if (lost == 0) yield return "No deal has been lost: every deal that closes is taken to be won. Are lost deals recorded?";
        else if (won == 0) yield return "No deal has been won: none of the open ones is taken to be.";
        if (won + lost is > 0 and < FewClosed)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Only {won + lost} deals have closed: the probabilities are weakly identified.");
        }

        foreach (int stage in open.Select(deal => deal.Path[^1].Stage).Distinct().Order())
        {
            if (model.Stages[stage].AllExits == 0) yield return $"No deal has left the stage {Name(stages[stage])} yet: those in it are taken to stay there.";
        }

        int undated = deals.Count(deal => deal.Path.Count == 0);
        if (undated > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{undated} deals have no creation date and no history: they are left out.");
        int worthless = open.Count(deal => KnownDeal.AmountOn(day, deal.Deal) is null);
        if (worthless > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{worthless} open deals have no amount: they count, their value does not.");
    }

    private static string Name(string? stage) => stage ?? Cell.NoValue;
}
