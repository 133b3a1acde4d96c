using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using RevOps.Metrics.Csv;

namespace RevOps.Metrics.SampleData;

/// <summary>Writes a company as CSV files, faults and all: in the records, and in the text where no record can express them.</summary>
public static class SampleFiles
{
    private static readonly CsvOptions Options = new() { EndDates = EndDateConvention.Exclusive };

    private static readonly CsvConfiguration Text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <summary>Writes one file for each kind of record into a folder, which is made when it is not there.</summary>
    public static void Write(SampleCompany company, string folder)
    {
        ArgumentNullException.ThrowIfNull(company);
        CsvExport.WriteFolder(folder, Unchecked(company), Options);
        foreach (IGrouping<string, TextBlemish> ofFile in company.TextBlemishes.GroupBy(blemish => blemish.File))
        {
            Spoil(Path.Combine(folder, ofFile.Key), [.. ofFile]);
        }
    }

    /// <summary>A dataset that nobody checked: a checked one would leave out the very records that the sample is to show.</summary>
    private static RevenueDataset Unchecked(SampleCompany company) => new(
        new DatasetOptions { ExchangeRates = new ExchangeRates(company.ExchangeRates) }, company.Options.ReportingCurrency, new DataIssues([], []), [],
        new HeldSubscriptions(HeldColumns.None, [.. company.Subscriptions], []))
    {
        Customers = [.. company.Customers],
        CustomerMerges = [.. company.CustomerMerges],
        Deals = [.. company.Deals],
        Leads = [.. company.Leads],
        MarketingActivities = [.. company.MarketingActivities],
        Spends = [.. company.Spends],
        Invoices = [.. company.Invoices],
        CreditNotes = [.. company.CreditNotes],
        Payments = [.. company.Payments],
        Tickets = [.. company.Tickets],
        ForecastSnapshots = [.. company.ForecastSnapshots],
        Quotas = [.. company.Quotas],
        FinancialFigures = [.. company.FinancialFigures],
    };

    private static void Spoil(string path, IReadOnlyList<TextBlemish> blemishes)
    {
        List<string[]> rows = [];
        using (CsvParser parser = new(new StreamReader(path), Text))
        {
            while (parser.Read()) rows.Add([.. parser.Record!]);
        }

        foreach (TextBlemish blemish in blemishes) rows[blemish.Row][Array.IndexOf(rows[0], blemish.Column)] = blemish.Text;
        using CsvWriter writer = new(new StreamWriter(path), Text);
        foreach (string[] row in rows)
        {
            foreach (string cell in row) writer.WriteField(cell);
            writer.NextRecord();
        }
    }
}
