namespace RevOps.Metrics;

/// <summary>The columns of the spend, one row for each day it was spent for.</summary>
public static class SpendDays
{
    /// <summary>The day.</summary>
    public static DateColumn On { get; } = new(Relation.SpendDays, "on");

    /// <summary>The day's part of the amount, at the rate of the spend's first day; the parts add up to the whole.</summary>
    public static ValueColumn Amount { get; } = new(Relation.SpendDays, "amount", IsAmount: true);

    /// <summary>The team, one of <see cref="SpendCategory"/> by name.</summary>
    public static CodeColumn Category { get; } = new(Relation.SpendDays, "category");

    /// <summary>The marketing channel.</summary>
    public static CodeColumn Channel { get; } = new(Relation.SpendDays, "channel");

    /// <summary>The campaign.</summary>
    public static CodeColumn Campaign { get; } = new(Relation.SpendDays, "campaign");

    /// <summary>The segment it was aimed at.</summary>
    public static CodeColumn Segment { get; } = new(Relation.SpendDays, "segment");

    /// <summary>Whose cost it is.</summary>
    public static CodeColumn Owner { get; } = new(Relation.SpendDays, "owner");
}
