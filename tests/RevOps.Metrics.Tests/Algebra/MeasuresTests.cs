using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

/// <summary>Measures of one's own, in the three shapes, computed by hand and by both engines.</summary>
public sealed class MeasuresTests
{
    private static readonly RevenueDataset Data = RevenueDataset.Build(
        [Customer("a", Segment("SMB")), Customer("b", Segment("SMB")), Customer("c", Segment("Mid"))],
        [Monthly("s", "a", 100, "2025-01-01", "2026-02-01"), Monthly("t", "b", 500, "2025-02-01"), Monthly("u", "c", 300, "2026-01-05"), Monthly("v", "c", 20, "2026-01-05", "2026-01-20")],
        [
            Deal("1", DealOutcome.Lost, "2026-01-01", "2026-01-11", 100) with { LostReason = "price", CustomerId = "a" },
            Deal("2", DealOutcome.Lost, "2026-01-01", "2026-01-21", 40) with { LostReason = "price" },
            Deal("3", DealOutcome.Lost, null, "2026-01-31", 7) with { LostReason = "timing" },
            Deal("4", DealOutcome.Lost, "2026-01-05", "2026-02-01", 1000) with { LostReason = "price" },
            Deal("5", DealOutcome.Won, "2026-01-01", "2026-01-31", null) with { Type = DealType.Expansion, CustomerId = "c" },
        ]);

    private static readonly ReportingPeriod January = Month("2026-01");

    private static decimal? Of(Metric metric) => new TwinEngine(Data.Engine, new NaiveEngine(Data)).EvaluateAsync([metric], [January]).AsTask().GetAwaiter().GetResult().Results[0].Magnitude;

    [Fact]
    public void A_sum_over_the_rows_that_meet_conditions()
    {
        FlowMetric<Money> lostToPrice = Measures.Sum(Deals.Amount, on: Deals.ClosedOn).Where(Deals.Outcome.Is("Lost"), Deals.LostReason.Is("price")).InPeriod();
        Assert.Equal(140, Of(lostToPrice));
        Assert.Equal("sum of Deals.amount", lostToPrice.Name);
        Assert.Equal(147, Of(Measures.Sum(Deals.Amount, on: Deals.ClosedOn).Where(Deals.LostReason.Is("price", "timing")).InPeriod()));
        Assert.Equal(0, Of(Measures.Sum(Deals.Amount, on: Deals.ClosedOn).Where(Deals.LostReason.Is("price")).Where(Deals.LostReason.Is("timing")).InPeriod()));
    }

    [Fact]
    public void A_count_of_rows_and_of_those_whose_value_is_known()
    {
        Assert.Equal(4, Of(Measures.Count(on: Deals.ClosedOn).InPeriod()));
        Assert.Equal(3, Of(Measures.Count(on: Deals.ClosedOn).Where(Deals.Amount.IsKnown()).InPeriod()));
        Assert.Equal(3, Of(Measures.Count(on: Deals.ClosedOn).Where(Deals.CreatedOn.IsKnown()).InPeriod()));
        Assert.Equal(1, Of(Measures.Count(on: Deals.ClosedOn).Where(Deals.CycleDays.IsBetween(11, 20)).InPeriod()));
        Assert.Equal(3, Of(Measures.Count(on: Deals.CreatedOn).Where(Deals.CreatedOn.Is(Day("2026-01-01"))).InPeriod()));
    }

    [Fact]
    public void Balances_at_the_open_and_the_close()
    {
        Measure<Movements, PerYear<Money>> arr = Measures.Sum(Movements.Amount, on: Movements.On);
        Assert.Equal(600 * 12, Of(arr.AtOpen()));
        Assert.Equal(900 * 12, Of(arr.AtClose()));
        Assert.Equal(300 * 12, Of(arr.InPeriod()));
        Assert.Equal("sum of Movements.amount at the close", arr.AtClose().Name);
    }

    [Fact]
    public void Exact_percentiles_of_days()
    {
        DaysMeasure<Deals> cycle = Measures.Days(Deals.CycleDays, on: Deals.ClosedOn);
        Assert.Equal(20, Of(cycle.Median())); // of 10, 20, 30
        Assert.Equal(28, Of(cycle.Percentile(0.9m)));
        Assert.Equal(15, Of(cycle.Where(Deals.Outcome.Is("Lost")).Median()));
        Assert.Null(Of(cycle.Where(Deals.LostReason.Is("timing")).Median()));
    }

    [Fact]
    public void Customers_by_what_they_have_at_the_edges()
    {
        BalanceMeasure<Movements, PerYear<Money>> arr = Measures.Balances(Movements.Customer, Movements.Amount, on: Movements.On);
        Assert.Equal(2, Of(arr.Count(EntityRule.Retained)));
        Assert.Equal(1, Of(arr.Count(EntityRule.Joined)));
        Assert.Equal(0, Of(arr.Count(EntityRule.Lost)));
        Assert.Equal(600 * 12, Of(arr.Sum(EntityRule.RetainedAmount)));
        Assert.Equal(800 * 12, Of(arr.Top(2)));
        Assert.Equal(2, Of(Measures.Balances(Movements.Subscription, Movements.Amount, on: Movements.On).Count(EntityRule.Retained)));
    }

    [Fact]
    public void A_percentile_of_recurring_revenue_is_of_the_days_that_the_policy_looks_at()
    {
        // d is away from 24 February to 10 March, which is after the first day of March and so in April's look back.
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("s", "d", 10, "2026-01-05", "2026-02-24"), Monthly("t", "d", 10, "2026-03-10")]);
        Metric<Days> away = Measures.Days(Movements.AbsentDays, on: Movements.On).Where(Movements.Kind.Is("Reactivation")).Median();
        decimal?[] Of(string month, MetricPolicy policy) =>
            [.. data.Evaluate([away, Revenue.ArrMovement(MovementKind.Reactivation)], [Month(month)], options: new EvaluationOptions { Policy = policy }).Results.Select(result => result.Magnitude)];
        MetricPolicy firstDay = new() { PeriodState = PeriodState.FirstDay };
        Assert.Equal([14, 120], Of("2026-03", MetricPolicy.Default));
        Assert.Equal([null, 0], Of("2026-03", firstDay));
        Assert.Equal([14, 120], Of("2026-04", firstDay));
    }
}
