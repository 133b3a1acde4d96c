using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using NodaTime;

namespace RevOps.Metrics.Csv;

/// <summary>The rows of one file, ready to be written.</summary>
internal abstract class CsvRows
{
    public abstract bool Any { get; }

    /// <param name="layout">How the file holds its rows.</param>
    /// <param name="records">The records, one for each row.</param>
    /// <param name="recordedOn">The day on which a record was written down; null for a file that has no such column.</param>
    public static CsvRows Of<T>(CsvLayout<T> layout, IEnumerable<T> records, Func<T, LocalDate?>? recordedOn = null) => new RowsOf<T>(layout, records, recordedOn);

    /// <summary>Writes the header and the rows.</summary>
    public abstract void WriteTo(TextWriter text, CsvFormat format);

    private sealed class RowsOf<T>(CsvLayout<T> layout, IEnumerable<T> records, Func<T, LocalDate?>? recordedOn) : CsvRows
    {
        public override bool Any => records.Any();

        public override void WriteTo(TextWriter text, CsvFormat format)
        {
            CsvConfiguration configuration = new(CultureInfo.InvariantCulture) { Delimiter = format.Options.Delimiter.ToString(), NewLine = "\n" };
            using CsvWriter writer = new(text, configuration, leaveOpen: true);
            bool isDated = recordedOn is not null && records.Any(record => recordedOn(record) is not null);
            CsvColumn[] columns = [.. layout.Columns.Where(column => isDated || column is not RecordedOnColumn)];
            foreach (CsvColumn column in columns) writer.WriteField(column.Name, shouldQuote: false);
            writer.NextRecord();

            CsvCells cells = new(columns, format);
            foreach (T record in records)
            {
                layout.Write(record, cells);
                cells.WriteTo(writer);
            }
        }
    }
}
