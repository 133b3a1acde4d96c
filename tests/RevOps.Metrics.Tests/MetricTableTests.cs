using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class MetricTableTests
{
    private static readonly RevenueDataset Data = RevenueDataset.Build(
        [Customer("a", Segment("SMB")), Customer("b", Segment("Enterprise")), Customer("c")],
        [Monthly("s", "a", 100, "2025-01-01", "2026-02-01"), Monthly("t", "b", 1234.5m, "2026-01-10"), Monthly("u", "c", 10, "2026-02-10")]);

    private static readonly ReportingPeriod[] Months = [Month("2026-01"), Month("2026-02")];

    [Fact]
    public void The_table_is_aligned_and_notes_why_values_are_undefined_below()
    {
        string text = Data.Evaluate([Revenue.Mrr, Success.CustomerChurnRate, Success.Customers], Months, [Dimensions.Segment]).ToString();
        Assert.Equal(
            """
            period   segment     MRR (USD per month)  customer churn rate  customers
            ------------------------------------------------------------------------
            2026-01  Enterprise             1,234.50                - [1]          1
            2026-01  SMB                      100.00               0.00 %          1
            2026-01  (none)                     0.00                - [1]          0
            2026-02  Enterprise             1,234.50               0.00 %          1
            2026-02  SMB                        0.00             100.00 %          0
            2026-02  (none)                    10.00                - [1]          1
            [1] undefined: there was no customer at the open

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void Periods_dimensions_and_results_are_in_the_order_asked()
    {
        MetricTable table = Data.Evaluate([Revenue.Mrr, Success.Customers], Months, [Dimensions.Segment]);
        Assert.Equal([Cell.Of("Enterprise"), Cell.Of("SMB"), Cell.Of((string?)null)], table.Cells);
        Assert.Equal(12, table.Results.Count);
        Assert.Equal((Months[1], Cell.Of("SMB"), (Metric)Success.Customers), (table.Results[9].Period, table.Results[9].Cell, table.Results[9].Metric));
        Assert.Equal("customers, 2026-02, SMB: 0", table.Results[9].ToString());
    }

    [Fact]
    public void What_the_table_does_not_hold_is_named()
    {
        MetricTable table = Data.Evaluate(Revenue.Mrr, Months);
        Assert.Contains("'ARR' for 2026-01 and total", Assert.Throws<KeyNotFoundException>(() => table[Revenue.Arr, Months[0]]).Message, StringComparison.Ordinal);
        Assert.Contains("SMB", Assert.Throws<KeyNotFoundException>(() => table[Revenue.Mrr, Months[0], Cell.Of("SMB")]).Message, StringComparison.Ordinal);
    }
}
