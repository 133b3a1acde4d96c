using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Cohorts are what a walk over the days finds, and add up over segments, calendars and to the new customers.</summary>
public sealed class CohortLaws
{
    private static readonly ReportingCalendar Gregorian = ReportingCalendar.Gregorian;

    private static readonly (ReportingCalendar Calendar, IReadOnlyList<ReportingPeriod> Periods)[] Triangles =
    [
        (Gregorian, [.. Gregorian.Months(2025).Take(7)]), (Gregorian, [.. Gregorian.Months(2025).Skip(5), .. Gregorian.Months(2026).Take(2)]),
        (Gregorian, [.. Gregorian.Quarters(2025), .. Gregorian.Quarters(2026)]), (Gregorian, [.. Gregorian.Weeks(2025).Take(9)]),
        (ReportingCalendar.FiscalYearStartingIn(2), [.. ReportingCalendar.FiscalYearStartingIn(2).Quarters(2026)]),
        (ReportingCalendar.NationalRetailFederation, [.. ReportingCalendar.NationalRetailFederation.Months(2025).Take(6)]),
    ];

    private static readonly Gen<(RandomBook Book, Question Question, int Triangle)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        from triangle in Gen.Choose(0, Triangles.Length - 1)
        select (book with { IsCovered = true }, question with { Options = question.Options with { Where = [] } }, triangle);

    [Fact]
    public void A_cohort_is_what_a_walk_over_the_days_finds_of_it() => Holds((data, options, triangle) =>
    {
        NaiveEngine naive = new(data);
        CohortTable table = Ask(new TwinEngine(data.Engine, naive), triangle, [], options);
        NaiveLedger ledger = naive.LedgerOf(options.Policy.Ledger);
        Dictionary<object, LocalDate> acquired = ledger.Movements.GroupBy(row => row[Movements.Customer])
            .ToDictionary(rows => rows.Key, rows => ToldOn(rows.Min(row => row.Day(Movements.On)!.Value), options.Policy));
        long units = AmountScale.UnitsPerOne(data.ReportingCurrency);
        foreach (CohortCell cell in table.Cohorts.SelectMany(cohort => cohort.Ages))
        {
            if (cell.Customers.IsDefined != IsTold(cell.Period, data, options.Policy) || cell.Mrr.IsDefined != cell.Customers.IsDefined) return false;
            if (!cell.Customers.IsDefined) continue;
            ReportingPeriod cohort = triangle.Periods[triangle.Periods.ToList().IndexOf(cell.Period) - cell.Age];
            NaiveRow[] there = [.. ledger.BalanceOn(CloseOf(cell.Period, options.Policy)!.Value).Where(row => cohort.Contains(acquired[row[Movements.Customer]]))];
            if (cell.Customers.Value.Value != there.DistinctBy(row => row[Movements.Customer]).Count()) return false;
            if (cell.Mrr.Value.Value.Amount != (decimal)there.Sum(row => row.Number(Movements.Amount)!.Value) / units / 12) return false;
        }

        return table.Cohorts.Select(cohort => cohort.Ages.Count).SequenceEqual(Enumerable.Range(1, triangle.Periods.Count).Reverse());
    });

    [Fact]
    public void The_customers_at_age_0_are_the_new_ones_who_are_there_at_the_close() => Holds((data, options, triangle) =>
    {
        CohortTable cohorts = Ask(data.Engine, triangle, [], options);
        MetricTable each = data.Evaluate([Success.NewCustomers, Success.Customers], triangle.Periods, [Dimensions.Customer], options);
        return triangle.Periods.All(period => !IsTold(period, data, options.Policy) || cohorts[period].Size.Value.Value
            == each.Cells.Count(cell => each[Success.NewCustomers, period, cell].Magnitude == 1 && each[Success.Customers, period, cell].Magnitude == 1));
    },
    // Who comes from another, by a merge or a new parent, is acquired without being new; and where subscriptions are
    // told apart, each needs a customer of its own to be found by.
    (book, policy) => policy.Ledger.Grain == MovementGrain.Subscription ? book.OfSingleSubscriptions() : book.WithoutRelatives());

    [Fact]
    public void The_last_acquisition_is_the_same_read_off_the_ledger_or_asked_for() => Holds(
        (data, options, triangle) => Ask(data.Engine, triangle, [], options).KnownTo == Ask(new TwinEngine(data.Engine, new NaiveEngine(data)), triangle, [], options).KnownTo,
        // Of a book whose coverage is declared, that says it.
        (book, _) => book with { IsCovered = false }, cases: 500);

    [Fact]
    public void Segments_of_a_cohort_add_up_to_it() => Holds((data, options, triangle) =>
    {
        CohortTable whole = Ask(data.Engine, triangle, [], options);
        foreach (Dimension[] by in (Dimension[][])[[Dimensions.Segment], [Dimensions.Segment, Dimensions.Channel], [Dimensions.Customer]])
        {
            CohortTable parts = Ask(data.Engine, triangle, by, options);
            foreach (Cohort cohort in whole.Cohorts)
            {
                Cohort[] segments = [.. parts.Cohorts.Where(part => part.Period == cohort.Period)];
                foreach (CohortCell cell in cohort.Ages)
                {
                    if (segments.Any(segment => segment.Ages[cell.Age].Customers.IsDefined != cell.Customers.IsDefined)) return false;
                    if (!cell.Customers.IsDefined) continue;
                    if (cell.Customers.Value.Value != segments.Sum(segment => segment.Ages[cell.Age].Customers.Value.Value)) return false;
                    if (!IsNear(cell.Mrr.Value.Value.Amount, segments.Sum(segment => segment.Ages[cell.Age].Mrr.Value.Value.Amount))) return false;
                }
            }
        }

        return true;
    });

