using System.Globalization;
using NodaTime;
using RevOps.Metrics.Csv;

namespace RevOps.Metrics.Tests;

public sealed class CsvExportTests
{
    private static readonly DatasetOptions Dollars = new() { ReportingCurrency = Currency.Usd };

    [Fact]
    public void What_was_written_reads_back_equal() => ReadsBackEqual(CsvText.Options);

    [Fact]
    public void With_inclusive_ends_German_numbers_and_another_pattern_it_reads_back_equal() => ReadsBackEqual(new CsvOptions
    {
        EndDates = EndDateConvention.Inclusive,
        Culture = CultureInfo.GetCultureInfo("de-DE"),
        DatePattern = "dd.MM.uuuu",
        Delimiter = ';',
        Encoding = System.Text.Encoding.UTF8,
    });

    [Fact]
    public void Any_text_reads_back_as_it_was() => Law.Holds(RandomRecords.Of(random => random.Text()), text => SafeText.Unprotect(SafeText.Protect(text)) == text, cases: 2_000);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@A1", "'@A1")]
    [InlineData("\tx", "'\tx")]
    [InlineData("'=1", "''=1")]
    [InlineData("", "'")]
    [InlineData("'", "''")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("a=b", "a=b")]
    public void Text_that_a_spreadsheet_would_run_gets_a_quote_before_it(string text, string cell)
    {
        Assert.Equal(cell, SafeText.Protect(text));
        Assert.Equal(text, SafeText.Unprotect(cell));
    }

    [Fact]
    public void A_negative_number_is_no_formula()
    {
        RevenueDataset data = RevenueDataset.Build(
            customers: [new Customer { Id = "C1", Name = "-5" }],
            payments: [new Payment { Id = "P1", CustomerId = "C1", On = new LocalDate(2026, 1, 1), Amount = new Money(-5m, Currency.Usd) }]);

        Assert.Equal("id,customer_id,invoice_id,on,amount,currency\nP1,C1,,2026-01-01,-5,USD\n", Text(CsvFile.Payments, data));
        Assert.Equal("id,name,parent_id\nC1,'-5,\n", Text(CsvFile.Customers, data));
    }

    [Fact]
    public void The_day_of_recording_is_a_column_where_a_row_of_the_file_has_it()
    {
        LocalDate day = new(2026, 4, 7);
        Customer customer = new() { Id = "C1", Attributes = [new("segment", "SMB")] };
        RevenueDataset data = RevenueDataset.Build(
            customers: [customer, customer with { RecordedOn = day }],
            payments: [new Payment { Id = "P1", CustomerId = "C1", On = day, Amount = new Money(5m, Currency.Usd) }]);

        Assert.Equal("id,name,parent_id,recorded_on\nC1,,,\nC1,,,2026-04-07\n", Text(CsvFile.Customers, data));
        Assert.Equal("customer_id,name,value,from,recorded_on\nC1,segment,SMB,,\nC1,segment,SMB,,2026-04-07\n", Text(CsvFile.CustomerAttributes, data));
        Assert.Equal("id,customer_id,invoice_id,on,amount,currency\nP1,C1,,2026-04-07,5,USD\n", Text(CsvFile.Payments, data));
    }

    [Fact]
    public void Only_files_that_have_rows_are_written_and_older_ones_removed()
    {
        using TemporaryFolder folder = new();
        folder.Write("deals.csv", "id,outcome\nD1,open\n");
        CsvExport.WriteFolder(folder.Path, RevenueDataset.Build(customers: [new Customer { Id = "C1" }]), CsvText.Options);
        Assert.Equal(["customers.csv"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Which_end_dates_to_write_must_be_said() =>
        Assert.Throws<ArgumentException>(() => Text(CsvFile.Payments, RevenueDataset.Build(), new CsvOptions()));

    private static void ReadsBackEqual(CsvOptions options) => Law.Holds(
        RandomRecords.Of(random => random.Dataset()),
        data =>
        {
            using TemporaryFolder folder = new();
            CsvExport.WriteFolder(folder.Path, data, options);
            RevenueDataset back = CsvImport.ReadFolder(folder.Path, options, Dollars with { Coverage = data.Options.Coverage });
            return back.Equals(data);
        },
        cases: 40);

    private static string Text(CsvFile file, RevenueDataset data, CsvOptions? options = null)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        CsvExport.Write(file, writer, data, options ?? CsvText.Options);
        return writer.ToString();
    }
}
