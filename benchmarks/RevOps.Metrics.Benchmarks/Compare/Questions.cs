using RevOps.Metrics.Benchmarks.Compare.Ours;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>All workloads.</summary>
internal static class Questions
{
    /// <summary>In the order in which they share a dataset.</summary>
    public static Workload[] Of(Books books) =>
    [
        new ColdWaterfall(books), new WarmWaterfall(books), new RevenueRetention(books), new RetentionTriangle(books), new AcquisitionCost(books),
        new DealMetrics(books), new ForecastErrorSeries(books), new CsvToDataset(books),
    ];
}
