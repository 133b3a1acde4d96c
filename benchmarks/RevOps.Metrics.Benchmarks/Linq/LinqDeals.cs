using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Linq;

/// <summary>Sales metrics by plain LINQ over deals and the changes of each.</summary>
internal sealed class LinqDeals(DealTable deals)
{
    private readonly Deal[] _deals =
    [
        .. from number in Enumerable.Range(0, deals.Count)
           let changes = Enumerable.Range(deals.FirstChange[number], deals.FirstChange[number + 1] - deals.FirstChange[number])
           select new Deal(deals.Owner[number], deals.Created[number], deals.Closed[number], (DealOutcome)deals.Outcome[number], deals.Amount[number],
               [.. changes.GroupBy(change => deals.ChangedOn[change], change => deals.Stage[change]).Select(day => (day.Key, (int)day.Last()))]),
    ];

    /// <summary>Won and lost deals, open ones at the close, entries of stages, and what follows from them, by month and owner.</summary>
    public IEnumerable<(string Key, long[] Integers, decimal?[] Quotients)> Sales()
    {
        var closed = _deals.Where(deal => deal.Outcome != DealOutcome.Open).ToLookup(deal => (LinqSubscriptions.MonthOf(deal.Closed), deal.Owner));
        var entries = _deals.SelectMany(deal => deal.Entries(), (deal, entry) => (deal.Owner, entry.Day, entry.WentOn)).ToLookup(entry => (LinqSubscriptions.MonthOf(entry.Day), entry.Owner));
        ILookup<int, Deal> ofOwner = _deals.ToLookup(deal => deal.Owner);
        return from month in Enumerable.Range(0, WorkloadCalendar.Months.Count)
               let end = LinqSubscriptions.DayOf(WorkloadCalendar.Months[month].End)
               from owner in Enumerable.Range(0, WorkloadNames.Owners.Count)
               where ofOwner.Contains(owner)
               let won = closed[(month, owner)].Where(deal => deal.Outcome == DealOutcome.Won).ToArray()
               let lost = closed[(month, owner)].Count() - won.Length
               let open = ofOwner[owner].Count(deal => deal.Created < end && deal.Closed >= end)
               let cents = won.Sum(deal => (long)deal.Amount)
               let cycles = won.Select(deal => deal.Closed - deal.Created).Order().ToArray()
               let entered = entries[(month, owner)].ToArray()
               let winRate = LinqSubscriptions.Share(won.Length, won.Length + lost)
               select ($"{WorkloadCalendar.Months[month]}|{WorkloadNames.Owners[owner]}",
                   new[] { won.Length, lost, 100 * cents, open, entered.Length },
                   new[]
                   {
                       winRate, Percentile(cycles, 0.5m), Percentile(cycles, 0.9m), LinqSubscriptions.Share(entered.Count(entry => entry.WentOn), entered.Length),
                       LinqSubscriptions.Share(open * (cents / 100m) * (winRate ?? 0), cycles.Sum()),
                   });
    }

    private static decimal? Percentile(int[] sorted, decimal share)
    {
        if (sorted.Length == 0) return null;
        decimal place = share * (sorted.Length - 1);
        int below = (int)place;
        return sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }

    /// <param name="Stages">The last stage of each day on which a change was told, in their order.</param>
    private sealed record Deal(int Owner, int Created, int Closed, DealOutcome Outcome, int Amount, (int Day, int Stage)[] Stages)
    {
        /// <summary>The first day in each stage, and whether a later stage followed it, or a win.</summary>
        public IEnumerable<(int Day, bool WentOn)> Entries()
        {
            (int Day, int Stage)[] whileOpen = [.. Stages.Where(told => told.Day < Closed)];
            return from visits in whileOpen.GroupBy(told => told.Stage, told => told.Day)
                   let first = visits.Min()
                   select (first, Outcome == DealOutcome.Won || whileOpen.Any(later => later.Day > first && later.Stage > visits.Key));
        }
    }
}
