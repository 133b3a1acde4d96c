namespace RevOps.Metrics;

/// <summary>The measures of figures from the books.</summary>
internal static class UnitEconomicsMeasures
{
    public static Measure Figure(FinancialAccount account) =>
        new SumMeasure($"{account}", Figures.Amount, Figures.On).With(Condition.In(Figures.Account, account.ToString()));
}
