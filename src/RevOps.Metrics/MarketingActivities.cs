namespace RevOps.Metrics;

/// <summary>The columns of the marketing activities, one row each.</summary>
public sealed class MarketingActivities : IRelation
{
    private MarketingActivities()
    {
    }

    static Relation IRelation.Relation => Relation.MarketingActivities;

    /// <summary>The day.</summary>
    public static DateColumn<MarketingActivities> On { get; } = new("on");

    /// <summary>How often content was shown.</summary>
    public static ValueColumn<MarketingActivities, Count> Impressions { get; } = new("impressions");

    /// <summary>How often people reacted.</summary>
    public static ValueColumn<MarketingActivities, Count> Engagements { get; } = new("engagements");

    /// <summary>"Paid" or "Organic".</summary>
    public static CodeColumn<MarketingActivities> Reach { get; } = new("reach");

    /// <summary>The marketing channel.</summary>
    public static CodeColumn<MarketingActivities> Channel { get; } = new("channel");

    /// <summary>The campaign.</summary>
    public static CodeColumn<MarketingActivities> Campaign { get; } = new("campaign");
}
