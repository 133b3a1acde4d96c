namespace RevOps.Metrics.Predictive;

/// <summary>Customers with the same history taken together, in the order of their histories, so that the order they came in cannot matter.</summary>
internal sealed class PurchaseGroups
{
    private PurchaseGroups(List<PurchaseHistory> histories, List<double> weights, long customers)
    {
        Histories = [.. histories];
        Weights = [.. weights];
        Customers = customers;
        Frequencies = [.. histories.Zip(weights).GroupBy(pair => pair.First.Frequency, pair => pair.Second, (x, counts) => (x, counts.Sum())).OrderBy(pair => pair.x)];
    }

    /// <summary>The different histories, by age, then frequency, then recency.</summary>
    public PurchaseHistory[] Histories { get; }

    /// <summary>How many customers have each.</summary>
    public double[] Weights { get; }

    /// <summary>How many customers there are.</summary>
    public long Customers { get; }

    /// <summary>How many customers have each frequency, by frequency: what the gamma functions of a likelihood need to be known for.</summary>
    public (long Frequency, double Customers)[] Frequencies { get; }

    /// <summary>The mean age, for the scale of time.</summary>
    public double MeanAge => Histories.Zip(Weights, (history, weight) => history.Age * weight).Sum() / Customers;

    /// <summary>The repeat purchases of all.</summary>
    public double Repeats => Frequencies.Sum(pair => pair.Frequency * pair.Customers);

    public static PurchaseGroups Of(RfmTable table, CancellationToken cancellationToken)
    {
        PurchaseHistory[] all = new PurchaseHistory[table.Customers.Count];
        for (int i = 0; i < all.Length; i++) all[i] = table.Customers[i].History;
        cancellationToken.ThrowIfCancellationRequested();
        Array.Sort(all, Order);
        cancellationToken.ThrowIfCancellationRequested();
        List<PurchaseHistory> histories = [];
        List<double> weights = [];
        foreach (PurchaseHistory history in all)
        {
            if (histories.Count > 0 && histories[^1] == history)
            {
                weights[^1]++;
            }
            else
            {
                histories.Add(history);
                weights.Add(1);
            }
        }

        return new(histories, weights, all.Length);
    }

    /// <summary>Why no model of repeat buying can be fitted to these customers; null where one can.</summary>
    public string? NothingToFit() => Customers == 0
        ? "there are no customers"
        : Repeats == 0 ? "no customer has bought again, so nothing tells how often they buy or whether they left" : null;

    private static int Order(PurchaseHistory one, PurchaseHistory other)
    {
        int ages = one.Age.CompareTo(other.Age);
        if (ages != 0) return ages;
        int frequencies = one.Frequency.CompareTo(other.Frequency);
        return frequencies != 0 ? frequencies : one.Recency.CompareTo(other.Recency);
    }
}
