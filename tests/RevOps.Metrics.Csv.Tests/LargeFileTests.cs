using RevOps.Metrics.Csv;

namespace RevOps.Metrics.Tests;

/// <summary>Files of 200 MB, made row by row while they are read. They run alone, because they look at the memory of the process.</summary>
[Collection(nameof(LargeFileTests))]
[CollectionDefinition(nameof(LargeFileTests), DisableParallelization = true)]
public sealed class LargeFileTests
{
    private const int Megabytes200 = 200_000_000;

    [Fact]
    public void One_bad_row_near_the_end_is_named_with_its_line()
    {
        // Long notes that no column reads: the file is large, the dataset is not.
        string notes = new('x', 10_000);
        int rows = Megabytes200 / notes.Length;
        using GeneratedText text = new(rows, row => row == rows - 3 ? $"C{row},{notes},2026-02-31,1,USD\n" : $"C{row},{notes},2026-01-31,1,USD\n", "id,notes,on,amount,currency\n");
        CsvImporter importer = new(new RevenueDatasetBuilder(new DatasetOptions { Strictness = Strictness.Lenient }), CsvText.Options);
        importer.Read(CsvFile.Payments, text, "payments.csv", new CsvMapping().Ignore("notes").Constant("customer_id", "C1"));
        RevenueDataset data = importer.Build();

        Assert.True(text.Length >= Megabytes200);
        // Line 1 is the header and row 0 stands on line 2.
        Assert.Equal($"payments.csv line {rows - 3 + 2}", data.Issue("csv.date.unreadable").Origin!.ToString());
        Assert.Equal(rows - 1, data.Payments.Count);
    }

    [Fact]
    public void Rejected_rows_take_no_memory()
    {
        string line = $"P,C1,2026-01-31,1,XXQ,{new string('x', 400)}\n";
        int rows = Megabytes200 / line.Length;
        long atTenth = 0;
        long most = 0;
        long issues = 0;
        DatasetOptions options = new() { Strictness = Strictness.Lenient, OnIssue = _ => issues++ };
        using GeneratedText text = new(rows, row =>
        {
            if (row == rows / 10) atTenth = GC.GetTotalMemory(forceFullCollection: true);
            else if (row > rows / 10 && row % (rows / 8) == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            return line;
        }, "id,customer_id,on,amount,currency,notes\n");
        CsvImporter importer = new(new RevenueDatasetBuilder(options), CsvText.Options);
        importer.Read(CsvFile.Payments, text, "payments.csv", new CsvMapping().Ignore("notes"));

        Assert.Equal(rows, importer.Build().Issues.CountOf("csv.currency.unknown"));
        Assert.Equal(rows, issues);
        Assert.True(most - atTenth < 2_000_000, $"Memory grew by {most - atTenth} bytes over the last nine tenths of the file.");
    }

    /// <summary>A text that is made while it is read.</summary>
    private sealed class GeneratedText(int rows, Func<int, string> row, string header) : TextReader
    {
        private string _line = header;
        private int _position;
        private int _row;

        public long Length { get; private set; }

        public override int Read(Span<char> buffer)
        {
            if (_position == _line.Length)
            {
                if (_row == rows) return 0;
                _line = row(_row++);
                _position = 0;
            }

            int count = Math.Min(buffer.Length, _line.Length - _position);
            _line.AsSpan(_position, count).CopyTo(buffer);
            _position += count;
            Length += count;
            return count;
        }

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        public override int Peek() => throw new NotSupportedException();

        public override int Read() => throw new NotSupportedException();
    }
}
