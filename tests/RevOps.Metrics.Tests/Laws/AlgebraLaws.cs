using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>What the operators on metrics promise, on random books; and that users' own metrics are the same by both engines.</summary>
public sealed class AlgebraLaws
{
    private static readonly FlowMetric<Money>[] Amounts = [Marketing.AcquisitionSpend, Sales.WonAmount, Measures.Sum(Deals.Amount, on: Deals.CreatedOn).InPeriod()];

    private static readonly FlowMetric<Count>[] Counts = [Sales.WonDeals, Success.NewCustomers, Measures.Count(on: Deals.ClosedOn).InPeriod()];

    private static readonly Metric[] Flows = [.. Amounts, .. Counts];

    /// <summary>Metrics that a user may compose, in every shape and with every operator.</summary>
    private static readonly Metric[] Composed =
    [
        Measures.Sum(Movements.Amount, on: Movements.On).AtOpen(), Measures.Sum(Movements.Amount, on: Movements.On).Where(Movements.Kind.Is("New", "Churn")).InPeriod(),
        Measures.Count(on: Deals.ClosedOn).Where(Deals.Amount.IsKnown(), Deals.Outcome.Is("Lost")).InPeriod(),
        Measures.Count(on: Deals.CreatedOn).Where(Deals.CycleDays.IsBetween(1, 90)).InPeriod(), Measures.Days(Deals.CycleDays, on: Deals.ClosedOn).Percentile(0.9m),
        Measures.Balances(Movements.Customer, Movements.Amount, on: Movements.On).Count(EntityRule.Lost),
        Measures.Balances(Movements.Subscription, Movements.Amount, on: Movements.On).Sum(EntityRule.KeptAmount),
        Measures.Balances(Movements.Customer, Movements.Amount, on: Movements.On).Top(2),
        Sales.WonAmount.Trailing(3).Annualized(), Revenue.Arr.GrowthOver(Revenue.Arr.PriorYear()), Sales.WonAmount.ToDate(CalendarGrain.Year) / Sales.WonDeals.ToDate(CalendarGrain.Year),
        Success.CustomerChurnRate.Trailing(2).PriorPeriod(), Marketing.AcquisitionSpend.AllocatedBy(Success.Customers), Sales.WinRate.Or(Sales.WinRate.PriorPeriod()),
        Success.Customers.Where(Dimensions.Segment, "SMB", null) / Success.Customers, Sales.WonAmount - Sales.WonAmount.Shifted(2), Revenue.Concentration.Trailing(2),
        (Marketing.AcquisitionSpend.Unallocated() * 2m) / Success.NewCustomers,
    ];

    private static readonly ReportingCalendar[] Calendars =
    [
        ReportingCalendar.Gregorian, ReportingCalendar.FiscalYearStartingIn(2),
        ReportingCalendar.Retail(RetailPattern.FourFourFive, RetailYearEnd.Last(IsoDayOfWeek.Saturday, 1)),
    ];

    /// <summary>Periods of a grid, by calendars of all kinds.</summary>
    private static readonly ReportingPeriod[] Periods =
    [
        .. Calendars.SelectMany(calendar => calendar.Months(2025).Take(7).Append(calendar.Quarters(2025)[2]).Append(calendar.Year(2026))),
        .. ReportingCalendar.Gregorian.Weeks(2025).Take(3), ReportingCalendar.Gregorian.Days(2025)[40],
    ];

    private static readonly Gen<(RandomBook Book, ReportingPeriod Period, int Number)> Cases =
        from book in RandomBooks.All
        from period in Gen.Elements(Periods)
        from number in Gen.Choose(1, 5)
        select (book with { IsCovered = true, CoveredTo = null }, period, number);

    [Fact]
    public void Composed_metrics_are_the_same_by_both_engines() => Holds((book, period, _) =>
    {
        RevenueDataset data = book.Build();
        Metric[] asked = [.. Composed, .. Flows];
        TwinEngine both = new(data.Engine, new NaiveEngine(data));
        both.EvaluateAsync(asked, [period]).AsTask().GetAwaiter().GetResult();
        return true;
    });

    [Fact]
    public void A_trailing_flow_is_the_sum_of_the_flows_of_its_periods() => Holds((book, period, number) =>
    {
        RevenueDataset data = book.Build();
        ReportingPeriod[] each = new ReportingPeriod[number];
        for (int i = 0; i < number; i++) each[i] = i == 0 ? period : period.Calendar.Prior(each[i - 1]);
        FlowMetric<Money>[] amounts = [.. Amounts.Select(flow => flow.Trailing(number))];
        FlowMetric<Count>[] counts = [.. Counts.Select(flow => flow.Trailing(number))];
        MetricTable whole = data.Evaluate([.. amounts, .. counts], [period]), parts = data.Evaluate(Flows, each);
        return whole.Results.Zip(Flows).All(pair => pair.First.Magnitude == each.Sum(one => parts[pair.Second, one].Magnitude));
    });

