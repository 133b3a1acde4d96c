using System.Globalization;
using NodaTime;
using RevOps.Metrics.Csv;

namespace RevOps.Metrics.Tests;

public sealed class CsvImporterTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);

    [Fact]
    public void A_subscription_with_one_price_needs_one_file()
    {
        RevenueDataset data = CsvText.Read(CsvFile.Subscriptions, "id,customer_id,start,end,price,currency,interval,quantity,plan\nS1,C1,2026-01-01,2027-01-01,12.50,USD,month,3,Pro\n");

        Subscription expected = new()
        {
            Id = "S1",
            CustomerId = "C1",
            Start = NewYear,
            End = new LocalDate(2027, 1, 1),
            Terms = [new() { From = NewYear, Price = new Money(12.50m, Currency.Usd), Interval = BillingInterval.Month, Quantity = 3m, Plan = "Pro" }],
        };
        Assert.Equal(expected, Assert.Single(data.Subscriptions));
    }

    [Fact]
    public void Histories_are_joined_to_their_records()
    {
        RevenueDataset data = CsvText.Read(
            (CsvFile.PriceTerms, "subscription_id,from,price,currency,interval\nS1,2026-01-01,10,EUR,month\nS1,2026-07-01,12,EUR,month\n"),
            (CsvFile.Discounts, "subscription_id,term_from,share\nS1,2026-07-01,0.2\n"),
            (CsvFile.Pauses, "subscription_id,from,to\nS1,2026-03-01,2026-04-01\n"),
            (CsvFile.Cancellations, "subscription_id,requested_on,is_voluntary\nS1,2026-08-01,yes\n"),
            (CsvFile.Subscriptions, "id,customer_id,start\nS1,C1,2026-01-01\n"),
            (CsvFile.CustomerAttributes, "customer_id,name,value,from\nC1,segment,Enterprise,2026-05-01\n"),
            (CsvFile.Customers, "id,name,attribute:segment,parent_id\nC1,Acme,SMB,C1P\nC1P,Parent,,\n"));

        Subscription subscription = Assert.Single(data.Subscriptions);
        Assert.Equal([10m, 12m], subscription.Terms.Select(term => term.Price.Amount));
        Assert.Equal([0.2m], subscription.Terms[1].Discounts.Select(discount => discount.Share!.Value));
        Assert.Equal([new ServicePause(new LocalDate(2026, 3, 1), new LocalDate(2026, 4, 1))], subscription.Pauses);
        Assert.True(Assert.Single(subscription.Cancellations).IsVoluntary);
        Customer customer = data.Customers[0];
        Assert.Equal([new CustomerAttribute("segment", "SMB"), new CustomerAttribute("segment", "Enterprise", new LocalDate(2026, 5, 1))], customer.Attributes);
        Assert.Equal([new CustomerParent("C1P")], customer.Parents);
        Assert.Equal(0, data.Issues.Total);
    }

    [Fact]
    public void A_history_row_of_nobody_is_reported()
    {
        DataIssue issue = CsvText.Read((CsvFile.DealHistory, "deal_id,on,stage\nD9,2026-01-01,Demo\n")).Issue("csv.row.orphan");
        Assert.Equal("error csv.row.orphan: deal-history.csv line 2: row, deal_id: no deal 'D9' was read after it: it is missing, or its own row was rejected. Remedy: Correct the id (or recorded_on, which must be the deal's), add the deal, or read this file before the deals.", issue.ToString());
    }

    [Fact]
    public void Each_version_of_a_record_takes_the_rows_of_its_day()
    {
        RevenueDataset data = CsvText.Read(
            (CsvFile.CustomerAttributes, "customer_id,name,value,recorded_on\nC1,segment,SMB,\nC1,segment,Mid,2026-03-01\n"),
            (CsvFile.Customers, "id,recorded_on\nC1,2026-03-01\nC1,\n"),
            (CsvFile.PriceTerms, "subscription_id,from,price,currency,interval,recorded_on\nS1,2026-01-01,10,USD,month,\nS1,2026-01-01,12,USD,month,2026-03-01\n"),
            (CsvFile.Discounts, "subscription_id,share,recorded_on\nS1,0.5,2026-03-01\n"),
            (CsvFile.Subscriptions, "id,customer_id,start,recorded_on\nS1,C1,2026-01-01,\nS1,C1,2026-01-01,2026-03-01\n"));
        Assert.Equal(0, data.Issues.Total);
        Assert.Equal([12m], Assert.Single(data.Subscriptions).Terms.Select(term => term.Price.Amount));
        Assert.Equal(0.5m, Assert.Single(data.Subscriptions[0].Terms[0].Discounts).Share);
        Assert.Empty(Assert.Single(data.Superseded.Subscriptions).Terms[0].Discounts);
        Assert.Equal("Mid", Assert.Single(data.Customers[0].Attributes).Value);
        RevenueDataset february = data.AsOf(new LocalDate(2026, 2, 28));
        Assert.Equal("SMB", Assert.Single(february.Customers[0].Attributes).Value);
        Assert.Equal([10m], february.Subscriptions[0].Terms.Select(term => term.Price.Amount));
    }

    [Fact]
    public void A_history_row_of_another_version_is_reported()
    {
        RevenueDataset data = CsvText.Read(
            (CsvFile.PriceTerms, "subscription_id,from,price,currency,interval,recorded_on\nS1,2026-01-01,10,USD,month,2026-03-02\n"),
            (CsvFile.Subscriptions, "id,customer_id,start,recorded_on\nS1,C1,2026-01-01,2026-03-01\n"));
        Assert.Contains("no subscription 'S1' recorded on 2026-03-02 was read after it", data.Issue("csv.row.orphan").Message, StringComparison.Ordinal);
        Assert.Contains("recorded_on, which must be the subscription's", data.Issue("csv.row.orphan").Remedy, StringComparison.Ordinal);
        Assert.Equal(1, data.Issues.CountOf("subscription.terms.missing"));
    }

    [Fact]
    public void A_discount_of_no_term_is_reported()
    {
        RevenueDataset data = CsvText.Read(
            (CsvFile.Discounts, "subscription_id,term_from,share\nS1,2026-02-01,0.2\n"),
            (CsvFile.Subscriptions, "id,customer_id,start,price,currency,interval\nS1,C1,2026-01-01,1,USD,month\n"));
        Assert.Equal(2, data.Issue("csv.row.orphan").Origin!.Line);
        Assert.Empty(Assert.Single(data.Subscriptions).Terms[0].Discounts);
    }

    [Fact]
    public void A_price_in_two_places_is_reported()
    {
        RevenueDataset data = CsvText.Read(
            (CsvFile.PriceTerms, "subscription_id,from,price,currency,interval\nS1,2026-01-01,10,EUR,month\n"),
            (CsvFile.Subscriptions, "id,customer_id,start,price,currency,interval\nS1,C1,2026-01-01,1,USD,month\n"));
        Assert.Equal("subscriptions.csv line 2", data.Issue("csv.price.twice").Origin!.ToString());
        Assert.Empty(data.Subscriptions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_reported(string text)
    {
        DataIssue issue = CsvText.Read(CsvFile.Payments, text).Issue("csv.file.empty");
        Assert.Equal("payments.csv line 1", issue.Origin!.ToString());
        Assert.Contains("id,customer_id,invoice_id,on,amount,currency", issue.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_without_rows_is_noted()
    {
        DataIssue issue = CsvText.Read(CsvFile.Payments, "id,customer_id,on,amount,currency\n").Issue("csv.file.no-rows");
        Assert.Equal(DataIssueSeverity.Note, issue.Severity);
        Assert.Equal("payments.csv line 1", issue.Origin!.ToString());
    }

    [Fact]
    public void A_wrong_delimiter_is_recognised()
    {
        RevenueDataset data = CsvText.Read(CsvFile.Payments, "id;customer_id;on;amount;currency\nP1;C1;2026-01-01;1;EUR\n");
        Assert.Equal(4, data.Issues.CountOf("csv.column.missing"));
        Assert.All(data.Issues.Where(issue => issue.Code == "csv.column.missing"), issue => Assert.EndsWith("Most likely the delimiter is not ',' but ';': set CsvOptions.Delimiter.", issue.Remedy, StringComparison.Ordinal));
        Assert.Single(CsvText.Read(CsvFile.Payments, "id;customer_id;on;amount;currency\nP1;C1;2026-01-01;1;EUR\n", CsvText.Options with { Delimiter = ';' }).Payments);
    }

    [Fact]
    public void A_missing_column_names_the_headers_found()
    {
        DataIssue issue = CsvText.Read(CsvFile.Payments, "id,customer_id,amount,currency\nP1,C1,1,USD\n").Issue("csv.column.missing");
        Assert.Equal("on", issue.Field);
        Assert.Equal("there is no column on (The day the money moved.) The header is \"id\", \"customer_id\", \"amount\", \"currency\".", issue.Message);
        Assert.Contains("CsvMapping.Rename", issue.Remedy, StringComparison.Ordinal);
        Assert.Equal("payments.csv line 1", issue.Origin!.ToString());
    }

    [Fact]
    public void Headers_are_matched_as_people_write_them()
    {
        Payment payment = Assert.Single(CsvText.Read(CsvFile.Payments, " ID ,Customer-Id,ON,Amount,CURRENCY,invoiceId\nP1,C1,2026-01-01,1,usd,I1\n").Payments);
        Assert.Equal(("C1", "I1", new Money(1m, Currency.Usd)), (payment.CustomerId, payment.InvoiceId, payment.Amount));
    }

    [Fact]
    public void Columns_that_are_not_read_are_named_once()
    {
        RevenueDataset data = CsvText.Read(CsvFile.Payments, "id,customer_id,on,amount,currency,colour,mood\nP1,C1,2026-01-01,1,USD,red,good\nP2,C1,2026-01-01,1,USD,red,good\n");
        Assert.Equal("the columns \"colour\", \"mood\" are not read.", data.Issue("csv.column.unknown").Message);
        Assert.Equal(2, data.Payments.Count);
    }

    [Fact]
    public void A_column_that_is_there_twice_is_reported()
    {
        RevenueDataset data = CsvText.Read(CsvFile.Payments, "id,customer_id,Customer Id,on,amount,currency\nP1,C1,C2,2026-01-01,1,USD\n");
        Assert.Equal("two columns of the file are customer_id: \"customer_id\", \"Customer Id\".", data.Issue("csv.column.duplicate").Message);
        Assert.Empty(data.Payments);
    }

    [Theory]
    [InlineData("P1,C1,2026-02-31,1,USD", "csv.date.unreadable", "on", "\"2026-02-31\" is not a day that exists.")]
    [InlineData("P1,C1,01/02/2026,1,USD", "csv.date.unreadable", "on", "\"01/02/2026\" is not a day that exists.")]
    [InlineData("P1,C1,2026-01-01,one,USD", "csv.number.unreadable", "amount", "\"one\" is not a number.")]
    [InlineData("P1,C1,2026-01-01,\"1,23\",USD", "csv.number.unreadable", "amount", "\"1,23\" is not a number.")]
    [InlineData("P1,C1,2026-01-01,$5,USD", "csv.number.unreadable", "amount", "\"$5\" is not a number.")]
    [InlineData("P1,C1,2026-01-01,1e3,USD", "csv.number.unreadable", "amount", "\"1e3\" is not a number.")]
    [InlineData("P1,C1,2026-01-01,1,ZZZ", "csv.currency.unknown", "currency", "\"ZZZ\" is not a currency code of ISO 4217.")]
    [InlineData("P1,C1,2026-01-01,1,", "csv.currency.missing", "currency", "amount has no currency.")]
    [InlineData("P1,C1,2026-01-01,,USD", "csv.cell.missing", "amount", "the cell is empty.")]
    [InlineData("P1,C1,2026-01-01,1,USD,x", "csv.row.malformed", null, "the row has 6 cells and the header 5.")]
    [InlineData("P1,C1", "csv.row.malformed", null, "the row has 2 cells and the header 5.")]
    [InlineData("P1,C1 \"Acme\",2026-01-01,1,USD", "csv.row.malformed", null, "a quotation mark stands inside a cell that is not quoted, or is never closed.")]
    public void A_bad_row_is_reported_with_file_line_column_value_and_remedy(string row, string code, string? field, string message)
    {
        RevenueDataset data = CsvText.Read(CsvFile.Payments, $"id,customer_id,on,amount,currency\nP0,C1,2026-01-01,1,USD\n{row}\nP2,C1,2026-01-01,1,USD\n");

        DataIssue issue = data.Issue(code);
        Assert.Equal(field, issue.Field);
        Assert.Equal(message, issue.Message);
        Assert.Equal("payments.csv line 3", issue.Origin!.ToString());
        Assert.NotEmpty(issue.Remedy);
        Assert.Equal(["P0", "P2"], data.Payments.Select(payment => payment.Id));
        Assert.Equal(code, Assert.Throws<DataIssueException>(() => CsvText.Read(CsvFile.Payments, $"id,customer_id,on,amount,currency\n{row}\n", strictness: Strictness.Strict)).Issue.Code);
    }

    [Theory]
    [InlineData(CsvFile.Deals, "id,outcome\nD1,maybe\n", "csv.word.unknown", "outcome", "Write one of open, won, lost, void, or map other words with CsvMapping.Replace.")]
    [InlineData(CsvFile.Deals, "id,outcome,term_months\nD1,open,1.5\n", "csv.number.unreadable", "term_months", "Write a whole number such as 12.")]
    [InlineData(CsvFile.Deals, "id,outcome,term_months\nD1,open,99999999999\n", "csv.number.unreadable", "term_months", "Write a whole number such as 12.")]
    [InlineData(CsvFile.Leads, "id,first_touch_on,is_inbound\nL1,2026-01-01,perhaps\n", "csv.flag.unreadable", "is_inbound", "Write true or false (yes, no, y, n, 1 and 0 are read too).")]
    [InlineData(CsvFile.Subscriptions, "id,customer_id,start,price,currency,interval\nS1,C1,2026-01-01,1,USD,fortnight\n", "csv.interval.unreadable", "interval", "Write day, week, month, quarter or year, with a count before it if more than one (2 weeks), or map other words with CsvMapping.Replace.")]
    [InlineData(CsvFile.Subscriptions, "id,customer_id,start,price,currency\nS1,C1,2026-01-01,1,USD\n", "csv.cell.missing", "interval", "Give interval a value, or set CsvMapping.Default.")]
    public void A_bad_word_says_what_may_stand_there(CsvFile file, string text, string code, string field, string remedy)
    {
        DataIssue issue = CsvText.Read(file, text).Issue(code);
        Assert.Equal((field, remedy), (issue.Field, issue.Remedy));
    }

    [Fact]
    public void What_the_records_forbid_is_reported_with_its_line()
    {
        RevenueDataset data = CsvText.Read(
            (CsvFile.Customers, "id\nC1\nC1\n"),
            (CsvFile.Subscriptions, "id,customer_id,start,end,price,currency,interval\nS1,C9,2026-01-01,,1,USD,month\nS2,C1,2026-01-01,2025-01-01,1,USD,month\nS3,C1,2026-01-01,,1,USD,month\n"));

        Assert.Equal("customers.csv line 3", data.Issue("customer.id.duplicate").Origin!.ToString());
        Assert.Equal("subscriptions.csv line 2", data.Issue("subscription.customer.unknown").Origin!.ToString());
        Assert.Equal("subscriptions.csv line 3", data.Issue("subscription.end.before-start").Origin!.ToString());
        Assert.Equal(["S3"], data.Subscriptions.Select(subscription => subscription.Id));
    }

    [Theory]
    [InlineData("de-DE", "1.234,50", "1234.50")]
    [InlineData("de-DE", "1234,5", "1234.5")]
    [InlineData("de-DE", "1,234.50", null)]
    [InlineData("de-DE", "1.23", null)]
    [InlineData("en-US", "1,234.50", "1234.50")]
    [InlineData("en-US", "-1,234,567", "-1234567")]
    [InlineData("en-US", "1234,567", null)]
    [InlineData("en-US", "1,2345", null)]
    [InlineData("en-US", ",123", null)]
    [InlineData("en-US", "1.234,50", null)]
    [InlineData("fr-FR", "1 234,50", "1234.50")]
    [InlineData("fr-FR", "1\u00a0234,50", "1234.50")]
    [InlineData("hi-IN", "12,34,567", "1234567")]
    [InlineData("hi-IN", "1,234,567", null)]
    public void A_number_is_read_as_its_culture_writes_it_or_reported(string culture, string cell, string? value)
    {
        CsvOptions options = CsvText.Options with { Culture = CultureInfo.GetCultureInfo(culture), Delimiter = ';' };
        RevenueDataset data = CsvText.Read(CsvFile.Payments, $"id;customer_id;on;amount;currency\nP1;C1;2026-01-01;{cell};EUR\n", options);

        if (value is null) Assert.Equal($"\"{cell}\" is not a number.", data.Issue("csv.number.unreadable").Message);
        else Assert.Equal(value, Assert.Single(data.Payments).Amount.Amount.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Dates_follow_the_pattern_that_was_named()
    {
        CsvOptions options = CsvText.Options with { DatePattern = "dd/MM/yyyy" };
        Assert.Equal(new LocalDate(2026, 12, 1), Assert.Single(CsvText.Read(CsvFile.Payments, "id,customer_id,on,amount,currency\nP1,C1,01/12/2026,1,EUR\n", options).Payments).On);
        DataIssue issue = CsvText.Read(CsvFile.Payments, "id,customer_id,on,amount,currency\nP1,C1,31/02/2026,1,EUR\n", options).Issue("csv.date.unreadable");
        Assert.Equal("Write a day such as 31/01/2026; if the file writes dates another way, set CsvOptions.DatePattern (it is dd/MM/yyyy).", issue.Remedy);
    }

    [Theory]
    [InlineData(EndDateConvention.Inclusive, 2027, 1, 1)]
    [InlineData(EndDateConvention.Exclusive, 2026, 12, 31)]
    public void An_end_date_means_what_the_options_say(EndDateConvention convention, int year, int month, int day)
    {
        RevenueDataset data = CsvText.Read(CsvFile.Subscriptions, "id,customer_id,start,end,price,currency,interval\nS1,C1,2026-01-01,2026-12-31,1,USD,month\n", new CsvOptions { EndDates = convention });
        Assert.Equal(new LocalDate(year, month, day), Assert.Single(data.Subscriptions).End);
    }

    [Fact]
    public void What_an_end_date_means_is_never_guessed()
    {
        const string Subscriptions = "id,customer_id,start,end,price,currency,interval\nS1,C1,2026-01-01,2026-12-31,1,USD,month\n";
        string message = Assert.Throws<ArgumentException>(() => CsvText.Read(CsvFile.Subscriptions, Subscriptions, new CsvOptions())).Message;
        Assert.StartsWith("subscriptions.csv holds end dates (end), and whether an end date is the last day of a span or the day after it cannot be told from a file: set CsvOptions.EndDates", message, StringComparison.Ordinal);
        Assert.Single(CsvText.Read(CsvFile.Payments, "id,customer_id,on,amount,currency\nP1,C1,2026-01-01,1,EUR\n", new CsvOptions()).Payments);
    }

    [Fact]
    public void Byte_order_mark_line_ends_and_quoted_line_breaks_are_taken_in_stride()
    {
        RevenueDataset data = CsvText.Read(CsvFile.Customers, "\uFEFFid,name\r\nC1,\"Acme,\r\nInc \"\"West\"\"\"\r\n\r\nC2,Beta\r\nC2,Gamma\r\n");

        Assert.Equal(["Acme,\r\nInc \"West\"", "Beta"], data.Customers.Select(customer => customer.Name));
        Assert.Equal("customers.csv line 6", data.Issue("customer.id.duplicate").Origin!.ToString());
    }

    [Fact]
    public void A_row_is_named_by_the_line_on_which_it_starts()
    {
        RevenueDataset data = CsvText.Read(CsvFile.Payments, "\"id\",customer_id,on,amount,currency\n\"P\n1\",C1,2026-02-30,1,USD\nP2,C1,2026-02-31,1,USD\n");
        Assert.Equal([2L, 4L], data.Issues.Where(issue => issue.Code == "csv.date.unreadable").Select(issue => issue.Origin!.Line));
    }

    [Fact]
    public void Delimiters_at_the_end_of_a_line_are_no_cells()
    {
        RevenueDataset data = CsvText.Read(CsvFile.Payments, "id,customer_id,on,amount,currency,,\nP1,C1,2026-01-01,1,USD,,\nP2,C1,2026-01-01,1,USD,,,,\n");
        Assert.Equal(2, data.Payments.Count);
        Assert.Equal(0, data.Issues.CountOf("csv.row.malformed"));
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_does_not_fill_the_memory()
    {
        string text = "id,name\nC1,Acme\nC2,\"Beta\n" + string.Concat(Enumerable.Repeat("C3,Gamma\n", 200_000));
        DataIssue issue = CsvText.Read(CsvFile.Customers, text).Issue("csv.row.malformed");
        Assert.Equal("customers.csv line 3", issue.Origin!.ToString());
        Assert.Contains("this row and all after it are not read", issue.Message, StringComparison.Ordinal);
        Assert.Equal("customers.csv line 3", CsvText.Read(CsvFile.Customers, "id,name\nC1,Acme\nC2,\"Beta\nC3,Gamma\n").Issue("csv.row.malformed").Origin!.ToString());
    }

    [Fact]
    public void Text_in_another_encoding_is_noticed()
    {
        string path = Path.Combine(Path.GetTempPath(), $"latin-{Guid.NewGuid():N}.csv");
        try
        {
            File.WriteAllBytes(path, System.Text.Encoding.Latin1.GetBytes("id,name\nC1,Zoë\n"));
            RevenueDataset Read(CsvOptions options)
            {
                CsvImporter importer = new(new RevenueDatasetBuilder(), options);
                importer.Read(CsvFile.Customers, path);
                return importer.Build();
            }

            Assert.Equal(2, Read(CsvText.Options).Issue("csv.text.damaged").Origin!.Line);
            Assert.Equal("Zoë", Assert.Single(Read(CsvText.Options with { Encoding = System.Text.Encoding.Latin1 }).Customers).Name);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Money_of_a_deal_shares_a_currency_or_has_its_own()
    {
        ExchangeRates rates = new([new(NewYear, Currency.Eur, Currency.Usd, 1.08m)]);
        CsvImporter importer = new(new RevenueDatasetBuilder(new DatasetOptions { ReportingCurrency = Currency.Usd, ExchangeRates = rates }), CsvText.Options);
        using StringReader text = new("id,outcome,created_on,amount,one_time_amount,currency,one_time_amount_currency\nD1,open,2026-01-01,1,2,USD,EUR\n");
        importer.Read(CsvFile.Deals, text, "deals.csv");
        Deal deal = Assert.Single(importer.Build().Deals);
        Assert.Equal((new Money(1m, Currency.Usd), new Money(2m, Currency.Eur)), (deal.Amount!.Value, deal.OneTimeAmount!.Value));
    }

    [Fact]
    public void Exchange_rates_are_options_and_not_records() =>
        Assert.Contains("CsvImport.ReadExchangeRates", Assert.Throws<ArgumentException>(() => CsvText.Read(CsvFile.ExchangeRates, "date,from,to,rate\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void Reading_can_be_cancelled_between_two_rows()
    {
        using CancellationTokenSource cancellation = new();
        DatasetOptions options = new() { Strictness = Strictness.Lenient, OnIssue = _ => cancellation.Cancel() };
        CsvImporter importer = new(new RevenueDatasetBuilder(options), CsvText.Options);
        using StringReader text = new("id,customer_id,on,amount,currency\nP1,C1,2026-02-31,1,USD\nP2,C1,2026-02-31,1,USD\n");
        Assert.Throws<OperationCanceledException>(() => importer.Read(CsvFile.Payments, text, "payments.csv", cancellationToken: cancellation.Token));
    }
}
