namespace RevOps.Metrics;

/// <summary>Makes the relation of the credit for deals.</summary>
internal static class DealCreditFacts
{
    /// <summary>Shares each amount out as spend is over days: the first n owners together have what their shares together come to.</summary>
    public static FactTable Compile(RevenueDataset data, DealTraits traits)
    {
        AmountConverter converter = new(data);
        List<Deal> credited = [];
        List<long> amounts = [];
        foreach (Deal deal in data.Deals)
        {
            ValueList<OwnerSplit> splits = SplitsOf(deal);
            long? whole = DealFacts.LatestAmount(deal) is { } amount ? converter.ToUnits(amount, DealFacts.RateDay(deal)) : null;
            decimal share = 0;
            foreach (OwnerSplit split in splits)
            {
                decimal before = share;
                share += split.Share;
                credited.Add(deal with { Owner = split.Owner });
                amounts.Add(whole is { } units ? (long)(decimal.Floor(units * share) - decimal.Floor(units * before)) : FactTable.NoValue);
            }
        }

        FactTable table = new(credited.Count);
        table.Add(DealCredits.ClosedOn, [.. credited.Select(deal => DayNumber.OrNone(deal.ClosedOn))]);
        table.Add(DealCredits.Amount, [.. amounts]);
        DealFacts.AddOutcomes(table, credited, DealCredits.Outcome);
        table.AddNames(DealCredits.Owner, credited, deal => deal.Owner);
        traits.AddTo<DealCredits>(table, credited);
        return table;
    }

    /// <summary>Who is credited for a deal; the owner alone where nobody shares, even where that is nobody.</summary>
    private static ValueList<OwnerSplit> SplitsOf(Deal deal) => deal.Splits.Count > 0 ? deal.Splits : [new OwnerSplit(deal.Owner ?? "", 1)];
}
