namespace RevOps.Metrics;

/// <summary>Recurring revenue as the ledger has it, and what credit notes take off it by policy.</summary>
internal static class RefundedRevenue
{
    /// <summary>What the ledger holds at the close, whatever was credited: what accounts, cohorts and shares are told of.</summary>
    public static readonly Metric<PerYear<Money>> LedgerArr = new("ARR", MeasureExpression.Closing(RecurringMeasures.Amount));

    /// <summary>A twelfth of it.</summary>
    public static readonly Metric<PerMonth<Money>> LedgerMrr = LedgerArr.PerMonth().Named("MRR");

    private static readonly Metric<PerYear<Money>> Credited = MetricArithmetic.Apply<PerYear<Money>>(
        "refunded ARR",
        [new Metric<Money>("credit notes", MeasureExpression.Flow(new SumMeasure("credit notes", Credits.Amount, Credits.On)))],
        (v, period) => -v[0] * period.TimesAYear.Times / period.TimesAYear.Per, _ => "");

    // A line that shows nothing is still one of the ledger's: none where no subscriptions were given.
    private static readonly Metric<PerYear<Money>> Nothing = new(
        "refunded ARR", MeasureExpression.Flow(RecurringMeasures.Amount.With(Condition.Between(Movements.Amount, 1, 0))));

    private static readonly Metric<PerYear<Money>> LessCredited = (LedgerArr + Credited).Named("ARR");

    /// <summary>The credit notes of the period as a change of annual recurring revenue: negative, or nothing by default.</summary>
    public static Metric<PerYear<Money>> Of(MetricPolicy policy) => policy.Refunds == RefundTreatment.InMrrOfPeriod ? Credited : Nothing;

    /// <summary>Annual recurring revenue at the close with it.</summary>
    public static Metric<PerYear<Money>> Closing(MetricPolicy policy) => policy.Refunds == RefundTreatment.InMrrOfPeriod ? LessCredited : LedgerArr;
}
