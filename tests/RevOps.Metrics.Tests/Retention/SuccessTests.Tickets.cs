using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed partial class SuccessTests
{
    /// <summary>Opened on 5 January and open; a subscription, so that there is a customer.</summary>
    private static readonly RevenueDataset Waiting = RevenueDataset.Build(
        subscriptions: [Monthly("a", "a", 100, "2025-06-01")], tickets: [new() { Id = "1", CustomerId = "a", OpenedOn = Day("2026-01-05") }],
        spends: [new() { From = Day("2026-01-01"), Amount = Usd(50), Category = SpendCategory.CustomerSuccess }],
        options: new() { Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Ticket] = new(Day("2026-01-01")) } });

    [Fact]
    public void While_tickets_wait_there_is_no_time_no_rate_and_no_cost_but_a_count()
    {
        MetricResult Of(Metric metric) => Told(metric, Month("2026-01"), data: Waiting);
        Assert.Equal((1, 1), (Of(Success.OpenTickets).Magnitude, Of(Success.UnansweredTickets).Magnitude));
        Assert.Equal("no ticket was answered", Of(Success.TimeToFirstResponse).UndefinedReason);
        Assert.Equal("no ticket was resolved", Of(Success.TimeToResolve).UndefinedReason);
        Assert.Equal("no ticket was resolved", Of(Success.ReopenRate).UndefinedReason);
        Assert.Equal("no ticket was resolved", Of(Success.CostPerTicket).UndefinedReason);
    }

    [Fact]
    public void An_empty_month_within_the_records_has_no_tickets_and_without_records_nobody_knows()
    {
        Assert.Equal(0, Told(Success.OpenedTickets, Month("2026-02"), data: Waiting).Magnitude);
        Assert.Equal("tickets are known from 2026-01-01, which 2025-12 is not part of", Told(Success.OpenedTickets, Month("2025-12"), data: Waiting).UndefinedReason);
        Assert.Equal("no tickets were given", Told(Success.OpenTickets, Month("2026-01")).UndefinedReason);
    }

    [Fact]
    public void Without_a_customer_no_tickets_are_told_for_each() =>
        Assert.Equal("there is no customer at the close", Told(Success.TicketsPerCustomer, Month("2026-01"), data: RevenueDataset.Build(
            subscriptions: [Monthly("a", "a", 100, "2025-06-01", "2026-01-10")], tickets: Waiting.Tickets)).UndefinedReason);

    [Fact]
    public void A_ticket_is_of_the_customer_that_a_duplicate_is_and_of_its_segment_when_it_was_opened()
    {
        RevenueDataset data = RevenueDataset.Build(
            customers: [Customer("a", Segment("SMB"), Segment("Enterprise", "2026-01-20")), Customer("b", Segment("Mid"))],
            customerMerges: [new() { CustomerId = "b", IntoCustomerId = "a", Kind = CustomerMergeKind.Duplicate }],
            tickets: [new() { Id = "1", CustomerId = "b", OpenedOn = Day("2026-01-05"), ResolvedOn = Day("2026-01-25"), Priority = "High", Topic = "Bug", Owner = "Ann" }]);
        foreach ((Dimension by, string value) in new[]
        {
            (Dimensions.Customer, "a"), (Dimensions.Segment, "SMB"), (Dimensions.TicketPriority, "High"), (Dimensions.TicketTopic, "Bug"), (Dimensions.Owner, "Ann"),
        })
        {
            MetricResult result = Assert.Single(data.Evaluate(Success.ResolvedTickets, [Month("2026-01")], [by]).Results);
            Assert.Equal((value, 1), (result.Cell.ToString(), result.Magnitude));
        }
    }

    [Fact]
    public void Retention_costs_nothing_to_tell_where_nobody_was_retained()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("a", "a", 100, "2026-01-10")], spends: Waiting.Spends);
        MetricResult Of(RetentionCostPer per) => Told(Success.RetentionCost, Month("2026-01"), new() { RetentionCostPer = per }, data);
        Assert.Equal("no customer was retained", Of(RetentionCostPer.RetainedCustomer).UndefinedReason);
        Assert.Equal(50, Of(RetentionCostPer.ActiveCustomer).Magnitude);
        Assert.Equal("no customer of earlier years is left", Of(RetentionCostPer.CustomerOfEarlierYears).UndefinedReason);
    }

    [Fact]
    public void Customers_of_earlier_years_are_those_before_the_year_of_the_calendar_asked_by()
    {
        // a joined in calendar 2025, b in January 2026: within the fiscal year that began in February 2025 both of them did.
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [Monthly("a", "a", 100, "2025-06-01"), Monthly("b", "b", 100, "2026-01-10"), Monthly("c", "c", 100, "2025-01-10")],
            spends: [new() { From = Day("2026-01-31"), Amount = Usd(60), Category = SpendCategory.CustomerSuccess }]);
        decimal? In(ReportingPeriod period) => Told(Success.RetentionCost, period, new() { RetentionCostPer = RetentionCostPer.CustomerOfEarlierYears }, data).Magnitude;
        Assert.Equal(30, In(Month("2026-01")));
        Assert.Equal(60, In(ReportingCalendar.FiscalYearStartingIn(2).PeriodContaining(Day("2026-01-31"), CalendarGrain.Month)));
        Assert.Equal(30, In(ReportingPeriod.Between(Day("2025-12-15"), Day("2026-02-01"))));
    }
}
