using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Lifetime value does not depend on the length of the period it is told by, where customers leave at a constant rate.</summary>
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
}
