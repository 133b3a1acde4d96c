namespace RevOps.Metrics;

/// <summary>Which profit is in the margin of the rule of 40.</summary>
public enum RuleOf40Margin
{
    /// <summary>Free cash flow.</summary>
    FreeCashFlow,

    /// <summary>Earnings before interest, tax, depreciation and amortisation.</summary>
    Ebitda,

    /// <summary>Operating income.</summary>
    OperatingIncome,
}