    [Fact]
    public void The_cohorts_of_months_add_up_to_that_of_their_quarter_at_its_closes() => Holds((data, options, _) =>
    {
        ReportingCalendar[] calendars = [Gregorian, ReportingCalendar.FiscalYearStartingIn(2), ReportingCalendar.NationalRetailFederation, options.Policy.Ledger.FixedCalendar];
        foreach (ReportingCalendar calendar in calendars.Where(calendar => calendar.Months(2025).All(month => Question.CanTell(month, options.Policy))))
        {
            CohortTable quarters = Ask(data.Engine, (calendar, calendar.Quarters(2025)), [], options);
            CohortTable months = Ask(data.Engine, (calendar, calendar.Months(2025)), [], options);
            foreach ((Cohort quarter, CohortCell cell) in quarters.Cohorts.SelectMany(cohort => cohort.Ages.Select(cell => (cohort, cell))))
            {
                CohortCell[] its = [.. months.Cohorts.Where(month => quarter.Period.Contains(month.Period.Start))
                    .Select(month => month.Ages.Single(age => age.Period.End == cell.Period.End))];
                if (its.Length != 3 || its.Any(month => month.IsMature != cell.IsMature)) return false;
                // A quarter is told as far as it is known, of which its last month may not be.
                if (its.Any(month => month.Customers.IsDefined != IsTold(month.Period, data, options.Policy))) return false;
                if (!its[0].Customers.IsDefined) continue;
                if (!cell.Customers.IsDefined || cell.Customers.Value.Value != its.Sum(month => month.Customers.Value.Value)) return false;
                if (!IsNear(cell.Mrr.Value.Value.Amount, its.Sum(month => month.Mrr.Value.Value.Amount))) return false;
            }
        }

        return true;
    });

    /// <summary>A month's twelfth does not end.</summary>
    private static bool IsNear(decimal one, decimal other) => Math.Abs(one - other) < 0.000_000_001m;

    /// <summary>Whether a cohort has a number at the close of a period: where the records reach into it and the policy can look at it.</summary>
    private static bool IsTold(ReportingPeriod period, RevenueDataset data, MetricPolicy policy) =>
        data.CoverageOf(RecordType.Subscription)!.Intersects(period.Start, period.End) && CloseOf(period, policy) is not null;

    /// <summary>The day at whose end a period is looked at; null for one that the policy cannot look at.</summary>
    private static LocalDate? CloseOf(ReportingPeriod period, MetricPolicy policy)
    {
        LocalDate day = period.LastDay;
        if (policy.PeriodState == PeriodState.EndOfLastDay) return day;
        if (!IsFirst(period.Start, policy) || !IsFirst(period.End, policy)) return null;
        while (!IsFirst(day, policy)) day = day.PlusDays(-1);
        return day;
    }

    /// <summary>The day of the first look at what happens on a day, which says to which period it belongs.</summary>
    private static LocalDate ToldOn(LocalDate day, MetricPolicy policy)
    {
        while (policy.PeriodState == PeriodState.FirstDay && !IsFirst(day, policy)) day = day.PlusDays(1);
        return day;
    }

    private static bool IsFirst(LocalDate day, MetricPolicy policy) => policy.Ledger.FixedCalendar.PeriodContaining(day, policy.Ledger.FixedGrain).Start == day;

    private static CohortTable Ask(
        IMetricEngine engine, (ReportingCalendar Calendar, IReadOnlyList<ReportingPeriod> Periods) triangle, Dimension[] by, EvaluationOptions options) =>
        engine.CohortsAsync(triangle.Calendar, triangle.Periods, by, options).AsTask().GetAwaiter().GetResult();

    /// <summary>The triangle, or one of the policy's fixed periods where it cannot tell that.</summary>
    private static (ReportingCalendar, IReadOnlyList<ReportingPeriod>) TriangleFor(MetricPolicy policy, int number)
    {
        if (Triangles[number].Periods.All(period => Question.CanTell(period, policy))) return Triangles[number];
        LedgerPolicy ledger = policy.Ledger;
        return (ledger.FixedCalendar, [.. ledger.FixedCalendar.Periods(ledger.FixedGrain, new LocalDate(2025, 2, 1), new LocalDate(2026, 4, 1)).Take(7)]);
    }

    private static void Holds(
        Func<RevenueDataset, EvaluationOptions, (ReportingCalendar Calendar, IReadOnlyList<ReportingPeriod> Periods), bool> law,
        Func<RandomBook, MetricPolicy, RandomBook>? of = null, int cases = 2500) => Law.Holds(
        Cases,
        c =>
        {
            MetricPolicy policy = c.Question.Options.Policy;
            return law((of?.Invoke(c.Book, policy) ?? c.Book).Build(), c.Question.Options, TriangleFor(policy, c.Triangle));
        },
        c => c.Book.Shrink().Select(smaller => (smaller, c.Question, c.Triangle)), cases);
}
