using RevOps.Metrics.Csv;

namespace RevOps.Metrics.Tests;

/// <summary>Reads CSV text that stands in a test.</summary>
internal static class CsvText
{
    public static CsvOptions Options { get; } = new() { EndDates = EndDateConvention.Exclusive };

    public static RevenueDataset Read(CsvFile file, string text, CsvOptions? options = null, CsvMapping? mapping = null, Strictness strictness = Strictness.Lenient)
    {
        CsvImporter importer = new(new RevenueDatasetBuilder(new DatasetOptions { Strictness = strictness }), options ?? Options);
        using StringReader reader = new(text);
        importer.Read(file, reader, CsvLayouts.Of(file).FileName, mapping);
        return importer.Build();
    }

    public static RevenueDataset Read(params (CsvFile File, string Text)[] files)
    {
        CsvImporter importer = new(new RevenueDatasetBuilder(new DatasetOptions { Strictness = Strictness.Lenient }), Options);
        foreach ((CsvFile file, string text) in files)
        {
            using StringReader reader = new(text);
            importer.Read(file, reader, CsvLayouts.Of(file).FileName);
        }

        return importer.Build();
    }

    /// <summary>The only issue of a code.</summary>
    public static DataIssue Issue(this RevenueDataset data, string code) => Assert.Single(data.Issues, issue => issue.Code == code);
}
