namespace RevOps.Metrics;

/// <summary>Makes what the kernel reads from subscriptions that are records.</summary>
internal static class PlainRecords
{
    /// <summary>The records' customers, days and amounts; a record that is not plain makes its customer general.</summary>
    public static (PlainSubscriptions Plain, long[] Amounts) Of(Subscription[] records, PlainRules rules, CustomerNumbers customers, bool[] isGeneral, int threads)
    {
        long[] amounts = new long[records.Length];
        PlainSubscriptions plain = PlainSubscriptions.Empty(amounts, isGeneral);
        Split.Run(records.Length, threads, (first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                plain.Customer[i] = customers.Of(records[i].CustomerId);
                amounts[i] = PlainSubscriptions.NotHere;
                if (!rules.Keeps(records[i])) isGeneral[plain.Customer[i]] = true;
                else if (rules.TryPrice(records[i], out int from, out int to, out long amount)) (plain.From[i], plain.To[i], amounts[i]) = (from, to, amount);
            }
        });
        return (plain, amounts);
    }

    /// <summary>Takes out what goes the general way, now that all customers who do are known, and names the plans and products of the others.</summary>
    public static void Settle(PlainSubscriptions plain, long[] amounts, Subscription[] records, TermFacts terms)
    {
        for (int i = 0; i < records.Length; i++)
        {
            if (plain.IsGeneral[plain.Customer[i]]) amounts[i] = PlainSubscriptions.NotHere;
            if (amounts[i] == PlainSubscriptions.NotHere) continue;
            PriceTerm term = records[i].Terms[0];
            (plain.Plan[i], plain.Product[i]) = (terms.Plans.CodeOf(term.Plan) - 1, terms.Products.CodeOf(term.Product) - 1);
        }
    }
}
