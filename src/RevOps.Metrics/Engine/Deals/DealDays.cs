using NodaTime;

namespace RevOps.Metrics;

/// <summary>The days of deals and of their changes, all in one scale, so that they are compared as narrow as they are.</summary>
internal sealed class DealDays
{
    private DealDays(DayNumbers created, DayNumbers closed, DayNumbers changedOn, int[] firstChange) =>
        (Created, Closed, ChangedOn, FirstChange) = (created, closed, changedOn, firstChange);

    /// <summary>The day on which each deal was created; may be unknown.</summary>
    public DayNumbers Created { get; }

    /// <summary>The day on which each deal was closed; unknown while it is open.</summary>
    public DayNumbers Closed { get; }

    /// <summary>The day of each change: those of a deal stand together, in the order of days, those of a day as the history has them.</summary>
    public DayNumbers ChangedOn { get; }

    /// <summary>Where the changes of each deal begin, and after the last deal where all end.</summary>
    public int[] FirstChange { get; }

    public static DealDays Of(ValueList<Deal> deals)
    {
        int count = deals.Count;
        int[] first = new int[count + 1], created = new int[count], closed = new int[count];
        for (int deal = 0; deal < count; deal++) first[deal + 1] = first[deal] + deals[deal].History.Count;
        int[] changedOn = new int[first[count]];
        Split.Run(count, KernelOptions.Default.ThreadsFor(count), (from, to) =>
        {
            for (int number = from; number < to; number++)
            {
                Deal deal = deals[number];
                created[number] = DayNumber.OrNone(deal.CreatedOn);
                closed[number] = DayNumber.OrNone(deal.ClosedOn);
                int place = first[number];
                foreach (DealChange change in InOrder(deal.History)) changedOn[place++] = DayNumber.Of(change.On);
            }
        });
        DayNumbers[] days = DayNumbers.InOneScale(created, closed, changedOn);
        return new DealDays(days[0], days[1], days[2], first);
    }

    /// <summary>The changes of a deal by day, those of one day as they come. Most histories are written in that order.</summary>
    public static ReadOnlySpan<DealChange> InOrder(ValueList<DealChange> history)
    {
        ReadOnlySpan<DealChange> changes = history.AsSpan();
        for (int i = 1; i < changes.Length; i++)
        {
            if (changes[i].On < changes[i - 1].On) return history.OrderBy(change => change.On).ToArray();
        }

        return changes;
    }
}
