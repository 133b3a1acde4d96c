namespace RevOps.Metrics.Benchmarks.Workloads;

/// <summary>The data of all workloads in plain columns, the same for the same seed and number of rows.</summary>
/// <param name="Rows">How many subscriptions, changes of deals and spends there are, and how many periods of series, of which there are 3.6 million at most.</param>
internal sealed record WorkloadData(
    int Rows, SubscriptionTable Subscriptions, CustomerTable Customers, DealTable Deals, SpendTable Spends, SeriesTable Series)
{
    public const int Seed = 20260101;

    public static WorkloadData Generate(int rows, int seed = Seed)
    {
        SubscriptionTable subscriptions = SubscriptionTable.Generate(rows, new SeededStream(seed, 1));
        return new WorkloadData(
            rows, subscriptions, CustomerTable.Generate(subscriptions.Customers, new SeededStream(seed, 2)),
            DealTable.Generate(rows, new SeededStream(seed, 3)), SpendTable.Generate(rows, new SeededStream(seed, 4)),
            SeriesTable.Generate(rows, new SeededStream(seed, 5)));
    }
}
