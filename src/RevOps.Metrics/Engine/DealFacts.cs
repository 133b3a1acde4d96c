using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relation of deals, and the columns that its derived relations share with it.</summary>
internal static class DealFacts
{
    private const string NoDecision = "no decision";

    private static readonly NameList Outcomes = NameList.OfEnum<DealOutcome>();

    /// <summary>The day whose rate turns a deal's amounts: of its close, else of its creation, else the latest there is.</summary>
    public static LocalDate RateDay(Deal deal) => deal.ClosedOn ?? deal.CreatedOn ?? LocalDate.MaxIsoValue;

    public static FactTable Compile(RevenueDataset data, DealTraits traits)
    {
        AmountConverter converter = new(data);
        int rows = data.Deals.Count;
        int[] created = new int[rows], closed = new int[rows];
        long[] amounts = new long[rows], contractValues = new long[rows], undecided = new long[rows];
        long[] cycles = new long[rows], leadCycles = new long[rows], qualifiedCycles = new long[rows];
        for (int i = 0; i < rows; i++)
        {
            Deal deal = data.Deals[i];
            created[i] = DayNumber.OrNone(deal.CreatedOn);
            closed[i] = DayNumber.OrNone(deal.ClosedOn);
            Money? amount = LatestAmount(deal);
            amounts[i] = amount is { } money ? converter.ToUnits(money, RateDay(deal)) : FactTable.NoValue;
            contractValues[i] = ContractValueOf(deal, amount, converter);
            cycles[i] = DaysToClose(deal, deal.CreatedOn);
            leadCycles[i] = DaysToClose(deal, traits.LeadOf(deal)?.FirstTouchOn);
            qualifiedCycles[i] = DaysToClose(deal, traits.LeadOf(deal)?.SalesQualifiedOn);
            undecided[i] = deal.Outcome == DealOutcome.Lost && string.Equals(deal.LostReason, NoDecision, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        FactTable table = new(rows);
        table.Add(Deals.Id, [.. Enumerable.Range(1, rows)], Ids(data));
        table.Add(Deals.CreatedOn, created);
        table.Add(Deals.ClosedOn, closed);
        table.Add(Deals.Amount, amounts);
        table.Add(Deals.TotalContractValue, contractValues);
        table.Add(Deals.CycleDays, cycles);
        table.Add(Deals.LeadCycleDays, leadCycles);
        table.Add(Deals.QualifiedCycleDays, qualifiedCycles);
        table.Add(Deals.LostToNoDecision, undecided);
        AddOutcomes(table, data.Deals, Deals.Outcome);
        table.AddNames(Deals.LostReason, data.Deals, deal => deal.LostReason);
        table.AddNames(Deals.Owner, data.Deals, deal => deal.Owner);
        table.Add(Deals.LeadTouchedOn, [.. data.Deals.Select(deal => DayNumber.OrNone(traits.LeadOf(deal)?.FirstTouchOn))]);
        HashSet<Deal> first = traits.FirstBought();
        table.Add(Deals.NewCustomers, [.. data.Deals.Select(deal => first.Contains(deal) ? 1L : 0)]);
        traits.AddTo<Deals>(table, data.Deals);
        return table;
    }

    /// <summary>The value that is given, else what the amount of a year comes to over the term, with what is paid once.</summary>
    private static long ContractValueOf(Deal deal, Money? amount, AmountConverter converter)
    {
        if (deal.TotalContractValue is { } given) return converter.ToUnits(given, RateDay(deal));
        if (amount is not { } ofYear || deal.TermMonths is not { } months) return FactTable.NoValue;
        long recurring = converter.ToUnits(new Money(ofYear.Amount * months / 12m, ofYear.Currency), RateDay(deal));
        return recurring + (deal.OneTimeAmount is { } once ? converter.ToUnits(once, RateDay(deal)) : 0);
    }

    /// <summary>The ids, of which no two deals have the same, in the order of the deals.</summary>
    public static NameList Ids(RevenueDataset data) => NameList.OfDifferent(data.Deals.Select(deal => deal.Id));

    /// <summary>The deal's own amount, else the last that its history tells.</summary>
    public static Money? LatestAmount(Deal deal) => deal.Amount ?? AmountChanges(deal).LastOrDefault()?.Amount;

    /// <summary>The changes of the amount by day; of several on one day, the last in the history holds.</summary>
    public static DealChange[] AmountChanges(Deal deal) => [.. deal.History.Where(change => change.Amount is not null).OrderBy(change => change.On)];

    /// <summary>The days from a day to the close; unknown where either is, or where the day is after the close.</summary>
    private static long DaysToClose(Deal deal, LocalDate? from) =>
        deal.ClosedOn is { } closed && from <= closed ? DayNumber.Of(closed) - DayNumber.Of(from.Value) : FactTable.NoValue;

    public static void AddOutcomes(FactTable table, IReadOnlyList<Deal> deals, CodeColumn outcome) =>
        table.Add(outcome, [.. deals.Select(deal => (int)deal.Outcome + 1)], Outcomes);
}
