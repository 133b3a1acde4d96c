namespace RevOps.Metrics;

/// <summary>What it costs to win customers.</summary>
public static class Marketing
{
    /// <summary>Spend on marketing and sales, spread over the days it was spent for; customer success is out.</summary>
    public static FlowMetric<Money> AcquisitionSpend { get; } =
        new FlowMetric<Money>("acquisition spend", MeasureExpression.Flow(AcquisitionMeasures.SalesAndMarketingSpend)).Described(new()
        {
            Id = "marketing.acquisition-spend", Name = "acquisition spend",
            Definition = "Spend on marketing and sales in the period.", Formula = "sum of spend of the categories Marketing and Sales by day",
        });

    /// <summary>Customer acquisition cost: spend on marketing and sales for each new customer of the same period.</summary>
    /// <remarks>
    /// Unit: money. A new customer is one whose first day with recurring revenue lies in the period, not one whose deal was won in it.
    /// Undefined without a new customer. Source: https://en.wikipedia.org/wiki/Customer_acquisition_cost.
    /// </remarks>
    public static Metric<Money> Cac { get; } = MetricArithmetic.Apply<Money>(
        "CAC", [AcquisitionSpend, Success.NewCustomers],
        (v, _) => Formulas.CustomerAcquisitionCost(spend: v[0], newCustomers: v[1]), _ => "there is no new customer").Described(new()
        {
            Id = "marketing.cac", Name = "CAC", Good = GoodDirection.Down,
            Definition = "Spend on marketing and sales for each new customer of the same period.", Formula = "acquisition spend / new customers",
            Policies = ["Ledger", "PeriodState"], Source = "https://en.wikipedia.org/wiki/Customer_acquisition_cost",
        });
}
