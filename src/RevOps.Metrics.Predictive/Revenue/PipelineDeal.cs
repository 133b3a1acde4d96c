using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>A deal as the simulation takes it.</summary>
/// <param name="Deal">The deal as known.</param>
/// <param name="Path">Its stays in stages; none where it has no day to begin with.</param>
internal sealed record PipelineDeal(Deal Deal, List<StageSpell> Path)
{
    public bool IsOpen => Deal.Outcome == DealOutcome.Open;

    public bool IsWon => Deal.Outcome == DealOutcome.Won && Path.Count > 0;

    /// <summary>The deals with their paths.</summary>
    /// <param name="deal">The deal as known.</param>
    /// <param name="day">The day of the forecast.</param>
    /// <param name="stages">The numbers of the stages.</param>
    /// <param name="worth">What an amount of a day is worth in the reporting currency.</param>
    public static PipelineDeal Of(Deal deal, LocalDate day, StageNumbers stages, Func<Money, LocalDate, double> worth)
    {
        List<StageSpell> path = StagePath.Of(deal, day, stages);
        for (int i = 0; i < path.Count; i++)
        {
            LocalDate entered = day.PlusDays(path[i].Entered);
            if (KnownDeal.AmountOn(entered, deal) is { } amount) path[i] = path[i] with { Amount = worth(amount, entered) };
        }

        return new PipelineDeal(deal, path);
    }
}
