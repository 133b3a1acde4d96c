using System.Globalization;
using System.Runtime.ExceptionServices;
using CsvHelper;
using CsvHelper.Configuration;

namespace RevOps.Metrics.Csv;

/// <summary>Reads one file row by row: every row is either handed on or reported, and none is kept.</summary>
internal sealed class CsvFileReader<T>(CsvLayout<T> layout, CsvFormat format, CsvMapping mapping, Action<DataIssue> report)
{
    /// <summary>A longer cell is taken for an open quotation mark, which would otherwise draw the rest of the file into memory.</summary>
    private const int LongestCell = 1_000_000;

    private const int RowsBetweenProgress = 10_000;

    /// <summary>What takes some rows without a record; null where each row becomes one.</summary>
    public Func<CsvHeader, IPlainRowReader?>? Plain { get; init; }

    /// <summary>How many rows are read ahead at once.</summary>
    public int RowsAtOnce { get; init; } = ReadAhead.UsualRows;

    /// <summary>Reads all rows; <paramref name="accept"/> says whether it took the record.</summary>
    public void Read(
        TextReader text,
        string file,
        Func<T, DataOrigin, bool> accept,
        Func<long>? bytes,
        IProgress<CsvProgress>? progress,
        CancellationToken cancellationToken)
    {
        ReadAhead? rowsAhead = null;
        using CsvParser parser = new(text, Configuration(() => rowsAhead?.MeetBad()), leaveOpen: true);
        if (ReadHeader(parser, file) is not { } header) return;

        rowsAhead = new ReadAhead(parser, RowsAtOnce, bytes);
        RowCells cells = new();
        CsvRow row = new(cells, header, format, file, report);
        IPlainRowReader? plain = Plain?.Invoke(header);
        long rows = 0;
        long rejected = 0;
        CellBatch? last = null;
        foreach (CellBatch batch in rowsAhead.Batches(header.IsRead))
        {
            for (int i = 0; i < batch.Rows; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                cells.MoveTo(batch, i);
                row.Begin(batch.LineOf(i));
                rows++;
                if (!(HasCells(cells, header, row) && Accept(cells, row, plain, accept))) rejected++;
                if (rows % RowsBetweenProgress == 0) progress?.Report(new CsvProgress(file, rows, rejected, batch.Bytes));
            }

            last = batch;
            if (batch.End?.IsCellTooLong == true) ReportTooLong(file, batch.NextLine);
            if (batch.End?.Failure is { } failure) ExceptionDispatchInfo.Throw(failure);
        }

        if (rows == 0)
        {
            ReportFile("csv.file.no-rows", DataIssueSeverity.Note, file, 1, "the file has a header and no rows.",
                "Nothing, if there is nothing to tell; else export it again.");
        }

        progress?.Report(new CsvProgress(file, rows, rejected, last?.Bytes));
    }

    private bool Accept(RowCells cells, CsvRow row, IPlainRowReader? plain, Func<T, DataOrigin, bool> accept)
    {
        // What stands in cells beyond the header, or alone in a row, is not held against it.
        cells.Forgive();
        if (plain is not null && plain.TryRead(cells) && !cells.MetBad) return plain.Accept(row.Origin);
        T record = layout.Read(row);
        if (cells.MetBad)
        {
            row.Reject("csv.row.malformed", null, "a quotation mark stands inside a cell that is not quoted, or is never closed.",
                "Put the whole cell in quotation marks, and double those inside it.");
        }

        return !row.Failed && accept(record, row.Origin);
    }

    private static bool HasCells(RowCells cells, CsvHeader header, CsvRow row)
    {
        int count = cells.Count;
        while (count > header.Count && cells[count - 1].IsEmpty) count--;
        if (count == header.Count) return true;
        string found = string.Create(CultureInfo.InvariantCulture, $"the row has {count} cells and the header {header.Count}.");
        row.Reject("csv.row.malformed", null, found,
            "Put cells that hold the delimiter or a line break in quotation marks, and give every row a cell for each column.");
        return false;
    }

    private CsvHeader? ReadHeader(CsvParser parser, string file)
    {
        if (!TryReadRow(parser, file, 1) || (parser.Count == 1 && string.IsNullOrWhiteSpace(parser[0].Trim('\uFEFF'))))
        {
            ReportFile("csv.file.empty", DataIssueSeverity.Error, file, 1, "the file is empty: it does not even have a header.",
                "Export it again, or remove it; a file without rows still needs the header "
                + $"{string.Join(format.Options.Delimiter, layout.Columns.Select(column => column.Name))}.");
            return null;
        }

        string[] headers = new string[parser.Count];
        for (int i = 0; i < headers.Length; i++) headers[i] = parser[i].Trim().Trim('\uFEFF');
        CsvHeader header = new(layout, mapping, headers, format.Options.Delimiter);
        if (!header.Report(new DataOrigin(file, 1), report)) return null;
        if (header.EndDates.Count > 0) CsvFormat.RequireEndDates(format.Options, file, header.EndDates);
        return header;
    }

    private bool TryReadRow(CsvParser parser, string file, long line)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            ReportTooLong(file, line);
            return false;
        }
    }

    private void ReportTooLong(string file, long line) => ReportFile("csv.row.malformed", DataIssueSeverity.Error, file, line,
        string.Create(CultureInfo.InvariantCulture, $"a cell that begins here is longer than {LongestCell:N0} characters, ")
        + "most likely because a quotation mark is never closed; this row and all after it are not read.",
        "Close the quotation mark, and double those inside a cell.");

    private void ReportFile(string code, DataIssueSeverity severity, string file, long line, string message, string remedy) =>
        report(new DataIssue { Code = code, Severity = severity, Record = "file", Message = message, Remedy = remedy, Origin = new DataOrigin(file, line) });

    private CsvConfiguration Configuration(Action meetBad) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = format.Options.Delimiter.ToString(),
        IgnoreBlankLines = false,
        MaxFieldSize = LongestCell,
        BadDataFound = _ => meetBad(),
    };
}
