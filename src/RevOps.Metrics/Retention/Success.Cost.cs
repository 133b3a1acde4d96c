namespace RevOps.Metrics;

public static partial class Success
{
    /// <summary>Spend on keeping customers, spread over the days it was spent for; no part of the cost of acquisition.</summary>
    /// <remarks>Unit: money. Formula: sum of spend of the category CustomerSuccess by day.</remarks>
    public static FlowMetric<Money> CustomerSuccessSpend { get; } = TicketMeasures.CustomerSuccessSpend.InPeriod().Described(new()
    {
        Id = "success.customer-success-spend", Name = "customer success spend",
        Definition = "Spend on keeping customers in the period.", Formula = "sum of spend of the category CustomerSuccess by day",
        Source = "https://gainsight.com/resource/cost-of-retention-calculator",
    });

    /// <summary>Retention cost: spend on customer success for each customer retained.</summary>
    /// <remarks>
    /// Unit: money over the period. Formula: customer success spend / retained customers. By policy for each customer at the close, or for each who was
    /// one before the year began (<see cref="RetentionCostPer"/>). Undefined without such a customer.
    /// Source: https://gainsight.com/resource/cost-of-retention-calculator.
    /// </remarks>
    public static Metric<Money> RetentionCost { get; } = Metric<Money>.ByPolicy("retention cost", policy => policy.RetentionCostPer switch
    {
        RetentionCostPer.ActiveCustomer => CostPerActive,
        RetentionCostPer.CustomerOfEarlierYears => CostPerCustomerOfEarlierYears,
        _ => CostPerRetained,
    }).Described(new()
    {
        Id = "success.retention-cost", Name = "retention cost", Good = GoodDirection.Down, Synonyms = ["customer retention cost", "CRC"],
        Definition = "Spend on customer success for each customer retained.", Formula = "customer success spend / retained customers",
        Policies = ["Ledger", "RetentionCostPer", "PeriodState"], Source = "https://gainsight.com/resource/cost-of-retention-calculator",
    });

    private static Metric<Money> CostPerRetained => field ??= CostPer(RetainedCustomers, "no customer was retained");

    private static Metric<Money> CostPerActive => field ??= CostPer(Customers, "there is no customer at the close");

    private static Metric<Money> CostPerCustomerOfEarlierYears => field ??= CostPer(
        new Metric<Count>("customers of earlier years", new PeriodExpression(RetainedCustomers, SinceTheYearBegan)), "no customer of earlier years is left");

    /// <summary>From the first day of the calendar's year in which the period ends to the period's end.</summary>
    private static ReportingPeriod SinceTheYearBegan(ReportingPeriod period) =>
        ReportingPeriod.Between(period.Calendar.PeriodContaining(period.LastDay, CalendarGrain.Year).Start, period.End);

    private static Metric<Money> CostPer(Metric<Count> customers, string nobody) => MetricArithmetic.Apply<Money>(
        "retention cost", [CustomerSuccessSpend, customers], (v, _) => Formulas.RetentionCostPerCustomer(cost: v[0], retainedCustomers: v[1]), _ => nobody);
}
