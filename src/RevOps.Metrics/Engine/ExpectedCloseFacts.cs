namespace RevOps.Metrics;

/// <summary>Makes the relation of the open pipeline by expected close.</summary>
internal static class ExpectedCloseFacts
{
    private static readonly NameList Kinds = NameList.OfEnum<PipelineChangeKind>();
    private static readonly NameList Sources = NameList.OfEnum<PipelineSource>();

    public static FactTable Compile(RevenueDataset data, DealTraits traits)
    {
        DealRegister deals = data.DealRegister;
        Rows rows = new(new AmountConverter(data));
        int[] rowsOf = new int[deals.Count];
        foreach ((int number, Deal deal) in data.Deals.Index())
        {
            int before = rows.Days.Count;
            if (deal.Outcome != DealOutcome.Void) rows.Add(deal);
            rowsOf[number] = rows.Days.Count - before;
        }

        DealRows ofDeals = DealRows.Of(rowsOf, threads: 1);
        FactTable table = new(ofDeals.Count);
        table.Add(ExpectedCloses.On, [.. rows.Days]);
        table.Add(ExpectedCloses.CloseOn, [.. rows.Closes]);
        table.Add(ExpectedCloses.OtherCloseOn, [.. rows.OtherCloses]);
        table.Add(ExpectedCloses.CountChange, [.. rows.Counts]);
        table.Add(ExpectedCloses.AmountChange, [.. rows.Amounts]);
        table.Add(ExpectedCloses.Kind, [.. rows.Kinds.Select(kind => (int)kind + 1)], Kinds);
        table.Add(ExpectedCloses.KnownFrom, () => ofDeals.Spread(new Codes([.. data.Deals.Select(deal => (byte)(SourceOf(deal) + 1))])), Sources);
        table.Add(ExpectedCloses.Owner, () => (ofDeals.Spread(deals.Owners.Now), deals.Owners.Names));
        traits.AddTo<ExpectedCloses>(table, ofDeals);
        return table;
    }

    private static PipelineSource SourceOf(Deal deal) => deal.History.Count > 0 ? PipelineSource.History : PipelineSource.LatestValues;

    private sealed class Rows(AmountConverter converter)
    {
        public List<int> Days { get; } = [];

        public List<int> Closes { get; } = [];

        public List<int> OtherCloses { get; } = [];

        public List<long> Counts { get; } = [];

        public List<long> Amounts { get; } = [];

        public List<PipelineChangeKind> Kinds { get; } = [];

        public void Add(Deal deal)
        {
            int closed = DayNumber.OrNone(deal.ClosedOn);
            bool isWon = deal.Outcome == DealOutcome.Won;
            SortedDictionary<int, DayChange> changes = ChangesOf(deal, closed, isWon);
            int created = deal.CreatedOn is { } day ? DayNumber.Of(day) : FactTable.SinceEver;
            DayChange first = changes[created];
            (int close, long amount) = (first.Close ?? FactTable.NoDay, first.Amount ?? 0);
            Add(created, PipelineChangeKind.Created, close, count: 1, amount);
            foreach ((int on, DayChange change) in changes.Skip(1))
            {
                if (change.Close is { } moved && moved != close)
                {
                    Add(on, PipelineChangeKind.Moved, close, count: -1, -amount, other: moved);
                    Add(on, PipelineChangeKind.Moved, moved, count: 1, amount, other: close);
                    close = moved;
                }

                if (change.Amount is not { } revised || revised == amount) continue;
                Add(on, PipelineChangeKind.Revised, close, count: 0, revised - amount);
                amount = revised;
            }

            if (closed != FactTable.NoDay) Add(closed, isWon ? PipelineChangeKind.Won : PipelineChangeKind.Lost, close, count: -1, -amount);
        }

        /// <summary>What became known on each day, from the creation to the close. The first that was told holds since the creation.</summary>
        private SortedDictionary<int, DayChange> ChangesOf(Deal deal, int closed, bool isWon)
        {
            int created = deal.CreatedOn is { } day ? DayNumber.Of(day) : FactTable.SinceEver;
            SortedDictionary<int, DayChange> changes = new() { [created] = default };
            void Told(int on, Func<DayChange, DayChange> change) => changes[on] = change(changes.GetValueOrDefault(on));

            DealChange[] amounts = DealFacts.AmountChanges(deal);
            if ((amounts.Length > 0 ? amounts[0].Amount : deal.Amount) is { } amount)
            {
                long units = converter.ToUnits(amount, deal.CreatedOn ?? (amounts.Length > 0 ? amounts[0].On : DealFacts.RateDay(deal)));
                Told(created, known => known with { Amount = units });
            }

            foreach (DealChange change in amounts.Skip(1))
            {
                if (DayNumber.Of(change.On) > closed) break;
                long revised = converter.ToUnits(change.Amount!.Value, change.On);
                Told(DayNumber.Of(change.On), known => known with { Amount = revised });
            }

            DealChange[] closes = [.. deal.History.Where(change => change.ExpectedCloseOn is not null).OrderBy(change => change.On)];
            if ((closes.Length > 0 ? closes[0].ExpectedCloseOn : deal.ExpectedCloseOn) is { } expected)
            {
                Told(created, known => known with { Close = DayNumber.Of(expected) });
            }

            foreach (DealChange change in closes.Skip(1))
            {
                // A deal created on the day it is lost was expected to close then as it was told that day.
                int on = DayNumber.Of(change.On);
                if (on < closed || on == created) Told(on, known => known with { Close = DayNumber.Of(change.ExpectedCloseOn!.Value) });
            }

            if (isWon) Told(closed, known => known with { Close = closed });
            return changes;
        }

        private void Add(int on, PipelineChangeKind kind, int close, long count, long amount, int other = FactTable.NoDay)
        {
            Days.Add(on);
            Kinds.Add(kind);
            Closes.Add(close);
            OtherCloses.Add(other);
            Counts.Add(count);
            Amounts.Add(amount);
        }
    }

    /// <summary>The amount and the expected close that became known on a day; null for what did not change.</summary>
    private readonly record struct DayChange(long? Amount, int? Close);
}
