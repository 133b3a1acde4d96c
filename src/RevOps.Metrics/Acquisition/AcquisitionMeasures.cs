namespace RevOps.Metrics;

/// <summary>The measures of what it costs to win customers.</summary>
internal static class AcquisitionMeasures
{
    /// <summary>Spend on marketing and sales.</summary>
    public static readonly Measure SalesAndMarketingSpend = new SumMeasure("sales and marketing spend", SpendDays.Amount, SpendDays.On)
        .With(Condition.In(SpendDays.Category, nameof(SpendCategory.Marketing), nameof(SpendCategory.Sales)));
}
