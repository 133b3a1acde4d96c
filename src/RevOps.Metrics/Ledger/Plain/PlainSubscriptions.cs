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
/// <param name="Amount">The annualised amount, in units of the reporting currency; <see cref="NotHere"/> for what the kernel passes over.</param>
/// <param name="Plan">The plan, by its code in the list of plans less one: -1 for none. Empty where there is none at all.</param>
/// <param name="Product">The product, in the same way.</param>
/// <param name="IsGeneral">Which customers go the general way, by number.</param>
internal sealed record PlainSubscriptions(int[] Customer, int[] From, int[] To, long[] Amount, int[] Plan, int[] Product, bool[] IsGeneral)
{
    /// <summary>The amount of a subscription that never counts, or whose customer goes the general way.</summary>
    public const long NotHere = -1;

    /// <summary>The number of subscriptions, those that the kernel passes over among them.</summary>
    public int Count => Customer.Length;

    /// <summary>True where any customer goes the general way.</summary>
    public bool HasGeneral => IsGeneral.AsSpan().Contains(true);

    /// <summary>The subscriptions of a dataset; the names of their plans and products are added to those of the terms.</summary>
    public static PlainSubscriptions Of(RevenueDataset data, LedgerPolicy policy, CustomerNumbers customers, TermFacts terms, int threads)
    {
        if (data.Held is { } held) return PlainColumns.Of(held, data, policy, customers, terms, threads);
        int count = data.Subscriptions.Count;
        PlainSubscriptions plain = new(new int[count], new int[count], new int[count], new long[count], new int[count], new int[count], new bool[customers.Count]);
        PlainRules rules = new(data, policy);
        foreach (string customer in rules.CustomersThatAreNot()) plain.IsGeneral[customers.Of(customer)] = true;
        Split.Run(count, threads, (first, end) =>
        {
            for (int i = first; i < end; i++) plain.Take(i, data.Subscriptions[i], rules, customers);
        });
        for (int i = 0; i < count; i++)
        {
            if (plain.IsGeneral[plain.Customer[i]]) plain.Amount[i] = NotHere;
            if (plain.Amount[i] == NotHere) continue;
            PriceTerm term = data.Subscriptions[i].Terms[0];
            (plain.Plan[i], plain.Product[i]) = (terms.Plans.CodeOf(term.Plan) - 1, terms.Products.CodeOf(term.Product) - 1);
        }

        return plain;
    }

    private void Take(int i, Subscription subscription, PlainRules rules, CustomerNumbers customers)
    {
        Customer[i] = customers.Of(subscription.CustomerId);
        Amount[i] = NotHere;
        if (!rules.Keeps(subscription)) IsGeneral[Customer[i]] = true;
        else if (rules.TryPrice(subscription, out int from, out int to, out long amount)) (From[i], To[i], Amount[i]) = (from, to, amount);
    }
}
