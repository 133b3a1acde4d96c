using System.Globalization;
using NodaTime.Text;

namespace RevOps.Metrics.Csv;

/// <summary>The options made ready for reading and writing cells.</summary>
internal sealed class CsvFormat
{
    public CsvFormat(CsvOptions options)
    {
        Options = options;
        Numbers = options.Culture.NumberFormat;
        Dates = LocalDatePattern.Create(options.DatePattern, CultureInfo.InvariantCulture);
    }

    public CsvOptions Options { get; }

    public NumberFormatInfo Numbers { get; }

    public LocalDatePattern Dates { get; }

    /// <summary>The days from the date in the file to the first day after the span.</summary>
    public int DaysToEnd => Options.EndDates == EndDateConvention.Inclusive ? 1 : 0;

    /// <summary>Refuses to guess what an end date means.</summary>
    public static void RequireEndDates(CsvOptions options, string file, IEnumerable<string> columns)
    {
        if (options.EndDates is not null) return;
        throw new ArgumentException(
            $"{file} holds end dates ({string.Join(", ", columns)}), and whether an end date is the last day of a span or the day after it "
            + "cannot be told from a file: set CsvOptions.EndDates to EndDateConvention.Inclusive (last day, as Salesforce writes it) "
            + "or Exclusive (day after). The wrong one moves every churn by a day.",
            nameof(options));
    }
}
