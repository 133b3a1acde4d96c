using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Compare.Ours;

/// <summary>W4: what is left of the customers acquired in each of 36 months at the close of each later one.</summary>
internal sealed class RetentionTriangle(Books books) : Workload("W4", "retention triangle, 36 cohorts x 36 ages")
{
    private long _movements;

    /// <summary>The amount of each movement and whether its customer comes or goes: in the right order the rest is told for many at once.</summary>
    public override long LeastBytes => 5 * _movements;

    public override void Prepare() => _movements = books.MovementCount();

    public override Func<Answer> Run()
    {
        CohortTable table = books.Recurring.Cohorts(ReportingCalendar.Gregorian, WorkloadCalendar.Months);
        return () => Answer.Of(
            ["customers", "arr"], ["q_customers", "q_revenue"],
            from cohort in table.Cohorts
            from age in cohort.Ages
            select ($"{cohort.Period}|{age.Age:00}",
                new[] { (long)age.Customers.Value.Value, Units.Of(12m * age.Mrr.Value.Value.Amount) },
                new[] { age.CustomerRetention.OrNull()?.Value, age.RevenueRetention.OrNull()?.Value }));
    }
}
