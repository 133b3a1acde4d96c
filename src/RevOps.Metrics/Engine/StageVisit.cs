namespace RevOps.Metrics;

/// <summary>One visit of a deal to a stage.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Stage">The stage.</param>
/// <param name="EnteredOn">The day it was entered; may be unknown.</param>
/// <param name="LeftOn">The day it was left; unknown while the deal is there.</param>
/// <param name="Number">Which of the deal's visits to the stage it is, from 1.</param>
/// <param name="Later">The deal's visits after it.</param>
internal sealed record StageVisit(Deal Deal, string Stage, int EnteredOn, int LeftOn, int Number, ArraySegment<(string Stage, int EnteredOn)> Later)
{
    /// <summary>The visits of a deal, in order.</summary>
    public static IEnumerable<StageVisit> Of(Deal deal)
    {
        if (deal.Outcome == DealOutcome.Void) yield break;
        (string Stage, int EnteredOn)[] entered = Entered(deal);
        int closed = DayNumber.OrNone(deal.ClosedOn);
        for (int i = 0; i < entered.Length; i++)
        {
            yield return new StageVisit(
                deal, entered[i].Stage, entered[i].EnteredOn, i + 1 < entered.Length ? entered[i + 1].EnteredOn : closed,
                entered.Take(i + 1).Count(visit => visit.Stage == entered[i].Stage), new(entered, i + 1, entered.Length - i - 1));
        }
    }

    /// <summary>Whether the deal then reached a place in the process or was won, and on which day.</summary>
    /// <param name="place">The place asked for.</param>
    /// <param name="places">The place of each stage in the process.</param>
    public (bool IsReached, int On) Reaches(int place, IReadOnlyDictionary<string, int> places)
    {
        foreach ((string stage, int day) in Later)
        {
            if (places.TryGetValue(stage, out int reached) && reached >= place) return (true, day);
        }

        return Deal.Outcome == DealOutcome.Won ? (true, DayNumber.OrNone(Deal.ClosedOn)) : (false, FactTable.NoDay);
    }

    private static (string Stage, int EnteredOn)[] Entered(Deal deal)
    {
        List<(string Stage, int EnteredOn)> entered = [];
        IEnumerable<DealChange> told = deal.History.Where(change => change.Stage is { Length: > 0 } && !(change.On >= deal.ClosedOn));
        foreach (var ofDay in told.GroupBy(change => change.On).OrderBy(day => day.Key))
        {
            string stage = ofDay.Last().Stage!;
            if (entered.Count == 0 || entered[^1].Stage != stage) entered.Add((stage, DayNumber.Of(ofDay.Key)));
        }

        bool hasMovedOn = deal is { Outcome: DealOutcome.Open, Stage.Length: > 0 } && (entered.Count == 0 || entered[^1].Stage != deal.Stage);
        if (hasMovedOn) entered.Add((deal.Stage!, FactTable.NoDay));
        return [.. entered];
    }
}
