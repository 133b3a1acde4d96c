using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Unit economics do not depend on the length of the period they are told by, where nothing changes from month to month.</summary>
public sealed class GrainLaws
{
    private static readonly EvaluationOptions OfRevenue = EvaluationOptions.Default with { Policy = new MetricPolicy { LifetimeValue = LifetimeValueBasis.Revenue } };

    /// <summary>1,000 customers at $100 a month, of which half of those left leave in each month of the first quarter: 500, 250, 125.</summary>
    private static RevenueDataset HalvingBook() => RevenueDataset.Build(subscriptions: Enumerable.Range(0, 1000).Select(i => new Subscription
    {
        Id = $"s{i}", CustomerId = $"c{i}", Start = new LocalDate(2025, 12, 1),
        End = i < 500 ? new LocalDate(2026, 1, 10) : i < 750 ? new LocalDate(2026, 2, 10) : i < 875 ? new LocalDate(2026, 3, 10) : null,
        Terms = [new PriceTerm { From = new LocalDate(2025, 12, 1), Price = new Money(100, Currency.Usd), Interval = BillingInterval.Month }],
    }));

    [Fact]
    public void Lifetime_value_is_the_same_by_month_and_by_quarter_under_a_constant_hazard()
    {
        ReportingPeriod quarter = ReportingCalendar.Gregorian.Quarters(2026)[0];
        IReadOnlyList<ReportingPeriod> months = ReportingCalendar.Gregorian.Periods(CalendarGrain.Month, quarter);
        MetricTable table = HalvingBook().Evaluate([UnitEconomics.Cltv, Success.CustomerChurnRate], [quarter, .. months], options: OfRevenue);

        Assert.Equal(0.875m, table[Success.CustomerChurnRate, quarter].Magnitude);
        Assert.All(months, month => Assert.Equal(0.5m, table[Success.CustomerChurnRate, month].Magnitude));
        Assert.All(table.Periods, period => Assert.Equal(200m, Math.Round(table[UnitEconomics.Cltv, period].Magnitude!.Value, 15)));
    }

    [Fact]
    public void The_monthly_rate_of_a_quarter_is_the_third_root()
    {
        ReportingPeriod quarter = ReportingCalendar.Gregorian.Quarters(2026)[0];
        MetricTable table = HalvingBook().Evaluate(Success.MonthlyCustomerChurnRate, [quarter]);
        Assert.Equal(0.5m, table[Success.MonthlyCustomerChurnRate, quarter].Magnitude);

        MetricTable simple = HalvingBook().Evaluate(
            Success.MonthlyCustomerChurnRate, [quarter], options: EvaluationOptions.Default with { Policy = new MetricPolicy { RateScaling = RateScaling.Simple } });
        Assert.Equal(0.875m / 3, simple[Success.MonthlyCustomerChurnRate, quarter].Magnitude);
    }

    [Theory]
    [InlineData(36)]
    [InlineData(60)]
    public void Capped_and_discounted_lifetime_value_are_the_same_too_and_no_more(int cap)
    {
        ReportingPeriod quarter = ReportingCalendar.Gregorian.Quarters(2026)[0];
        MetricTable table = HalvingBook().Evaluate(
            [UnitEconomics.Cltv, UnitEconomics.CappedCltv, UnitEconomics.DiscountedCltv],
            [quarter, .. ReportingCalendar.Gregorian.Periods(CalendarGrain.Month, quarter)],
            options: OfRevenue with
            {
                Policy = OfRevenue.Policy with { LifetimeCapMonths = cap },
                Assumptions = Assumptions.None.With(UnitEconomics.DiscountRate, new PerMonth<Ratio>(new Ratio(0.01m))),
            });

        decimal Told(Metric metric, ReportingPeriod period) => table[metric, period].Magnitude!.Value;
        Assert.All(table.Periods, period =>
        {
            Assert.Equal(200m - (200m * (decimal)Math.Pow(0.5, cap)), Told(UnitEconomics.CappedCltv, period), 15);
            Assert.Equal(100m * 1.01m / 0.51m, Told(UnitEconomics.DiscountedCltv, period), 15);
            Assert.InRange(Told(UnitEconomics.CappedCltv, period), 0, Told(UnitEconomics.Cltv, period));
            Assert.InRange(Told(UnitEconomics.DiscountedCltv, period), 0, Told(UnitEconomics.Cltv, period));
        });
    }

    /// <summary>Each month from October to June one customer more at $100 a month, for $250.</summary>
    private static RevenueDataset SteadyBook()
    {
        LocalDate[] days = [.. Enumerable.Range(0, 9).Select(i => new LocalDate(2025, 10, 12).PlusMonths(i))];
        return RevenueDataset.Build(
            subscriptions: days.Select((day, i) => new Subscription
            {
                Id = $"s{i}", CustomerId = $"c{i}", Start = day,
                Terms = [new PriceTerm { From = day, Price = new Money(100, Currency.Usd), Interval = BillingInterval.Month }],
            }),
            spends: days.Select(day => new Spend { From = day, Amount = new Money(250, Currency.Usd), Category = SpendCategory.Sales }));
    }

    public static TheoryData<CacPaybackBasis> Paybacks => [.. Enum.GetValues<CacPaybackBasis>()];

    [Theory]
    [MemberData(nameof(Paybacks))]
    public void Payback_is_the_same_by_month_and_by_quarter_in_each_of_its_forms(CacPaybackBasis basis)
    {
        decimal expected = basis == CacPaybackBasis.WithoutMargin ? 2.5m : 3.125m; // at a margin of 0.8
        Assert.All(OfSteadyBook(UnitEconomics.CacPayback, new() { CacPayback = basis }), payback => Assert.Equal(expected, payback));
    }

    [Theory]
    [InlineData(MagicNumberBasis.RecurringRevenue)]
    [InlineData(MagicNumberBasis.ArrChange)]
    public void The_magic_number_is_the_same_by_month_and_by_quarter(MagicNumberBasis basis) =>
        // A customer a month is $1,200 a year more for $250.
        Assert.All(OfSteadyBook(UnitEconomics.MagicNumber, new() { MagicNumber = basis }), number => Assert.Equal(4.8m, number));

    [Fact]
    public void What_a_unit_of_new_revenue_costs_is_the_same_by_month_and_by_quarter() =>
        Assert.All(OfSteadyBook(UnitEconomics.BlendedCacRatio, MetricPolicy.Default), ratio => Assert.Equal(250m / 1200, ratio));

    /// <summary>What a quarter, its months, and the three months to the end of the last say.</summary>
    private static IEnumerable<decimal?> OfSteadyBook<TUnit>(Metric<TUnit> metric, MetricPolicy policy)
        where TUnit : struct, IUnit<TUnit>
    {
        ReportingPeriod quarter = ReportingCalendar.Gregorian.Quarters(2026)[1];
        IReadOnlyList<ReportingPeriod> months = ReportingCalendar.Gregorian.Periods(CalendarGrain.Month, quarter);
        Metric<TUnit> trailing = metric.Trailing(3);
        MetricTable table = SteadyBook().Evaluate([metric, trailing], [quarter, .. months], options: new()
        {
            Policy = policy, Assumptions = Assumptions.None.With(UnitEconomics.AssumedGrossMargin, new Ratio(0.8m)),
        });
        return [.. table.Periods.Select(period => table[metric, period].Magnitude), table[trailing, months[^1]].Magnitude];
    }
}
