using RevOps.Metrics.Benchmarks.Workloads;
using RevOps.Metrics.Csv;

namespace RevOps.Metrics.Benchmarks.Compare.Ours;

/// <summary>W8: a CSV file of subscriptions into a dataset, as DuckDB reads it into a table.</summary>
internal sealed class CsvToDataset(Books books) : Workload("W8", "records in: subscriptions.csv to a dataset")
{
    private static readonly CsvOptions Format = new() { EndDates = EndDateConvention.Exclusive };

    /// <summary>The bytes of the file.</summary>
    public override long LeastBytes => new FileInfo(books.Files.Subscriptions).Length;

    public override void Prepare() => books.Release();

    public override Func<Answer> Run()
    {
        RevenueDataset data = Read(books.Files);
        return () => Answer.Of(["rows", "price", "ended"], [],
        [
            ("subscriptions", [data.Subscriptions.Count, data.Subscriptions.Sum(CentsOf), data.Subscriptions.LongCount(subscription => subscription.End is not null)], []),
        ]);
    }

    /// <summary>The dataset of the file.</summary>
    public static RevenueDataset Read(WorkloadFiles files)
    {
        CsvImporter importer = new(new RevenueDatasetBuilder(WorkloadRecords.Options), Format);
        importer.Read(CsvFile.Subscriptions, files.Subscriptions);
        return importer.Build();
    }

    private static long CentsOf(Subscription subscription) => decimal.ToInt64(100m * subscription.Terms[0].Price.Amount);
}
