namespace RevOps.Metrics;

/// <summary>The columns of the figures from the books.</summary>
public static class Figures
{
    /// <summary>The day it is booked on.</summary>
    public static DateColumn On { get; } = new(Relation.Figures, "on");

    /// <summary>The amount, at the rate of its day.</summary>
    public static ValueColumn Amount { get; } = new(Relation.Figures, "amount", IsAmount: true);

    /// <summary>One of <see cref="FinancialAccount"/> by name.</summary>
    public static CodeColumn Account { get; } = new(Relation.Figures, "account");
}
