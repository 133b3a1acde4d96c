using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace RevOps.Metrics.Csv;

/// <summary>The rows of one file, ready to be written.</summary>
internal abstract class CsvRows
{
    public abstract bool Any { get; }

    public static CsvRows Of<T>(CsvLayout<T> layout, IEnumerable<T> records) => new RowsOf<T>(layout, records);

    /// <summary>Writes the header and the rows.</summary>
    public abstract void WriteTo(TextWriter text, CsvFormat format);

    private sealed class RowsOf<T>(CsvLayout<T> layout, IEnumerable<T> records) : CsvRows
    {
        public override bool Any => records.Any();

        public override void WriteTo(TextWriter text, CsvFormat format)
        {
            CsvConfiguration configuration = new(CultureInfo.InvariantCulture) { Delimiter = format.Options.Delimiter.ToString(), NewLine = "\n" };
            using CsvWriter writer = new(text, configuration, leaveOpen: true);
            foreach (CsvColumn column in layout.Columns) writer.WriteField(column.Name, shouldQuote: false);
            writer.NextRecord();

            CsvCells cells = new(layout.Columns, format);
            foreach (T record in records)
            {
                layout.Write(record, cells);
                cells.WriteTo(writer);
            }
        }
    }
}
