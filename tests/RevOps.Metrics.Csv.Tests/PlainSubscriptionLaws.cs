using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RevOps.Metrics.Csv;

namespace RevOps.Metrics.Tests;

/// <summary>Rows of subscriptions.csv that are read without records are the same dataset, with the same issues in the same order, as records of all rows.</summary>
public sealed class PlainSubscriptionLaws
{
    private static readonly string[] Headers =
    [
        "id", "Customer ID", "start", "end", "price", "currency", "interval", "quantity", "plan", "product", "trial_end", "signed_on", "auto_renews", "collection", "is_void", "recorded_on",
        "notice_days", "contract_length", "renews_id", "replaces_id", "mood",
    ];

    [Fact]
    public void Rows_read_without_records_are_the_dataset_of_their_records() => Law.Holds(
        Gen.Choose(0, int.MaxValue - 1),
        seed =>
        {
            (string expected, RevenueDataset? records) = Told(seed, readsPlainRows: false);
            (string actual, RevenueDataset? rows) = Told(seed, readsPlainRows: true);
            if (actual != expected) throw new InvalidOperationException(Difference(actual, expected));
            return records == rows;
        },
        cases: 2000);

    [Fact]
    public void The_law_reads_many_rows_that_are_sound_and_plain()
    {
        // Without them it would say nothing.
        int plain = Enumerable.Range(0, 300).Select(seed => Told(seed, readsPlainRows: true).Data).OfType<RevenueDataset>().SelectMany(data => data.Subscriptions)
            .Count(s => s is { TrialEnd: null, SignedOn: null, AutoRenews: null, NoticeDays: null, ContractLength: null, RenewsId: null, ReplacesId: null, IsVoid: false, RecordedOn: null });
        Assert.InRange(plain, 300, int.MaxValue);
    }

    [Fact]
    public void Rows_after_what_cannot_be_read_are_worked_on_before_it_is_told()
    {
        using FailingText text = new("id,customer_id,start,price,currency,interval\nS1,C1,2026-01-01,1,USD,month\nS2,C1,2026-01-01,x,USD,month\n");
        List<string> issues = [];
        CsvImporter importer = new(new RevenueDatasetBuilder(new DatasetOptions { Strictness = Strictness.Lenient, OnIssue = issue => issues.Add(issue.Code) }), CsvText.Options);
        Assert.Equal("The line went dead.", Assert.Throws<IOException>(() => importer.Read(CsvFile.Subscriptions, text, "subscriptions.csv")).Message);
        Assert.Equal(["csv.number.unreadable"], issues);
        Assert.Equal(["S1"], importer.Build().Subscriptions.Select(subscription => subscription.Id));
    }

