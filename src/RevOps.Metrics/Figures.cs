namespace RevOps.Metrics;

/// <summary>The columns of the figures from the books.</summary>
public sealed class Figures : IRelation
{
    private Figures()
    {
    }

    static Relation IRelation.Relation => Relation.Figures;

    /// <summary>The day it is booked on.</summary>
    public static DateColumn<Figures> On { get; } = new("on");

    /// <summary>The amount, at the rate of its day.</summary>
    public static ValueColumn<Figures, Money> Amount { get; } = new("amount");

    /// <summary>One of <see cref="FinancialAccount"/> by name.</summary>
    public static CodeColumn<Figures> Account { get; } = new("account");
}
