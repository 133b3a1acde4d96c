using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class MetricEvaluatorTests
{
    private static readonly ReportingPeriod January = Month("2026-01");

    private static MetricResult Ask(RevenueDataset data, Metric metric, ReportingPeriod? period = null, EvaluationOptions? options = null) =>
        data.Evaluate(metric, [period ?? January], options: options).Results[0];

    private static RevenueDataset Covered(RecordType type, string from, string? to = null) => RevenueDataset.Build(
        deals: [], options: new DatasetOptions { Coverage = new Dictionary<RecordType, Coverage> { [type] = new(Day(from), to is null ? null : Day(to)) } });

    [Fact]
    public void A_type_of_record_that_was_never_given_makes_a_metric_undefined()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("s", "a", 10, "2026-01-01")]);
        Assert.Equal("no deals were given", Ask(data, Sales.WinRate).UndefinedReason);
        Assert.Equal("no spend records were given", Ask(data, Marketing.Cac).UndefinedReason);
        Assert.Equal("no forecasts were given", Ask(data, Forecast.Judged).UndefinedReason);
        Assert.Equal("no subscriptions were given", Ask(RevenueDataset.Build(deals: [Deal("d", DealOutcome.Open, "2026-01-01", null, 1)]), Revenue.Mrr).UndefinedReason);
    }

    [Fact]
    public void A_period_outside_what_the_data_covers_is_undefined_and_says_what_is_covered()
    {
        RevenueDataset data = RevenueDataset.Build(deals: [Deal("d", DealOutcome.Won, "2026-01-05", "2026-01-20", 1)]);
        Assert.Equal("deals are known from 2026-01-05 to 2026-01-21, which 2026-02 is not part of", Ask(data, Sales.WonDeals, Month("2026-02")).UndefinedReason);
        Assert.Equal(1, Ask(data, Sales.WonDeals).Magnitude);
        Assert.Equal(MetricFlags.None, Ask(data, Sales.WonDeals).Flags);
    }

    [Fact]
    public void A_declared_coverage_makes_an_empty_sum_zero_and_a_part_of_a_period_partial()
    {
        RevenueDataset data = Covered(RecordType.Deal, "2026-01-10", "2026-04-01");
        Assert.Equal(0, Ask(data, Sales.WonDeals, Month("2026-02")).Magnitude);
        Assert.Equal(MetricFlags.None, Ask(data, Sales.WonDeals, Month("2026-02")).Flags);
        Assert.Equal(0, Ask(data, Sales.WonDeals).Magnitude);
        Assert.Equal(MetricFlags.PartialPeriod, Ask(data, Sales.WonDeals).Flags);
        Assert.Equal("no deal was won or lost", Ask(data, Sales.WinRate, Month("2026-02")).UndefinedReason);
        Assert.False(Ask(data, Sales.WonDeals, Month("2026-04")).IsDefined);
    }

    [Fact]
    public void Undefined_travels_with_its_first_reason()
    {
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [Monthly("s", "a", 10, "2025-01-01")], spends: [new Spend { From = Day("2026-01-01"), Amount = Usd(10), Category = SpendCategory.Sales }]);
        EvaluationOptions margin = new() { Assumptions = Assumptions.None.With(UnitEconomics.AssumedGrossMargin, new Ratio(0.8m)) };
        Assert.Equal("assumption gross margin not given", Ask(data, UnitEconomics.Cltv).UndefinedReason);
        Assert.Equal("no customer was lost, so no lifetime can be told", Ask(data, UnitEconomics.Cltv, options: margin).UndefinedReason);
        Assert.Equal("no customer was lost, so no lifetime can be told", Ask(data, UnitEconomics.LtvToCac, options: margin).UndefinedReason);
        Assert.Equal("there is no new customer", Ask(data, Marketing.Cac).UndefinedReason);
        Assert.Equal("assumption contracted months not given", Ask(data, UnitEconomics.ContractedLifetimeRevenue).UndefinedReason);
        Assert.Equal("there was no customer at the open", Ask(RevenueDataset.Build(subscriptions: [Monthly("s", "a", 10, "2026-01-05")]), Success.CustomerChurnRate).UndefinedReason);
    }

    [Fact]
    public void The_margin_comes_from_the_books_where_they_tell_one_and_else_from_the_assumption()
    {
        static FinancialFigure Booked(FinancialAccount account, decimal amount) => new() { On = Day("2026-01-31"), Account = account, Amount = Usd(amount) };
        EvaluationOptions assumed = new() { Assumptions = Assumptions.None.With(UnitEconomics.AssumedGrossMargin, new Ratio(0.8m)) };
        decimal? MarginOf(params FinancialFigure[] figures) => Ask(RevenueDataset.Build(financialFigures: figures), UnitEconomics.GrossMargin, options: assumed).Magnitude;

        Assert.Equal(0.7m, MarginOf(Booked(FinancialAccount.Revenue, 1000), Booked(FinancialAccount.CostOfRevenue, 300)));
        Assert.Equal(-0.5m, MarginOf(Booked(FinancialAccount.Revenue, 1000), Booked(FinancialAccount.CostOfRevenue, 1500)));
        Assert.Equal(0.8m, MarginOf(Booked(FinancialAccount.CostOfRevenue, 300)));
        Assert.Equal(0.8m, MarginOf(Booked(FinancialAccount.Revenue, -1000), Booked(FinancialAccount.CostOfRevenue, 300)));
        Assert.Equal(0.8m, MarginOf(Booked(FinancialAccount.Revenue, 1000), Booked(FinancialAccount.CostOfRevenue, -300)));
    }

    [Fact]
    public void What_stands_on_the_companys_total_is_flagged_by_segment_and_under_a_filter()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", Segment("SMB")), Customer("b", Segment("SMB"))], [Monthly("s", "a", 10, "2025-01-01"), Monthly("t", "b", 10, "2025-01-01", "2026-01-10")],
            financialFigures: [new FinancialFigure { On = Day("2026-01-31"), Account = FinancialAccount.Revenue, Amount = Usd(10) }]);
        EvaluationOptions smb = new() { Where = [new DimensionFilter(Dimensions.Segment, ["SMB"])] };

        Assert.Equal(MetricFlags.Unallocated, data.Evaluate(UnitEconomics.Cltv, [January], [Dimensions.Segment]).Results[0].Flags);
        Assert.Equal(MetricFlags.Unallocated, Ask(data, UnitEconomics.Cltv, options: smb).Flags);
        Assert.Equal(MetricFlags.None, Ask(data, UnitEconomics.Cltv).Flags);
        Assert.Equal(20m, Ask(data, UnitEconomics.Cltv).Magnitude); // 10 a month x margin 1 / churn 0.5
    }

    [Fact]
    public void A_monthly_rate_in_proportion_is_undefined_where_it_would_pass_one()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("s", "a", 10, "2025-01-01", "2026-01-10"), Monthly("t", "b", 10, "2025-01-01")]);
        EvaluationOptions simple = new() { Policy = new MetricPolicy { RateScaling = RateScaling.Simple } };
        ReportingPeriod day = ReportingCalendar.Gregorian.Days(2026)[9];
        Assert.StartsWith("told by the month in proportion", Ask(data, Success.MonthlyCustomerChurnRate, day, simple).UndefinedReason, StringComparison.Ordinal);
        Assert.Equal(0.5m, Ask(data, Success.MonthlyCustomerChurnRate, options: simple).Magnitude);
    }

    [Fact]
    public void A_result_keeps_the_parts_of_its_ratio_and_its_policy()
    {
        RevenueDataset data = RevenueDataset.Build(deals:
            [Deal("w", DealOutcome.Won, "2026-01-01", "2026-01-31", 100), Deal("l", DealOutcome.Lost, "2026-01-01", "2026-01-31", 100)]);
        MetricResult result = Ask(data, Sales.WinRate);
        Assert.Equal(1, result.Part("won deals"));
        Assert.Equal(1, result.Part("lost deals"));
        Assert.Same(MetricPolicy.Default, result.Policy);
        Assert.Contains("won deals", Assert.Throws<KeyNotFoundException>(() => result.Part("won")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bridge_of_a_quarter_computed_by_hand()
    {
        // A yearly that ends on a month's first day, a switch, joined and lost within the quarter, a gap over a month's end, a weekly price, a trial.
        static Subscription Priced(Subscription s, BillingInterval interval) => s with { Terms = [s.Terms[0] with { Interval = interval }] };
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Priced(Monthly("S1", "A", 1200, "2025-03-01", "2026-03-01"), BillingInterval.Year), Monthly("S2", "B", 100, "2025-06-15", "2026-02-10"),
            Monthly("S3", "B", 150, "2026-02-10"), Monthly("S4", "C", 50, "2026-01-05", "2026-03-05"), Monthly("S5", "D", 80, "2025-01-20", "2026-01-20"),
            Monthly("S6", "D", 80, "2026-02-03"), Priced(Monthly("S7", "E", 10, "2025-11-01"), BillingInterval.Week),
            Priced(Monthly("S8", "F", 10, "2026-02-06"), BillingInterval.Week) with { TrialEnd = Day("2026-02-20") },
        ]);
        ReportingPeriod quarter = ReportingCalendar.Gregorian.Quarters(2026)[0];
        Metric[] metrics =
        [
            Revenue.OpeningArr, Revenue.ArrMovement(MovementKind.New), Revenue.ArrMovement(MovementKind.Expansion), Revenue.ArrMovement(MovementKind.Churn),
            Revenue.ArrMovement(MovementKind.Reactivation), Revenue.Arr, Success.OpeningCustomers, Success.LostCustomers, Success.Customers,
        ];
        MetricTable table = data.Evaluate(metrics, [Month("2026-01"), Month("2026-02"), Month("2026-03"), quarter]);
        Assert.Equal(
            [
                3880, 600, 0, -960, 0, 3520, 4, 1, 4,
                3520, 520, 600, 0, 960, 5600, 4, 0, 6,
                5600, 0, 0, -1800, 0, 3800, 6, 2, 4,
                3880, 1120, 600, -2760, 960, 3800, 4, 1, 4,
            ],
            table.Results.Select(result => result.Magnitude));

        EvaluationOptions margin = new() { Assumptions = Assumptions.None.With(UnitEconomics.AssumedGrossMargin, new Ratio(0.8m)) };
        Assert.Equal(692.6240008554m, Math.Round(Ask(data, UnitEconomics.Cltv, quarter, margin).Magnitude!.Value, 10)); // 3800/48 x 0.8 / (1 - 0.75^(1/3))
    }
}
