namespace RevOps.Metrics;

/// <summary>The figures that the books give for a period, each the sum of its account.</summary>
internal static class BookedFigures
{
    public static FlowMetric<Money> Revenue { get; } = Of("revenue", FinancialAccount.Revenue);

    public static FlowMetric<Money> CostOfRevenue { get; } = Of("cost of revenue", FinancialAccount.CostOfRevenue);

    public static FlowMetric<Money> FreeCashFlow { get; } = Of("free cash flow", FinancialAccount.FreeCashFlow);

    public static FlowMetric<Money> Ebitda { get; } = Of("EBITDA", FinancialAccount.Ebitda);

    public static FlowMetric<Money> OperatingIncome { get; } = Of("operating income", FinancialAccount.OperatingIncome);

    /// <summary>What left less what came in; negative when more came in.</summary>
    public static FlowMetric<Money> NetBurn { get; } = Of("net burn", FinancialAccount.NetBurn);

    private static FlowMetric<Money> Of(string name, FinancialAccount account) =>
        Measures.Sum(Figures.Amount, on: Figures.On).Where(Figures.Account.Is(account.ToString())).InPeriod().Named(name);
}
