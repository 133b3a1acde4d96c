using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>What adds up, adds up: segments to the total, months to the quarter; and rates stay within their bounds.</summary>
public sealed class AdditivityLaws
{
    private static readonly Metric[] Flows =
    [
        .. Enum.GetValues<MovementKind>().Select(Revenue.ArrMovement), Success.NewCustomers, Success.ChurnedCustomers, Marketing.AcquisitionSpend,
        Sales.WonDeals, Sales.LostDeals, Sales.WonAmount, Sales.LostAmount, Sales.CreatedDeals,
        Sales.PipelineCreated, Sales.Bookings, Sales.NewBookings, Sales.ContractBookings,
        Success.OpenedTickets, Success.ResolvedTickets, Success.ReopenedTickets, Success.CustomerSuccessSpend,
        Revenue.InvoicedRevenue, Revenue.CollectedRevenue, Revenue.NetNewArr,
    ];

    private static readonly Metric[] Balances = [Revenue.Arr, Success.Customers, Sales.OpenDeals, Sales.OpenPipeline, Success.OpenTickets, Success.UnansweredTickets];

    private static readonly ReportingCalendar[] Calendars =
    [
        ReportingCalendar.Gregorian, ReportingCalendar.FiscalYearStartingIn(2),
        ReportingCalendar.Retail(RetailPattern.FourFourFive, RetailYearEnd.Last(IsoDayOfWeek.Saturday, 1)),
        ReportingCalendar.Retail(RetailPattern.FourFiveFour, RetailYearEnd.Nearest(IsoDayOfWeek.Sunday, 12)),
    ];

    private static readonly Gen<(RandomBook Book, Question Question)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        select (book with { IsCovered = true, CoveredTo = null }, question with { Options = question.Options with { Where = [] } });

    [Fact]
    public void Segments_add_up_to_the_total() => Holds((data, question) =>
    {
        MetricTable total = data.Evaluate([.. Flows, .. Balances], question.Periods, options: question.Options);
        MetricTable parts = data.Evaluate([.. Flows, .. Balances], question.Periods, [Dimensions.Segment], question.Options);
        return total.Results.All(result => result.Magnitude is null
            ? parts.Cells.All(cell => parts[result.Metric, result.Period, cell].Magnitude is null)
            : result.Magnitude == parts.Cells.Sum(cell => parts[result.Metric, result.Period, cell].Magnitude));
    });

    [Fact]
    public void Months_add_up_to_the_quarter_and_its_balance_is_that_of_its_last_month() => Holds((data, question) =>
    {
        LedgerPolicy ledger = question.Options.Policy.Ledger;
        bool isFixed = ledger.NeedsFixedPeriods || question.Options.Policy.PeriodState == PeriodState.FirstDay;
        // Finer periods than those that the policy nets, converts or looks at are refused.
        if (isFixed && ledger.FixedGrain > CalendarGrain.Month) return true;
        // What a period's refunds take off its balance is the period's: the ledger's balance is that of the last month.
        EvaluationOptions options = question.Options with { Policy = question.Options.Policy with { Refunds = RefundTreatment.NotInMrr } };
        foreach (ReportingCalendar calendar in isFixed ? [ledger.FixedCalendar] : Calendars)
        {
            ReportingPeriod quarter = calendar.Quarters(2025)[question.Periods.Count % 4];
            IReadOnlyList<ReportingPeriod> months = calendar.Periods(CalendarGrain.Month, quarter);
            MetricTable table = data.Evaluate([.. Flows, .. Balances], [quarter, .. months], [Dimensions.Segment], options);
            foreach (Cell cell in table.Cells)
            {
                if (!Flows.All(flow => table[flow, quarter, cell].Magnitude == months.Sum(month => table[flow, month, cell].Magnitude))) return false;
                if (!Balances.All(balance => table[balance, quarter, cell].Magnitude == table[balance, months[^1], cell].Magnitude)) return false;
            }
        }

        return true;
    });

    [Fact]
    public void Rates_stay_within_their_bounds() => Holds((data, question) =>
    {
        Metric<Days> shortest = Sales.SalesCyclePercentile(0), longest = Sales.SalesCyclePercentile(1);
        Metric[] metrics =
        [
            Success.CustomerChurnRate, Success.LostCustomers, Success.OpeningCustomers, Success.Customers, Success.NewCustomers, Sales.WinRate,
            shortest, Sales.SalesCycle, Sales.MedianSalesCycle, longest,
        ];
        EvaluationOptions options = question.Options with { Policy = question.Options.Policy with { ChurnDenominator = ChurnDenominator.Opening } };
        MetricTable table = data.Evaluate(metrics, question.Periods, [Dimensions.Segment], options);
        foreach (ReportingPeriod period in table.Periods)
        {
            foreach (Cell cell in table.Cells)
            {
                decimal? Of(Metric metric) => table[metric, period, cell].Magnitude;
                if (Of(Success.CustomerChurnRate) is < 0 or > 1 || Of(Sales.WinRate) is < 0 or > 1) return false;
                if (Of(Success.LostCustomers) > Of(Success.OpeningCustomers)) return false;
                if (Of(shortest) is not { } least) continue;
                if (Of(Sales.MedianSalesCycle) < least || Of(Sales.MedianSalesCycle) > Of(longest)) return false;
                if (Of(Sales.SalesCycle) < least || Of(Sales.SalesCycle) > Of(longest)) return false;
            }
        }

        return true;
    });

    [Fact]
    public void Closed_deals_are_those_won_lost_and_void() => Holds((data, question) =>
    {
        CountMeasure closed = new("closed deals", Deals.ClosedOn);
        foreach (ReportingPeriod period in question.Periods)
        {
            DateWindow window = new(period.Start, period.End);
            MeasureRequest all = new(closed, window);
            MeasureRequest[] each = [.. Enum.GetNames<DealOutcome>().Select(outcome => new MeasureRequest(closed.With(Condition.In(Deals.Outcome, outcome)), window))];
            MeasureTable table = data.Engine.Measure(new MeasureQuery { Requests = [all, .. each] });
            if (table[Cell.Total, all] != each.Sum(request => table[Cell.Total, request]) || table[Cell.Total, each[(int)DealOutcome.Open]] != 0) return false;
        }

        return true;
    });

    private static void Holds(Func<RevenueDataset, Question, bool> law) => Law.Holds(
        Cases, c => law(c.Book.Build(), c.Question), c => c.Book.Shrink().Select(smaller => (smaller, c.Question)), cases: 2500);
}
