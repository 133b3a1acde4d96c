namespace RevOps.Metrics;

/// <summary>The columns of the spend, one row for each day it was spent for.</summary>
public sealed class SpendDays : IRelation
{
    private SpendDays()
    {
    }

    static Relation IRelation.Relation => Relation.SpendDays;

    /// <summary>The day.</summary>
    public static DateColumn<SpendDays> On { get; } = new("on");

    /// <summary>The day's part of the amount, at the rate of the spend's first day; the parts add up to the whole.</summary>
    public static ValueColumn<SpendDays, Money> Amount { get; } = new("amount");

    /// <summary>The team, one of <see cref="SpendCategory"/> by name.</summary>
    public static CodeColumn<SpendDays> Category { get; } = new("category");

    /// <summary>The marketing channel.</summary>
    public static CodeColumn<SpendDays> Channel { get; } = new("channel");

    /// <summary>The campaign.</summary>
    public static CodeColumn<SpendDays> Campaign { get; } = new("campaign");

    /// <summary>The segment it was aimed at.</summary>
    public static CodeColumn<SpendDays> Segment { get; } = new("segment");

    /// <summary>Whose cost it is.</summary>
    public static CodeColumn<SpendDays> Owner { get; } = new("owner");
}
