namespace RevOps.Metrics;

/// <summary>Tells the stages that a deal was in at the end of any day while it was open, and that in which it is.</summary>
internal static class VisitedStages
{
    public static IEnumerable<string> Of(Deal deal)
    {
        IEnumerable<DealChange> told = deal.History.Where(change => change.Stage is { Length: > 0 } && !(change.On >= deal.ClosedOn));
        IEnumerable<string> dated = told.GroupBy(change => change.On).OrderBy(day => day.Key).Select(day => day.Last().Stage!);
        return (deal is { Outcome: DealOutcome.Open, Stage.Length: > 0 } ? dated.Append(deal.Stage) : dated).Distinct(StringComparer.Ordinal);
    }
}