    private static string Difference(string actual, string expected)
    {
        (string[] those, string[] these) = (actual.Split('\n'), expected.Split('\n'));
        int line = those.Zip(these).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line} is\n{those.ElementAtOrDefault(line)}\nand not\n{these.ElementAtOrDefault(line)}";
    }

    /// <summary>All that happens when random files are read: issues as they come, progress, what is thrown, and the dataset as text.</summary>
    private static (string Text, RevenueDataset? Data) Told(int seed, bool readsPlainRows)
    {
        Random random = new(seed);
        StringBuilder told = new();
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
        bool isFaulty = random.Next(3) > 0;
        CsvOptions options = new()
        {
            EndDates = random.Next(20) == 0 ? null : Pick(EndDateConvention.Inclusive, EndDateConvention.Exclusive),
            Delimiter = random.Next(4) == 0 ? ';' : ',',
            Culture = CultureInfo.GetCultureInfo(Pick("", "", "", "de-DE", "fr-FR")),
            DatePattern = random.Next(5) == 0 ? "dd/MM/yyyy" : "uuuu'-'MM'-'dd",
        };
        CsvMapping mapping = new();
        if (random.Next(4) == 0) mapping = mapping.Constant("currency", Pick("USD", "EUR"));
        if (random.Next(5) == 0) mapping = mapping.Default(Pick("plan", "quantity", "end", "customer_id", "interval", "price", "trial_end"), Pick("3", "month", "x"));
        if (random.Next(5) == 0) mapping = mapping.Replace(Pick("plan", "interval", "start", "id", "currency", "is_void"), ("Pro", "Basic"), ("mo", "month"), ("S1", "S7"), ("N", "Y"));
        if (random.Next(9) == 0) mapping = mapping.Constant("plan", Pick("", "'", "Team"));
        DatasetOptions dataset = new()
        {
            Strictness = random.Next(6) == 0 ? Strictness.Strict : Strictness.Lenient,
            ReportingCurrency = random.Next(4) == 0 ? null : Currency.Usd,
            OnIssue = issue => told.Append(issue).Append('\n'),
        };
        try
        {
            CsvImporter importer = new(new RevenueDatasetBuilder(dataset), options, new Progress(told)) { ReadsPlainRows = readsPlainRows, RowsAtOnce = 1 + random.Next(8) };
            void Read(CsvFile file, string text, CsvMapping? by = null)
            {
                using StringReader reader = new(text);
                importer.Read(file, reader, $"{file}.csv", by);
            }

            string d = options.Delimiter.ToString();
            if (random.Next(3) == 0) Read(CsvFile.PriceTerms, string.Join('\n', "subscription_id,from,price,currency,interval", "S2,2026-01-01,5,USD,month", "S4,2026-01-01,5,USD,month").Replace(",", d, StringComparison.Ordinal));
            if (random.Next(3) == 0) Read(CsvFile.Pauses, string.Join('\n', "subscription_id,from,to", "S1,2026-01-01,", "S5,2026-01-01,").Replace(",", d, StringComparison.Ordinal));
            if (random.Next(3) == 0) Read(CsvFile.Discounts, string.Join('\n', "subscription_id,share", "S3,0", "S6,1").Replace(",", d, StringComparison.Ordinal));
            if (random.Next(3) == 0) Read(CsvFile.Customers, "id\nC1\nC2\n");
            Read(CsvFile.Subscriptions, Text(random, options, isFaulty), mapping);
            if (random.Next(3) == 0) Read(CsvFile.Subscriptions, Text(random, options, isFaulty), mapping);
            RevenueDataset data = importer.Build();
            foreach (Subscription s in data.Subscriptions.Concat(data.Superseded.Subscriptions)) told.Append(s).Append(s.Terms).Append('\n');
            told.Append(data.Issues).AppendJoin('|', data.Issues).AppendJoin('|', data.Customers).Append(data.CoverageOf(RecordType.Subscription));
            return (told.ToString(), data);
        }
        catch (Exception refused) when (refused is DataIssueException or InvalidOperationException or ArgumentException)
        {
            return ($"{told}{refused.GetType()} {refused.Message}", null);
        }
    }

    private static string Text(Random random, CsvOptions options, bool isFaulty)
    {
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
        string[] headers = [.. Headers.Where((_, i) => i < 3 || (i is 4 or 5 or 6 ? random.Next(20) > 0 : random.Next(i < 10 ? 2 : 6) == 0))];
        if (random.Next(4) == 0) random.Shuffle(headers);
        if (isFaulty && random.Next(15) == 0) headers = [.. headers, Pick("plan", "")];
        string end = Pick("\n", "\n", "\r\n", "\r");
        bool isQuoted = random.Next(5) == 0;
        StringBuilder text = new(random.Next(5) == 0 ? "\uFEFF" : "");
        text.AppendJoin(options.Delimiter, headers);
        int rows = random.Next(20);
        for (int row = 0; row < rows; row++)
        {
            text.Append(end);
            if (isFaulty && random.Next(20) == 0) text.Append(Pick("", end, " ", "\"\"", $"S1{options.Delimiter}C1", "a\"b"));
            else text.AppendJoin(options.Delimiter, headers.Select(header => Cell(header)));
            if (isFaulty && random.Next(20) == 0) text.Append(options.Delimiter).Append(Pick("", "x", "x\"y"));
        }

        if (random.Next(2) == 0) text.Append(end);
        if (isFaulty && random.Next(20) == 0) text.Append("\"S9,");
        return text.ToString();

        string Cell(string header)
        {
            string cell = isFaulty && random.Next(25) == 0 ? Pick("", " ", "'", "'=1", "x", "a\uFFFD", "-1", "0.005", "1e3", "C1 \"x\"", "9999-12-31", "2026-02-31", "'") : Sound(header);
            if (cell.Contains(options.Delimiter) || isQuoted) return $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            return random.Next(40) == 0 ? $" {cell} " : cell;
        }

        string Date(int day) => Pick(0, 0, 0, 0, 0, 0, 0, 0, 0, isFaulty ? 1 : 0) == 1 ? "2026-13-01" : new NodaTime.LocalDate(2026, 1, 1).PlusDays(day).ToString(options.DatePattern, CultureInfo.InvariantCulture);
        string Sound(string header) => header switch
        {
            "id" => Pick($"S{random.Next(30)}", $"S{random.Next(1000, 2000)}", $"T{random.Next(1000, 2000)}"),
            "Customer ID" => Pick("C1", "C2", "Ünï", "Acme, Inc"),
            "start" => Date(random.Next(10)),
            "end" => Pick("", Date(10 + random.Next(10))),
            "price" => Pick("10", "10.00", "0", "12.5", "1234.50", isFaulty ? "1,234.50" : "8", "007.0", "+4", "5.", ".5").Replace(".", isFaulty ? "." : options.Culture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal),
            "currency" => Pick("USD", "USD", "usd", "USD", isFaulty ? "EUR" : "USD"),
            "interval" => Pick("month", "Monthly", "year", "3 months", "7 months", isFaulty ? "mo" : "week"),
            "quantity" => Pick("", "1", "1.0", "25", "0"),
            "plan" => Pick("", "Pro", "Basic", "Pro "),
            "product" => Pick("", "Core"),
            "collection" => Pick("automatic", "Automatic", "", "invoice"),
            "is_void" => Pick("false", "N", "", "0", "yes"),
            "recorded_on" => Pick("", "", "", Date(random.Next(30))),
            "trial_end" => Pick("", "", "", "", Date(random.Next(12))),
            "auto_renews" => Pick("", "", "", "yes"),
            "notice_days" => Pick("", "", "", "30"),
            "contract_length" => Pick("", "", "", "year"),
            "renews_id" or "replaces_id" => Pick("", "", "", "", "S1"),
            _ => Pick("", "glad", "b\"ad"),
        };
    }

    private sealed class Progress(StringBuilder told) : IProgress<CsvProgress>
    {
        public void Report(CsvProgress value) => told.Append(value).Append('\n');
    }

    /// <summary>A text that ends with a failure.</summary>
    private sealed class FailingText(string text) : TextReader
    {
        private bool _isRead;

        public override int Read(char[] buffer, int index, int count)
        {
            if (_isRead) throw new IOException("The line went dead.");
            _isRead = true;
            text.CopyTo(0, buffer, index, text.Length);
            return text.Length;
        }
    }
}
