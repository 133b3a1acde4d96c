#:project ../src/RevOps.Metrics.Csv
using RevOps.Metrics;
Console.WriteLine(MetricCatalog.All.Count);
