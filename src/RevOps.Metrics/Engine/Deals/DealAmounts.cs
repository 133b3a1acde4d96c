using NodaTime;

namespace RevOps.Metrics;

/// <summary>The amounts of deals in units of the reporting currency.</summary>
internal sealed class DealAmounts
{
    private DealAmounts(long[] latest, Known<long> known) => (Latest, Known) = (WholeNumbers.Of(latest), known);

    /// <summary>The amount that each deal has now, at the rate of <see cref="DealFacts.RateDay"/>; may be unknown.</summary>
    public WholeNumbers Latest { get; }

    /// <summary>The amounts while the deals were open, each at the rate of the day on which it was told; none is zero.</summary>
    /// <remarks>What the history tells first holds from the creation on, at the rate of that day: the change that tells it changes nothing.</remarks>
    public Known<long> Known { get; }

    public static DealAmounts Of(RevenueDataset data, DealDays days)
    {
        AmountConverter converter = new(data);
        ValueList<Deal> deals = data.Deals;
        long[] latest = new long[deals.Count], opening = new long[deals.Count], told = new long[days.ChangedOn.Count];
        Split.Run(deals.Count, KernelOptions.Default.ThreadsFor(deals.Count), (from, to) =>
        {
            for (int number = from; number < to; number++)
            {
                Deal deal = deals[number];
                DealChange? first = null;
                int place = days.FirstChange[number];
                foreach (DealChange change in DealDays.InOrder(deal.History))
                {
                    told[place++] = change.Amount is { } amount && first is not null ? converter.ToUnits(amount, change.On) : FactTable.NoValue;
                    if (change.Amount is not null) first ??= change;
                }

                LocalDate openingDay = deal.CreatedOn ?? first?.On ?? DealFacts.RateDay(deal);
                opening[number] = (first?.Amount ?? deal.Amount) is { } known ? converter.ToUnits(known, openingDay) : 0;
                latest[number] = DealFacts.LatestAmount(deal) is { } last ? converter.ToUnits(last, DealFacts.RateDay(deal)) : FactTable.NoValue;
            }
        });
        return new DealAmounts(latest, new Known<long>(opening, told, FactTable.NoValue));
    }
}
