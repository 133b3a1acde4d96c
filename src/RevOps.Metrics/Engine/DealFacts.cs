using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relations of deals and of pipeline movements.</summary>
internal static class DealFacts
{
    private static readonly NameList Outcomes = NameList.OfEnum<DealOutcome>();
    private static readonly NameList Types = NameList.OfEnum<DealType>();

    /// <summary>The day whose rate turns a deal's amounts: of its close, else of its creation, else the latest there is.</summary>
    public static LocalDate RateDay(Deal deal) => deal.ClosedOn ?? deal.CreatedOn ?? LocalDate.MaxIsoValue;

    public static FactTable Compile(RevenueDataset data, CustomerNumbers customers, AttributeVersions versions)
    {
        AmountConverter converter = new(data);
        int rows = data.Deals.Count;
        int[] created = new int[rows], closed = new int[rows], outcomes = new int[rows], versionOf = new int[rows];
        long[] amounts = new long[rows], cycles = new long[rows];
        for (int i = 0; i < rows; i++)
        {
            Deal deal = data.Deals[i];
            created[i] = DayNumber.OrNone(deal.CreatedOn);
            closed[i] = DayNumber.OrNone(deal.ClosedOn);
            outcomes[i] = (int)deal.Outcome + 1;
            versionOf[i] = VersionOf(deal, customers, versions);
            Money? amount = deal.Amount ?? AmountChanges(deal).LastOrDefault()?.Amount;
            amounts[i] = amount is { } money ? converter.ToUnits(money, RateDay(deal)) : FactTable.NoValue;
            cycles[i] = deal.CreatedOn is null || deal.ClosedOn is null ? FactTable.NoValue : closed[i] - created[i];
        }

        FactTable table = new(rows);
        table.Add(Deals.Id, [.. Enumerable.Range(1, rows)], Ids(data));
        table.Add(Deals.CreatedOn, created);
        table.Add(Deals.ClosedOn, closed);
        table.Add(Deals.Amount, amounts);
        table.Add(Deals.CycleDays, cycles);
        table.Add(Deals.Outcome, outcomes, Outcomes);
        table.AddNames(Deals.LostReason, data.Deals, deal => deal.LostReason);
        AddOwnColumns(table, data.Deals, Deals.Type, Deals.Owner, Deals.Product);
        AddCustomers(table, data.Deals, customers, Deals.CustomerId);
        AddAttributes(table, versions, versionOf, Deals.CustomerAttribute);
        return table;
    }

    public static FactTable CompilePipeline(RevenueDataset data, CustomerNumbers customers, AttributeVersions versions)
    {
        AmountConverter converter = new(data);
        List<Deal> deals = [];
        List<int> days = [], ids = [];
        int number = 0;
        List<long> counts = [], amounts = [];
        foreach (Deal deal in data.Deals)
        {
            int id = ++number;
            if (deal.Outcome == DealOutcome.Void) continue;
            int created = deal.CreatedOn is { } day ? DayNumber.Of(day) : FactTable.SinceEver;
            long carried = 0;
            void Row(int on, long count, long amount)
            {
                deals.Add(deal);
                ids.Add(id);
                days.Add(on);
                counts.Add(count);
                amounts.Add(amount);
                carried += amount;
            }

            DealChange[] changes = AmountChanges(deal);
            Money? first = changes.Length > 0 ? changes[0].Amount : deal.Amount;
            LocalDate firstDay = deal.CreatedOn ?? (changes.Length > 0 ? changes[0].On : RateDay(deal));
            Row(created, 1, first is { } money ? converter.ToUnits(money, firstDay) : 0);
            foreach (DealChange change in changes.Skip(1))
            {
                if (deal.ClosedOn is { } end && change.On >= end) break;
                Row(DayNumber.Of(change.On), 0, converter.ToUnits(change.Amount!.Value, change.On) - carried);
            }

            if (deal.ClosedOn is { } closed) Row(DayNumber.Of(closed), -1, -carried);
        }

        FactTable table = new(deals.Count);
        table.Add(PipelineMovements.DealId, [.. ids], Ids(data));
        table.Add(PipelineMovements.On, [.. days]);
        table.Add(PipelineMovements.CountChange, [.. counts]);
        table.Add(PipelineMovements.AmountChange, [.. amounts]);
        AddOwnColumns(table, deals, PipelineMovements.Type, PipelineMovements.Owner, PipelineMovements.Product);
        AddCustomers(table, deals, customers, PipelineMovements.CustomerId);
        AddAttributes(table, versions, [.. deals.Select(deal => VersionOf(deal, customers, versions))], PipelineMovements.CustomerAttribute);
        return table;
    }

    /// <summary>The ids, of which no two deals have the same, in the order of the deals.</summary>
    private static NameList Ids(RevenueDataset data) => NameList.OfDifferent(data.Deals.Select(deal => deal.Id));

    /// <summary>The changes of the amount by day; of several on one day, the last in the history holds.</summary>
    private static DealChange[] AmountChanges(Deal deal) => [.. deal.History.Where(change => change.Amount is not null).OrderBy(change => change.On)];

    private static int VersionOf(Deal deal, CustomerNumbers customers, AttributeVersions versions)
    {
        int customer = customers.OrNone(deal.CustomerId);
        return customer < 0 ? -1 : versions.On(customer, DayNumber.OrNone(deal.ClosedOn));
    }

    private static void AddOwnColumns(FactTable table, IReadOnlyList<Deal> deals, CodeColumn type, CodeColumn owner, CodeColumn product)
    {
        table.Add(type, [.. deals.Select(deal => (int)deal.Type + 1)], Types);
        table.AddNames(owner, deals, deal => deal.Owner);
        table.AddNames(product, deals, deal => deal.Product);
    }

    private static void AddCustomers(FactTable table, IReadOnlyList<Deal> deals, CustomerNumbers customers, CodeColumn column)
    {
        (int[] codes, NameList ids) = customers.Column([.. deals.Select(deal => customers.OrNone(deal.CustomerId))]);
        table.Add(column, codes, ids);
    }

    private static void AddAttributes(FactTable table, AttributeVersions versions, int[] versionOf, Func<string, CodeColumn> column)
    {
        foreach (string attribute in versions.Attributes)
        {
            (int[] codes, NameList names) = versions.Column(attribute, versionOf);
            table.Add(column(attribute), codes, names);
        }
    }
}
