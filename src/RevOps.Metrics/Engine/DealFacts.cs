using System.Runtime.CompilerServices;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relation of deals, and the columns that its derived relations share with it.</summary>
internal static class DealFacts
{
    private const string NoDecision = "no decision";

    /// <summary>The day whose rate turns a deal's amounts: of its close, else of its creation, else the latest there is.</summary>
    public static LocalDate RateDay(Deal deal) => deal.ClosedOn ?? deal.CreatedOn ?? LocalDate.MaxIsoValue;

    public static FactTable Compile(RevenueDataset data, DealTraits traits)
    {
        DealRegister deals = data.DealRegister;
        FactTable table = new(deals.Count);
        table.Add(Deals.Id, () => new Codes([.. Enumerable.Range(1, deals.Count)]), deals.Ids);
        table.Add(Deals.CreatedOn, () => deals.Days.Created);
        table.Add(Deals.ClosedOn, () => deals.Days.Closed);
        table.Add(Deals.Amount, () => deals.Amounts.Latest);
        table.Add(Deals.TotalContractValue, () => ContractValues(data));
        table.Add(Deals.CycleDays, () => DaysToClose(deals.Days.Closed, deals.Days.Created));
        table.Add(Deals.LeadCycleDays, () => DaysToClose(deals.Days.Closed, LeadDays(lead => lead.FirstTouchOn)));
        table.Add(Deals.QualifiedCycleDays, () => DaysToClose(deals.Days.Closed, LeadDays(lead => lead.SalesQualifiedOn)));
        table.Add(Deals.LostToNoDecision, () => [.. data.Deals.Select(deal => IsUndecided(deal) ? 1L : 0)]);
        table.Add(Deals.Outcome, () => new Codes(deals.Outcomes), DealRegister.OutcomeNames);
        table.Add(Deals.LostReason, () => deals.LostReasons);
        table.Add(Deals.Owner, () => (deals.Owners.Now, deals.Owners.Names));
        table.Add(Deals.LeadTouchedOn, () => LeadDays(lead => lead.FirstTouchOn));
        table.Add(Deals.NewCustomers, () =>
        {
            HashSet<Deal> first = traits.FirstBought();
            return [.. data.Deals.Select(deal => first.Contains(deal) ? 1L : 0)];
        });
        traits.AddTo<Deals>(table, DealRows.OneEach(deals.Count));
        return table;

        DayNumbers LeadDays(Func<Lead, LocalDate?> day) =>
            DayNumbers.Of([.. Enumerable.Range(0, deals.Count).Select(deal => DayNumber.OrNone(traits.LeadOf(deal) is { } lead ? day(lead) : null))]);
    }

    /// <summary>The deal's own amount, else the last that its history tells.</summary>
    public static Money? LatestAmount(Deal deal) => deal.Amount ?? AmountChanges(deal).LastOrDefault()?.Amount;

    /// <summary>The changes of the amount by day; of several on one day, the last in the history holds.</summary>
    public static DealChange[] AmountChanges(Deal deal) => [.. deal.History.Where(change => change.Amount is not null).OrderBy(change => change.On)];

    private static long[] ContractValues(RevenueDataset data)
    {
        AmountConverter converter = new(data);
        return [.. data.Deals.Select(deal => ContractValueOf(deal, converter))];
    }

    /// <summary>The value that is given, else what the amount of a year comes to over the term, with what is paid once.</summary>
    private static long ContractValueOf(Deal deal, AmountConverter converter)
    {
        if (deal.TotalContractValue is { } given) return converter.ToUnits(given, RateDay(deal));
        if (LatestAmount(deal) is not { } ofYear || deal.TermMonths is not { } months) return FactTable.NoValue;
        long recurring = converter.ToUnits(new Money(ofYear.Amount * months / 12m, ofYear.Currency), RateDay(deal));
        return recurring + (deal.OneTimeAmount is { } once ? converter.ToUnits(once, RateDay(deal)) : 0);
    }

    private static bool IsUndecided(Deal deal) =>
        deal.Outcome == DealOutcome.Lost && string.Equals(deal.LostReason, NoDecision, StringComparison.OrdinalIgnoreCase);

    /// <summary>The days from a day to the close; unknown where either is, or where the day is after the close.</summary>
    private static long[] DaysToClose(DayNumbers closed, DayNumbers from)
    {
        long[] days = GC.AllocateUninitializedArray<long>(closed.Count);
        Split.Run(days.Length, KernelOptions.Default.ThreadsFor(days.Length), (start, end) => AddDaysToClose(days, closed, from, start, end));
        return days;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddDaysToClose(long[] days, DayNumbers closed, DayNumbers from, int start, int end)
    {
        for (int deal = start; deal < end; deal++)
        {
            int first = from[deal], last = closed[deal];
            days[deal] = last != FactTable.NoDay && first <= last ? last - first : FactTable.NoValue;
        }
    }
}