    [Fact]
    public void Trailing_and_the_prior_period_commute() => Holds((book, period, number) =>
    {
        RevenueDataset data = book.Build();
        foreach (Metric<Money> flow in Amounts)
        {
            if (!Same(data, period, flow.Trailing(number).PriorPeriod(), flow.PriorPeriod().Trailing(number))) return false;
            // Days and weeks are not: 29 February is compared with 28 February, week 53 with week 52.
            if (period.Grain >= CalendarGrain.Month && !Same(data, period, flow.Trailing(number).PriorYear(), flow.PriorYear().Trailing(number))) return false;
        }

        return Same(data, period, Success.CustomerChurnRate.Trailing(number).PriorPeriod(), Success.CustomerChurnRate.PriorPeriod().Trailing(number));
    });

    [Fact]
    public void So_many_shifts_by_one_are_one_shift_by_so_many() => Holds((book, period, number) =>
    {
        Metric<PerYear<Money>> shifted = Revenue.Arr;
        for (int i = 0; i < number; i++) shifted = shifted.PriorPeriod();
        return Same(book.Build(), period, shifted, Revenue.Arr.Shifted(number));
    });

    [Fact]
    public void Filters_by_each_value_add_up_to_the_whole() => Holds((book, period, _) =>
    {
        RevenueDataset data = book.Build();
        Metric<Count>[] counts = [Success.Customers, Success.LostCustomers, Success.RetainedCustomers, .. Counts];
        foreach (Metric<Count> metric in counts)
        {
            MetricTable cells = data.Evaluate(metric, [period], [Dimensions.Segment]);
            decimal? sum = cells.Cells.Sum(cell => data.Evaluate(metric.Where(Dimensions.Segment, cell.Values[0]), [period]).Results[0].Magnitude);
            if (sum != data.Evaluate(metric, [period]).Results[0].Magnitude) return false;
        }

        return true;
    });

    [Fact]
    public void A_filter_by_a_value_is_the_cell_of_the_value() => Holds((book, period, _) =>
    {
        RevenueDataset data = book.Build();
        Metric<PerYear<Money>>[] metrics = [Revenue.Arr, Revenue.OpeningArr, Measures.Balances(Movements.Customer, Movements.Amount, on: Movements.On).Sum(EntityRule.KeptAmount)];
        MetricTable cells = data.Evaluate(metrics, [period], [Dimensions.Segment]);
        return cells.Cells.All(cell => metrics.All(metric =>
            data.Evaluate(metric.Where(Dimensions.Segment, cell.Values[0]), [period]).Results[0].Magnitude == cells[metric, period, cell].Magnitude));
    });

    [Fact]
    public void What_is_allocated_adds_up_to_the_whole() => Holds((book, period, _) =>
    {
        RevenueDataset data = book.Build();
        Metric<Money> shared = Marketing.AcquisitionSpend.AllocatedBy(Success.Customers);
        decimal? whole = data.Evaluate(Marketing.AcquisitionSpend, [period]).Results[0].Magnitude, weight = data.Evaluate(Success.Customers, [period]).Results[0].Magnitude;
        MetricTable cells = data.Evaluate(shared, [period], [Dimensions.Segment]);
        return weight == 0 ? cells.Results.All(result => !result.IsDefined) : Math.Abs(cells.Results.Sum(result => result.Magnitude!.Value) - whole!.Value) < 1e-9m;
    });

    [Fact]
    public void A_year_at_the_pace_of_a_month_is_twelve_of_it_and_of_trailing_months_their_mean() => Holds((book, _, number) =>
    {
        RevenueDataset data = book.Build();
        ReportingPeriod month = ReportingCalendar.Gregorian.Months(2025)[6];
        decimal? Of(Metric metric) => data.Evaluate(metric, [month]).Results[0].Magnitude;
        return Amounts.All(flow => Of(flow.Annualized()) / 12 == Of(flow)
            && Math.Abs((Of(flow.Trailing(number).Annualized()) - (Of(flow.Trailing(number)) * 12 / number))!.Value) < 1e-9m
            && Of(flow.Trailing(number).Annualized()) == Of(flow.Annualized().Trailing(number)));
    });

    private static bool Same(RevenueDataset data, ReportingPeriod period, Metric one, Metric other) =>
        data.Evaluate([one, other], [period]).Results is var results && (results[0].Magnitude, results[0].UndefinedReason) == (results[1].Magnitude, results[1].UndefinedReason);

    private static void Holds(Func<RandomBook, ReportingPeriod, int, bool> law) => Law.Holds(
        Cases, c => law(c.Book, c.Period, c.Number), c => c.Book.Shrink().Select(smaller => (smaller, c.Period, c.Number)), cases: 150);
}
