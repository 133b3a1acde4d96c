using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace RevOps.Metrics.Csv;

/// <summary>How the files write numbers, dates and text. Nothing is taken from the machine's own settings.</summary>
public sealed record CsvOptions
{
    /// <summary>The character between two cells: a comma unless said otherwise.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Whose decimal and group separators numbers have: invariant (1,234.50) unless said otherwise.</summary>
    /// <remarks>A group separator is accepted only where it groups: "1,234" is a number and "1,23" an error, because somebody may have meant 1.23.</remarks>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>How dates are written, as a pattern of NodaTime's <see cref="LocalDatePattern"/>, such as <c>dd/MM/yyyy</c>: ISO (2026-01-31) unless said otherwise.</summary>
    public string DatePattern { get; init; } = "uuuu'-'MM'-'dd";

    /// <summary>Whether end dates are the last day of a span or the day after it.</summary>
    /// <remarks>
    /// There is no default for files that hold end dates, because both habits are common, a file does not say which it has, and
    /// the wrong guess moves every churn by a day, and so some of it into another month.
    /// </remarks>
    public EndDateConvention? EndDates { get; init; }

    /// <summary>The encoding of files: UTF-8 unless said otherwise. On reading, a byte order mark decides where there is one.</summary>
    /// <remarks>The default writes none. Set <see cref="Encoding.UTF8"/> to write one, by which Excel knows the encoding.</remarks>
    public Encoding Encoding { get; init; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>How to read files with other people's headers: <c>[CsvFile.Deals] = new CsvMapping { File = "sales_pipeline.csv" }...</c></summary>
    public IReadOnlyDictionary<CsvFile, CsvMapping> Mappings { get; init; } = new Dictionary<CsvFile, CsvMapping>();
}
