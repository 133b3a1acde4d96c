using NodaTime;
using RevOps.Metrics.Csv;

namespace RevOps.Metrics.Tests;

public sealed class MetricTableCsvTests
{
    private static readonly ReportingPeriod January = ReportingCalendar.Gregorian.Months(2026)[0];

    private static Deal Won(string id, decimal amount, string? owner) => new()
    {
        Id = id, Outcome = DealOutcome.Won, CreatedOn = new LocalDate(2026, 1, 1), ClosedOn = new LocalDate(2026, 1, 20), Amount = new Money(amount, Currency.Usd), Owner = owner,
    };

    [Fact]
    public void A_row_for_each_result_with_unit_and_reason()
    {
        RevenueDataset data = RevenueDataset.Build(deals: [Won("1", 1234.5m, "ann"), Won("2", 10, null)]);
        Assert.Equal(
            """
            metric,id,period,start,end,owner,value,unit,undefined,flags
            won amount,sales.won-amount,2026-01,2026-01-01,2026-02-01,ann,1234.5,USD,,
            won amount,sales.won-amount,2026-01,2026-01-01,2026-02-01,,10,USD,,

            """.ReplaceLineEndings("\r\n"),
            data.Evaluate(Sales.WonAmount, [January], [Dimensions.Owner]).ToCsv());
        Assert.Equal(
            """
            metric,id,period,start,end,value,unit,undefined,flags
            CAC,marketing.cac,2026-01,2026-01-01,2026-02-01,,,no spend records were given,

            """.ReplaceLineEndings("\r\n"),
            data.Evaluate(Marketing.Cac, [January]).ToCsv());
    }

    [Fact]
    public void Text_that_a_spreadsheet_would_run_is_written_as_text_and_commas_and_quotes_are_quoted()
    {
        RevenueDataset data = RevenueDataset.Build(deals: [Won("1", 1, "=cmd()"), Won("2", 2, "Doe, \"J\"")]);
        string csv = data.Evaluate(Sales.WonAmount.Named("@sum"), [January], [Dimensions.Owner]).ToCsv();
        Assert.Contains(",'=cmd(),1,USD", csv, StringComparison.Ordinal);
        Assert.Contains(",\"Doe, \"\"J\"\"\",2,USD", csv, StringComparison.Ordinal);
        Assert.Contains("'@sum,,2026-01", csv, StringComparison.Ordinal);
        Assert.Contains(",-3,USD,,", data.Evaluate(Sales.WonAmount * -1m, [January]).ToCsv(), StringComparison.Ordinal);
    }
}
