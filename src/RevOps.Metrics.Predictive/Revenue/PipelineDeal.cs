namespace RevOps.Metrics.Predictive;

/// <summary>A deal as the simulation takes it.</summary>
/// <param name="Deal">The deal as known.</param>
/// <param name="Path">Its stays in stages; none where it has no day to begin with.</param>
/// <param name="AmountRatios">For each stay of a deal that was won, the amount won over the amount at its beginning, in its own currency; null where there is none.</param>
internal sealed record PipelineDeal(Deal Deal, List<StageSpell> Path, double?[] AmountRatios)
{
    public bool IsOpen => Deal.Outcome == DealOutcome.Open;

    /// <summary>The deals with their paths.</summary>
    public static PipelineDeal Of(Deal deal, NodaTime.LocalDate day, StageNumbers stages)
    {
        List<StageSpell> path = StagePath.Of(deal, day, stages);
        Money? won = deal.Amount ?? KnownDeal.AmountOn(day, deal);
        return new PipelineDeal(deal, path, [.. path.Select(spell =>
            deal.Outcome == DealOutcome.Won && won is { } amount && KnownDeal.AmountOn(day.PlusDays(spell.Entered), deal) is { Amount: > 0 } then
            && then.Currency == amount.Currency ? (double)(amount.Amount / then.Amount) : (double?)null)]);
    }
}
