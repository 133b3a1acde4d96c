using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using NodaTime.Text;

namespace RevOps.Metrics.Csv;

/// <summary>Writes results as CSV, a row for each.</summary>
/// <remarks>
/// Here and not beside <see cref="MetricTable.ToJson"/>, because what keeps a cell from being run as a formula, and the quoting of RFC 4180, are
/// this package's.
/// </remarks>
public static class MetricTableCsv
{
    /// <summary>The table as CSV (RFC 4180), in the order of its results; numbers with a point and dates as 2026-01-31 whatever the culture.</summary>
    /// <remarks>
    /// Columns: the metric's name and catalogue id, the period with its first day and the first day after, one for each dimension (empty for rows
    /// without a value), the bare value, its unit, why it is undefined where it is, and flags. A text that a spreadsheet would run as a formula is
    /// written with a single quote before it.
    /// </remarks>
    public static string ToCsv(this MetricTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using (CsvWriter csv = new(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            IEnumerable<string?> header = ["metric", "id", "period", "start", "end", .. table.Dimensions.Select(dimension => Text(dimension.Name)), "value", "unit", "undefined", "flags"];
            Write(header, csv);
            foreach (MetricResult result in table.Results) Write(Fields(result), csv);
        }

        return text.ToString();
    }

    private static IEnumerable<string?> Fields(MetricResult result) =>
    [
        Text(result.Metric.Name), Text(result.Metric.Definition?.Id), Text(result.Period.Label),
        LocalDatePattern.Iso.Format(result.Period.Start), LocalDatePattern.Iso.Format(result.Period.End), .. result.Cell.Values.Select(Text),
        result.Magnitude?.ToString(CultureInfo.InvariantCulture), result.IsDefined ? result.Unit : null, Text(result.UndefinedReason),
        result.Flags == MetricFlags.None ? null : result.Flags.ToString(),
    ];

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : SafeText.Protect(text);

    private static void Write(IEnumerable<string?> fields, CsvWriter csv)
    {
        foreach (string? field in fields) csv.WriteField(field);
        csv.NextRecord();
    }
}
