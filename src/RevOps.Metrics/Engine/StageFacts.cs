namespace RevOps.Metrics;

/// <summary>Makes the relation of stage visits, with two columns for each stage of the process: whether and when a deal then reached it.</summary>
internal static class StageFacts
{
    public static FactTable Compile(RevenueDataset data, DealTraits traits)
    {
        Dictionary<string, int> places = data.Options.Stages.Index().ToDictionary(stage => stage.Item, stage => stage.Index, StringComparer.Ordinal);
        StageVisit[] visits = [.. data.Deals.SelectMany(StageVisit.Of)];
        FactTable table = new(visits.Length);
        table.Add(StageVisits.EnteredOn, [.. visits.Select(visit => visit.EnteredOn)]);
        table.Add(StageVisits.LeftOn, [.. visits.Select(visit => visit.LeftOn)]);
        table.Add(StageVisits.DaysInStage, [.. visits.Select(DaysIn)]);
        table.Add(StageVisits.Visit, [.. visits.Select(visit => (long)visit.Number)]);

        (bool IsReached, int On)?[] next =
            [.. visits.Select(visit => places.TryGetValue(visit.Stage, out int place) ? visit.Reaches(place + 1, places) : ((bool, int)?)null)];
        table.Add(StageVisits.Advanced, [.. next.Select(reach => reach is { } known ? AsNumber(known.IsReached) : FactTable.NoValue)]);
        table.Add(StageVisits.AdvancedOn, [.. next.Select(reach => reach?.On ?? FactTable.NoDay)]);
        foreach ((string stage, int place) in places)
        {
            (bool IsReached, int On)[] reached = [.. visits.Select(visit => visit.Reaches(place, places))];
            table.Add(StageVisits.Reached(stage), [.. reached.Select(reach => AsNumber(reach.IsReached))]);
            table.Add(StageVisits.ReachedOn(stage), [.. reached.Select(reach => reach.On)]);
        }

        table.AddNames(StageVisits.Stage, visits, visit => visit.Stage);
        table.AddNames(StageVisits.NextStage, visits, visit => visit.Later.Count > 0 ? visit.Later[0].Stage : null);
        table.AddNames(StageVisits.Owner, visits, visit => visit.Deal.Owner);
        Deal[] deals = [.. visits.Select(visit => visit.Deal)];
        DealFacts.AddOutcomes(table, deals, StageVisits.Outcome);
        traits.AddTo<StageVisits>(table, deals);
        return table;
    }

    private static long DaysIn(StageVisit visit) =>
        visit.EnteredOn == FactTable.NoDay || visit.LeftOn == FactTable.NoDay ? FactTable.NoValue : visit.LeftOn - visit.EnteredOn;

    private static long AsNumber(bool isReached) => isReached ? 1 : 0;
}
