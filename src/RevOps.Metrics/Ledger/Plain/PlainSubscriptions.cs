namespace RevOps.Metrics;

/// <summary>The subscriptions of a dataset as the kernel reads them: in columns, by their numbers.</summary>
/// <remarks>
/// Plain is a subscription that has one price and nothing that could cut its service or its price (<see cref="PlainRules"/>). A customer all of
/// whose subscriptions are plain goes through the kernel; any other goes the general way with all it has, as what its subscriptions charge on
/// one day is netted.
/// </remarks>
/// <param name="Customer">The number of each one's customer.</param>
/// <param name="From">The first day that counts.</param>
/// <param name="To">The first day after; <see cref="FactTable.NoDay"/> while no end is known.</param>
/// <param name="ReadAmounts">Reads annualised amounts.</param>
/// <param name="Plan">The plan, by its code in the list of plans less one: -1 for none. Empty where there is none at all.</param>
/// <param name="Product">The product, in the same way.</param>
/// <param name="IsGeneral">Which customers go the general way, by number.</param>
internal sealed record PlainSubscriptions(int[] Customer, int[] From, int[] To, AmountReader ReadAmounts, int[] Plan, int[] Product, bool[] IsGeneral)
{
    /// <summary>The amount of a subscription that never counts, or whose customer goes the general way.</summary>
    public const long NotHere = -1;

    /// <summary>The number of subscriptions, those that the kernel passes over among them.</summary>
    public int Count => Customer.Length;

    /// <summary>How far they reach.</summary>
    public PlainDays Days
    {
        get => field ??= PlainDays.Of(From, To);
        init;
    }

    /// <summary>True where any customer goes the general way.</summary>
    public bool HasGeneral => IsGeneral.AsSpan().Contains(true);

    /// <summary>The subscriptions of a dataset; the names of their plans and products are added to those of the terms.</summary>
    public static PlainSubscriptions Of(RevenueDataset data, LedgerPolicy policy, CustomerNumbers customers, TermFacts terms, int threads)
    {
        HeldSubscriptions held = data.Held;
        PlainRules rules = new(data, policy);
        bool[] isGeneral = new bool[customers.Count];
        foreach (string customer in rules.CustomersThatAreNot()) isGeneral[customers.Of(customer)] = true;
        (PlainSubscriptions records, long[] ofRecords) = PlainRecords.Of(held.Records, rules, customers, isGeneral, threads);
        PlainSubscriptions rows = PlainColumns.Of(held.Columns, rules, customers, isGeneral, terms);
        PlainRecords.Settle(records, ofRecords, held.Records, terms);
        if (rows.Count == 0) return records;
        if (records.Count == 0) return rows;
        long[] amounts = new long[held.Count], ofRows = new long[rows.Count];
        rows.ReadAmounts(0, ofRows);
        PlainSubscriptions all = Empty(amounts, isGeneral);
        for (int place = 0; place < all.Count; place++)
        {
            int row = held.RowAt(place);
            amounts[place] = row < 0 ? ofRecords[~row] : ofRows[row];
            if (row < 0) all.Take(place, records, ~row);
            else all.Take(place, rows, row);
        }

        return all;
    }

    /// <summary>Room for some subscriptions.</summary>
    /// <param name="amounts">Their amounts.</param>
    /// <param name="isGeneral">Which customers go the general way.</param>
    public static PlainSubscriptions Empty(long[] amounts, bool[] isGeneral) => new(
        new int[amounts.Length], new int[amounts.Length], new int[amounts.Length], (first, read) => amounts.AsSpan(first, read.Length).CopyTo(read),
        new int[amounts.Length], new int[amounts.Length], isGeneral);

    private void Take(int place, PlainSubscriptions other, int row)
    {
        (Customer[place], From[place], To[place]) = (other.Customer[row], other.From[row], other.To[row]);
        Plan[place] = other.Plan.Length == 0 ? SubscriptionColumns.NoName : other.Plan[row];
        Product[place] = other.Product.Length == 0 ? SubscriptionColumns.NoName : other.Product[row];
    }
}
