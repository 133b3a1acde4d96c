using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>The stages of a deal, one stay after the other, from its creation to its close or to the day of the forecast.</summary>
/// <remarks>
/// As in <see cref="StageVisits"/>: of several stages on one day the last is entered, a stage stated again is not entered again, and a stage told on
/// the day of the close is no visit. The time before the history tells a stage is a stage of its own, that without a name. A deal without a
/// creation date begins with the first change that its history tells; without that either it has no path.
/// </remarks>
internal static class StagePath
{
    public static List<StageSpell> Of(Deal deal, LocalDate day, StageNumbers stages)
    {
        List<StageSpell> path = [];
        LocalDate? begins = deal.CreatedOn ?? (deal.History.Count > 0 ? deal.History.Min(change => change.On) : null);
        if (begins is not { } start || start > deal.ClosedOn) return path;
        List<(LocalDate On, string? Stage)> entered = [(start, null)];
        foreach (var ofDay in deal.History.Where(change => change.Stage is { Length: > 0 } && !(change.On >= deal.ClosedOn)).GroupBy(change => change.On).OrderBy(on => on.Key))
        {
            string stage = ofDay.Last().Stage!;
            LocalDate on = LocalDate.Max(ofDay.Key, start);
            if (entered[^1].On == on) entered[^1] = (on, stage);
            else if (entered[^1].Stage != stage) entered.Add((on, stage));
        }

        for (int i = 0; i < entered.Count; i++)
        {
            LocalDate? left = i + 1 < entered.Count ? entered[i + 1].On : deal.ClosedOn;
            int exit = i + 1 < entered.Count ? StageSpell.FirstStage + stages.Of(entered[i + 1].Stage)
                : deal.Outcome == DealOutcome.Won ? StageSpell.Won : StageSpell.Lost;
            path.Add(new StageSpell(
                stages.Of(entered[i].Stage), Period.DaysBetween(day, entered[i].On), left is { } end ? Period.DaysBetween(day, end) : null, exit,
                Period.DaysBetween(start, entered[i].On)));
        }

        return path;
    }
}
