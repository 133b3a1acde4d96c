namespace RevOps.Metrics;

/// <summary>Makes the relation of the credit for deals.</summary>
internal static class DealCreditFacts
{
    public static FactTable Compile(RevenueDataset data, DealTraits traits)
    {
        DealRegister deals = data.DealRegister;
        OwnerSplit[] splits = [.. data.Deals.SelectMany(SplitsOf)];
        DealRows rows = DealRows.Of([.. data.Deals.Select(deal => SplitsOf(deal).Count)], threads: 1);
        FactTable table = new(splits.Length);
        table.Add(DealCredits.ClosedOn, () => rows.Spread(deals.Days.Closed));
        table.Add(DealCredits.Amount, () => Shares(splits, deals.Amounts.Latest, rows));
        table.Add(DealCredits.Outcome, () => new Codes(rows.Spread(deals.Outcomes)), DealRegister.OutcomeNames);
        table.AddNames(DealCredits.Owner, splits, split => split.Owner);
        traits.AddTo<DealCredits>(table, rows);
        return table;
    }

    /// <summary>Shares each amount out as spend is over days: the first n owners together have what their shares together come to.</summary>
    private static long[] Shares(OwnerSplit[] splits, WholeNumbers amounts, DealRows rows)
    {
        long[] shares = new long[splits.Length];
        for (int deal = 0; deal < rows.Deals; deal++)
        {
            long units = amounts[deal];
            decimal share = 0;
            for (int row = rows.First(deal); row < rows.First(deal + 1); row++)
            {
                decimal before = share;
                share += splits[row].Share;
                shares[row] = units == FactTable.NoValue ? FactTable.NoValue : (long)(decimal.Floor(units * share) - decimal.Floor(units * before));
            }
        }

        return shares;
    }

    /// <summary>Who is credited for a deal; the owner alone where nobody shares, even where that is nobody.</summary>
    private static ValueList<OwnerSplit> SplitsOf(Deal deal) => deal.Splits.Count > 0 ? deal.Splits : [new OwnerSplit(deal.Owner ?? "", 1)];
}
