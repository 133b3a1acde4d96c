namespace RevOps.Metrics.Predictive;

/// <summary>The recurring revenue of one period to come, by month, and the parts that it is made of; reductions are negative.</summary>
/// <remarks>In every future, and so in expected values: <c>Kept + Expansion + New + Returned = Mrr</c>, with <c>Kept = Opening + Contraction + Churn</c>. Quantiles do not add up.</remarks>
/// <param name="Mrr">MRR at the end of the period's last day.</param>
/// <param name="Opening">MRR at the end of the day before the period.</param>
/// <param name="Kept">What is left of the opening.</param>
/// <param name="Expansion">What paying customers add.</param>
/// <param name="Contraction">What paying customers take off.</param>
/// <param name="Churn">What customers who leave, or suspend their service, take with them.</param>
/// <param name="New">What comes from customers who never paid before.</param>
/// <param name="Returned">What comes from customers who had left or suspended their service.</param>
public sealed record RecurringStep(
    AmountForecast Mrr, AmountForecast Opening, AmountForecast Kept, AmountForecast Expansion, AmountForecast Contraction, AmountForecast Churn, AmountForecast New,
    AmountForecast Returned)
{
    /// <summary>The period.</summary>
    public ReportingPeriod Period => Mrr.Period;

    /// <summary>ARR at the end of the period's last day: twelve times <see cref="Mrr"/>.</summary>
    public AmountForecast Arr => Mrr.Times(12);
}
