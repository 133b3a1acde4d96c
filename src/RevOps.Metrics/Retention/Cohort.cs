namespace RevOps.Metrics;

/// <summary>The customers acquired in one period, in one cell of the dimensions asked by, and what became of them.</summary>
/// <param name="Period">The period of each customer's first day with recurring revenue.</param>
/// <param name="Cell">The values of the dimensions; the total without dimensions.</param>
/// <param name="Ages">The cells by age, from 0 to the age that the last period asked gives it.</param>
public sealed record Cohort(ReportingPeriod Period, Cell Cell, ValueList<CohortCell> Ages)
{
    /// <summary>The customers at age 0: acquired in the period and still there at its close.</summary>
    public MetricValue<Count> Size => Ages[0].Customers;

    /// <summary>The MRR at age 0, which all later revenue is compared with.</summary>
    public MetricValue<PerMonth<Money>> OpeningMrr => Ages[0].Mrr;
}
