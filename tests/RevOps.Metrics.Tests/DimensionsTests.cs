using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class DimensionsTests
{
    private static readonly RevenueDataset Data = RevenueDataset.Build(
        [Customer("a", Segment("SMB")), Customer("b", Segment("Enterprise")), Customer("c"), Customer("d")],
        [
            Monthly("s", "a", 100, "2025-11-15", "2026-01-20"), Monthly("s2", "a", 70, "2026-02-01"), Monthly("t", "b", 30, "2026-01-10"),
            Monthly("u", "d", 5, "2026-01-01"),
        ],
        [
            Deal("x", DealOutcome.Won, "2026-01-01", "2026-01-20", 10) with { CustomerId = "a" },
            Deal("y", DealOutcome.Won, "2026-01-01", "2026-01-21", 7) with { CustomerId = "d" },
            Deal("z", DealOutcome.Won, "2026-01-01", "2026-01-22", 1),
        ],
        customerMerges: [new CustomerMerge { CustomerId = "d", IntoCustomerId = "c", Kind = CustomerMergeKind.Duplicate }]);

    private static readonly ReportingPeriod January = Month("2026-01"), February = Month("2026-02");

    [Fact]
    public void Revenue_can_be_told_by_customer_and_a_duplicate_is_the_customer_it_is()
    {
        MetricTable table = Data.Evaluate([Revenue.Mrr, Success.LostCustomers], [January], [Dimensions.Customer]);
        Assert.Equal([Cell.Of("a"), Cell.Of("b"), Cell.Of("c")], table.Cells);
        Assert.Equal([0m, 30m, 5m], table.Cells.Select(cell => table[Revenue.Mrr, January, cell].Magnitude));
        Assert.Equal([1m, 0m, 0m], table.Cells.Select(cell => table[Success.LostCustomers, January, cell].Magnitude));
        Assert.True(Dimensions.Customer.IsSinglePerEntity);
    }

    [Fact]
    public void Deals_can_be_told_by_customer_and_those_of_none_have_none()
    {
        MetricTable table = Data.Evaluate([Sales.WonAmount, Sales.OpenPipeline], [January], [Dimensions.Customer]);
        Assert.Equal([Cell.Of("a"), Cell.Of("c"), Cell.Of((string?)null)], table.Cells);
        Assert.Equal([10m, 7m, 1m], table.Cells.Select(cell => table[Sales.WonAmount, January, cell].Magnitude));
    }

    [Fact]
    public void A_customer_belongs_for_ever_to_the_period_in_which_it_was_acquired()
    {
        Dimension acquired = Dimensions.AcquisitionPeriod(ReportingCalendar.Gregorian, CalendarGrain.Month);
        MetricTable table = Data.Evaluate(Revenue.Mrr, [January, February], [acquired]);
        Assert.Equal([Cell.Of("2025-11"), Cell.Of("2026-01")], table.Cells);
        Assert.Equal([0m, 35m, 70m, 35m], table.Results.Select(result => result.Magnitude));
        Assert.Equal("acquisition month", acquired.Name);
    }

    [Fact]
    public void Acquisition_follows_the_calendar_and_maps_further()
    {
        Dimension quarter = Dimensions.AcquisitionPeriod(ReportingCalendar.FiscalYearStartingIn(2), CalendarGrain.Quarter);
        Assert.Equal([Cell.Of("FY26-Q4")], Data.Evaluate(Revenue.Mrr, [January], [quarter]).Cells);
        Dimension era = quarter.MappedTo("era", new Dictionary<string, string> { ["FY26-Q4"] = "old" });
        Assert.Equal([Cell.Of("old")], Data.Evaluate(Revenue.Mrr, [January], [era]).Cells);
    }

    [Fact]
    public void Acquisition_periods_of_one_calendar_and_grain_are_one_dimension()
    {
        static Dimension Of(int month, CalendarGrain grain) => Dimensions.AcquisitionPeriod(ReportingCalendar.FiscalYearStartingIn(month), grain);
        Assert.Equal(Of(2, CalendarGrain.Quarter), Of(2, CalendarGrain.Quarter));
        Assert.NotEqual(Of(2, CalendarGrain.Quarter), Of(3, CalendarGrain.Quarter));
        Assert.NotEqual(Of(2, CalendarGrain.Quarter), Of(2, CalendarGrain.Half));
        Dictionary<string, string> map = [];
        Assert.Equal(Of(2, CalendarGrain.Year).MappedTo("era", map), Of(2, CalendarGrain.Year).MappedTo("era", map));
        Assert.NotEqual(Of(2, CalendarGrain.Year).MappedTo("era", map), Of(3, CalendarGrain.Year).MappedTo("era", map));
        Assert.NotEqual(Dimensions.Segment.MappedTo("size", map), Dimensions.Segment.MappedTo("size", new Dictionary<string, string>()));
    }

    [Fact]
    public void What_has_no_period_of_acquisition_is_refused()
    {
        Dimension acquired = Dimensions.AcquisitionPeriod(ReportingCalendar.Gregorian, CalendarGrain.Month);
        Assert.Contains("'acquisition month'", Assert.Throws<MeasureRefusedException>(() => Data.Evaluate(Sales.WonAmount, [January], [acquired])).Message, StringComparison.Ordinal);
        Assert.Throws<MeasureRefusedException>(() => Data.Evaluate(Marketing.AcquisitionSpend, [January], [Dimensions.Customer]));
        Assert.Throws<ArgumentException>(() => Dimensions.AcquisitionPeriod(ReportingCalendar.Gregorian, CalendarGrain.Custom));
    }
}
