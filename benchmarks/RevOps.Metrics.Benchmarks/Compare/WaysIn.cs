using System.Data.Common;
using System.Diagnostics;
using NodaTime;
using RevOps.Metrics.Benchmarks.Compare.Ours;
using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>The ways by which subscriptions get into a dataset: how many a second, and how many bytes each is held in.</summary>
internal sealed class WaysIn(WorkloadData data, WorkloadFiles files)
{
    /// <summary>A line for each way.</summary>
    public IEnumerable<string> Measure()
    {
        WorkloadRecords records = new(data);
        yield return Line("IEnumerable of records", () => RevenueDataset.Build(subscriptions: records.Subscriptions(), options: WorkloadRecords.Options));
        yield return Line("columns", () => RevenueDataset.Build(subscriptionColumns: records.SubscriptionsInColumns(), options: WorkloadRecords.Options));
        yield return Line("data reader", FromReader);
        yield return Line("CSV file", () => CsvToDataset.Read(files));
    }

    private static string Line(string way, Func<RevenueDataset> build)
    {
        _ = build();
        long before = GC.GetTotalMemory(forceFullCollection: true), start = Stopwatch.GetTimestamp();
        RevenueDataset built = build();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        int rows = built.Subscriptions.Count;
        return FormattableString.Invariant($"   in by {way,-24} {rows / seconds,12:N0} rows a second, {(double)held / rows,6:N0} bytes a row held");
    }

    /// <summary>As the documentation of <see cref="SubscriptionRow"/> shows it.</summary>
    private RevenueDataset FromReader()
    {
        using DbDataReader reader = new SubscriptionReader(data.Subscriptions);
        RevenueDatasetBuilder builder = new(WorkloadRecords.Options);
        while (reader.Read())
        {
            builder.Add(new SubscriptionRow
            {
                Id = reader.GetString(0), CustomerId = reader.GetString(1), Start = LocalDate.FromDateTime(reader.GetDateTime(2)),
                End = reader.IsDBNull(3) ? null : LocalDate.FromDateTime(reader.GetDateTime(3)),
                Price = new Money(reader.GetDecimal(4), Currency.Usd), Interval = BillingInterval.Month, Plan = reader.GetString(5),
            });
        }

        return builder.Build();
    }
}
