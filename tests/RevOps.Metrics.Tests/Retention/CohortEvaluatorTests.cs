using NodaTime;
using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class CohortEvaluatorTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Gregorian;

    private static readonly ReportingPeriod[] Months = [Month("2026-01"), Month("2026-02"), Month("2026-03")];

    // January: a stays and grows, b leaves in February and returns in March. February: c. Before: z. Within January: y.
    private static readonly RevenueDataset Data = RevenueDataset.Build(
        [
            Customer("a", Segment("SMB"), Segment("Enterprise", "2026-02-15")), Customer("b", Segment("SMB")), Customer("c", Segment("SMB")),
            Customer("y"), Customer("z"),
        ],
        [
            Subscribed("s", "a", "2026-01-05", null, Term("2026-01-05", 100), Term("2026-03-01", 150)),
            Monthly("t", "b", 50, "2026-01-31", "2026-02-10"), Monthly("t2", "b", 25, "2026-03-10"),
            Monthly("u", "c", 30, "2026-02-28"), Monthly("w", "y", 10, "2026-01-10", "2026-01-20"), Monthly("x", "z", 1000, "2025-12-31"),
        ]);

    private static readonly EvaluationOptions Default = EvaluationOptions.Default;

    private static decimal?[] Customers(Cohort cohort) => [.. cohort.Ages.Select(cell => cell.Customers.OrNull()?.Value)];

    private static decimal?[] Mrr(Cohort cohort) => [.. cohort.Ages.Select(cell => cell.Mrr.OrNull()?.Value.Amount)];

    private static decimal?[] Shares(Cohort cohort) => [.. cohort.Ages.Select(cell => cell.CustomerRetention.OrNull()?.Value)];

    private static decimal?[] RevenueShares(Cohort cohort) => [.. cohort.Ages.Select(cell => cell.RevenueRetention.OrNull()?.Value)];

    [Fact]
    public void A_cohort_is_followed_by_age_from_the_close_of_the_period_it_was_acquired_in()
    {
        CohortTable table = Data.Cohorts(Calendar, Months);
        Assert.Equal(Months, table.Cohorts.Select(cohort => cohort.Period));
        Cohort january = table[Months[0]], february = table[Months[1]], march = table[Months[2]];

        Assert.Equal([2m, 1m, 2m], Customers(january));
        Assert.Equal([150m, 100m, 175m], Mrr(january));
        Assert.Equal([1m, 0.5m, 1m], Shares(january));
        Assert.Equal([1m, 100m / 150m, 175m / 150m], RevenueShares(january));
        Assert.Equal((new Count(2), Usd(150)), (january.Size.Value, january.OpeningMrr.Value.Value));
        Assert.Equal([(0, Months[0]), (1, Months[1]), (2, Months[2])], january.Ages.Select(cell => (cell.Age, cell.Period)));

        Assert.Equal([1m, 1m], Customers(february));
        Assert.Equal([30m, 30m], Mrr(february));
        Assert.Equal([0m], Customers(march));
        Assert.Equal("no customer acquired in 2026-03 was there at its close", march.Ages[0].CustomerRetention.UndefinedReason);
        Assert.Equal("no customer acquired in 2026-03 paid at its close", march.Ages[0].RevenueRetention.UndefinedReason);
    }

    [Fact]
    public void An_attribute_that_changes_takes_the_customer_to_another_cell_of_its_cohort()
    {
        CohortTable table = Data.Cohorts(Calendar, Months, [Dimensions.Segment]);
        Assert.Equal([2m, 0m, 1m], Customers(table[Months[0], Cell.Of("SMB")]));
        Assert.Equal([0m, 1m, 1m], Customers(table[Months[0], Cell.Of("Enterprise")]));
        Assert.Equal([null, null, null], Shares(table[Months[0], Cell.Of("Enterprise")]));
        Assert.Equal([1m, 0m, 0.5m], Shares(table[Months[0], Cell.Of("SMB")]));
        Assert.Equal([Cell.Of("Enterprise"), Cell.Of("SMB"), Cell.Of((string?)null)], table.Cohorts.Take(3).Select(cohort => cohort.Cell));
        Assert.Equal([0m, 0m, 0m], Customers(table[Months[0], Cell.Of((string?)null)]));
    }

    [Fact]
    public void Several_dimensions_and_filters_hold_within_each_cohort()
    {
        CohortTable table = Data.Cohorts(Calendar, Months, [Dimensions.Segment, Dimensions.Customer]);
        Assert.Equal([50m, 0m, 25m], Mrr(table[Months[0], Cell.Of("SMB", "b")]));
        Assert.Equal([0m, 100m, 150m], Mrr(table[Months[0], Cell.Of("Enterprise", "a")]));
        Cohort enterprise = Data.Cohorts(Calendar, Months, options: Default with { Where = [new DimensionFilter(Dimensions.Segment, ["Enterprise"])] })[Months[0]];
        Assert.Equal([0m, 100m, 150m], Mrr(enterprise));
    }

    [Fact]
    public void A_policy_decides_who_is_still_there()
    {
        RevenueDataset cancelled = RevenueDataset.Build(subscriptions:
        [
            Monthly("s", "a", 100, "2026-01-05", "2026-03-05") with { Cancellations = [new CancellationRequest { RequestedOn = Day("2026-02-10") }] },
        ]);
        Assert.Equal([1m, 1m, 0m], Customers(cancelled.Cohorts(Calendar, Months)[Months[0]]));
        EvaluationOptions atRequest = new() { Policy = new MetricPolicy { Ledger = new LedgerPolicy { ChurnRecognition = ChurnRecognition.AtRequest } } };
        Assert.Equal([1m, 0m, 0m], Customers(cancelled.Cohorts(Calendar, Months, options: atRequest)[Months[0]]));
    }

    [Fact]
    public void Quarters_of_a_fiscal_year_make_cohorts_too()
    {
        ReportingCalendar fiscal = ReportingCalendar.FiscalYearStartingIn(2);
        ReportingPeriod[] quarters = [.. fiscal.Quarters(2026).Skip(3), fiscal.Quarters(2027)[0]];
        CohortTable table = Data.Cohorts(fiscal, quarters);
        // The quarter of November to January has z, a and b; b is back at the end of April.
        Assert.Equal([3m, 3m], Customers(table[quarters[0]]));
        Assert.Equal([1150m, 1175m], Mrr(table[quarters[0]]));
        Assert.Equal([1m], Customers(table[quarters[1]]));
    }

    [Fact]
    public void A_cell_is_mature_once_its_period_is_over()
    {
        bool[] MatureOf(CohortTable table) => [.. table[Months[0]].Ages.Select(cell => cell.IsMature)];
        Assert.Equal([true, false, false], MatureOf(Data.Cohorts(Calendar, Months, knownTo: Day("2026-02-27"))));
        Assert.Equal([true, true, false], MatureOf(Data.Cohorts(Calendar, Months, knownTo: Day("2026-02-28"))));
        Assert.Equal([false, false, false], MatureOf(Data.Cohorts(Calendar, Months, knownTo: Day("2026-01-30"))));
    }

    [Fact]
    public void Without_a_day_the_declared_coverage_says_what_is_known_and_else_the_last_customer_acquired()
    {
        Assert.Equal(Day("2026-02-28"), Data.Cohorts(Calendar, Months).KnownTo);
        Subscription[] open = [Monthly("s", "a", 100, "2026-01-05", "2027-05-05")];
        RevenueDataset Covered(LocalDate? to) => RevenueDataset.Build(subscriptions: open, options: new DatasetOptions
        {
            Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Subscription] = new(Day("2026-01-01"), to) },
        });
        Assert.Equal(Day("2026-03-09"), Covered(Day("2026-03-10")).Cohorts(Calendar, Months).KnownTo);
        Assert.Equal(Day("2026-01-05"), Covered(null).Cohorts(Calendar, Months).KnownTo);
        CohortTable empty = RevenueDataset.Build().Cohorts(Calendar, Months);
        Assert.Null(empty.KnownTo);
        Assert.False(empty[Months[0]].Ages[0].IsMature);
        Assert.Equal("no subscriptions were given", empty[Months[0]].Size.UndefinedReason);
        Assert.Equal("no subscriptions were given", empty[Months[0]].Ages[1].RevenueRetention.UndefinedReason);
    }

    [Fact]
    public void Where_a_period_is_looked_at_on_its_first_day_who_comes_later_is_of_the_next_cohort()
    {
        EvaluationOptions options = new() { Policy = new MetricPolicy { PeriodState = PeriodState.FirstDay } };
        CohortTable table = Data.Cohorts(Calendar, Months, options: options);
        Assert.Equal([1, 1, 1], Customers(table[Months[0]]));
        Assert.Equal([1000, 1000, 1000], Mrr(table[Months[0]]));
        Assert.Equal([2, 1], Customers(table[Months[1]]));
        Assert.Equal([150, 150], Mrr(table[Months[1]]));
        Assert.Equal([1], Customers(table[Months[2]]));

        ReportingPeriod[] quarter = [Calendar.Quarters(2026)[0]];
        Assert.Equal([3], Customers(Data.Cohorts(Calendar, quarter, options: options)[quarter[0]]));
        ReportingPeriod[] week = [Calendar.Weeks(2026)[3]];
        Assert.StartsWith("with the state of the first day only periods", Data.Cohorts(Calendar, week, options: options)[week[0]].Size.UndefinedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Netted_by_period_cohorts_are_of_those_whom_a_period_ends_with()
    {
        EvaluationOptions options = new() { Policy = new MetricPolicy { Ledger = new LedgerPolicy { Netting = MovementNetting.ByPeriod } } };
        CohortTable table = Data.Cohorts(Calendar, Months, options: options);
        Assert.Equal([2, 1, 2], Customers(table[Months[0]]));
        Assert.Equal([150, 100, 175], Mrr(table[Months[0]]));
        Assert.Equal(Day("2026-02-28"), table.KnownTo);
        Assert.Throws<MeasureRefusedException>(() => Data.Cohorts(Calendar, [Calendar.Weeks(2026)[3]], options: options));
    }

    [Fact]
    public void Periods_that_do_not_make_a_triangle_are_refused()
    {
        string Refused(params ReportingPeriod[] periods) => Assert.Throws<ArgumentException>(() => Data.Cohorts(Calendar, periods)).Message;
        Assert.Contains("at least one period", Refused(), StringComparison.Ordinal);
        Assert.Contains("2026-03 does not follow 2026-01", Refused(Months[0], Months[2]), StringComparison.Ordinal);
        Assert.Contains("2026-Q2 does not follow 2026-03", Refused(Months[2], Calendar.Quarters(2026)[1]), StringComparison.Ordinal);
        Assert.Contains("no period of this calendar", Refused(ReportingCalendar.FiscalYearStartingIn(2).Quarters(2026)[0]), StringComparison.Ordinal);
        Assert.Contains("no period of this calendar", Refused(ReportingPeriod.Between(Day("2026-01-01"), Day("2026-02-01"))), StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => Data.Cohorts(Calendar, Months)[Month("2026-04")]);
    }

    [Fact]
    public void The_table_shows_both_triangles_and_what_is_not_mature()
    {
        Assert.Equal(
            """
            cohort   customers         0          1          2
            --------------------------------------------------
            2026-01          2  100.00 %    50.00 %  *100.00 %
            2026-02          1  100.00 %  *100.00 %
            2026-03          0    *- [1]

            cohort   MRR (USD per month)         0          1          2
            ------------------------------------------------------------
            2026-01               150.00  100.00 %    66.67 %  *116.67 %
            2026-02                30.00  100.00 %  *100.00 %
            2026-03                 0.00    *- [2]
            [1] undefined: no customer acquired in 2026-03 was there at its close
            [2] undefined: no customer acquired in 2026-03 paid at its close
            * not yet mature: the period ends after 2026-02-28

            """.ReplaceLineEndings("\n"),
            Data.Cohorts(Calendar, Months).ToString());
    }
}
