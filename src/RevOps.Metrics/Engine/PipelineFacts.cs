namespace RevOps.Metrics;

/// <summary>Makes the relation of pipeline movements: each change of a deal takes it out as it was and brings it in as it is.</summary>
internal static class PipelineFacts
{
    private static readonly NameList Categories = NameList.OfEnum<ForecastCategory>();

    public static FactTable Compile(RevenueDataset data, DealTraits traits)
    {
        AmountConverter converter = new(data);
        List<Row> rows = [];
        foreach ((int number, Deal deal) in data.Deals.Index())
        {
            if (deal.Outcome == DealOutcome.Void) continue;
            IReadOnlyList<DealState> states = DealState.Of(deal, converter);
            int closed = DayNumber.OrNone(deal.ClosedOn);
            for (int i = 0; i < states.Count; i++)
            {
                int until = i + 1 < states.Count ? states[i + 1].From : closed;
                rows.Add(new Row(number, deal, states[i], states[i].From, 1, until));
                if (until != FactTable.NoDay) rows.Add(new Row(number, deal, states[i], until, -1, until));
            }
        }

        Deal[] deals = [.. rows.Select(row => row.Deal)];
        FactTable table = new(rows.Count);
        table.Add(PipelineMovements.DealId, [.. rows.Select(row => row.Number + 1)], DealFacts.Ids(data));
        table.Add(PipelineMovements.On, [.. rows.Select(row => row.On)]);
        table.Add(PipelineMovements.Until, [.. rows.Select(row => row.Until)]);
        table.Add(PipelineMovements.ClosedOn, [.. deals.Select(deal => DayNumber.OrNone(deal.ClosedOn))]);
        table.Add(PipelineMovements.ExpectedCloseOn, [.. rows.Select(row => DayNumber.OrNone(row.State.ExpectedCloseOn))]);
        table.Add(PipelineMovements.CountChange, [.. rows.Select(row => (long)row.Sign)]);
        table.Add(PipelineMovements.AmountChange, [.. rows.Select(row => row.Sign * row.State.Amount)]);
        table.AddNames(PipelineMovements.Stage, rows, row => row.State.Stage);
        table.Add(PipelineMovements.Category, [.. rows.Select(row => row.State.Category is { } category ? (int)category + 1 : 0)], Categories);
        table.AddNames(PipelineMovements.Owner, rows, row => row.State.Owner);
        DealFacts.AddOutcomes(table, deals, PipelineMovements.Outcome);
        traits.AddTo<PipelineMovements>(table, deals);
        return table;
    }

    private sealed record Row(int Number, Deal Deal, DealState State, int On, int Sign, int Until);
}
