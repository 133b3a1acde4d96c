namespace RevOps.Metrics;

public static partial class Marketing
{
    /// <summary>How often content was shown in the period without paying for it.</summary>
    /// <remarks>Unit: count. Formula: sum of impressions of organic activities by day.</remarks>
    public static FlowMetric<Count> OrganicImpressions { get; } = Impressions("Organic").Described(new()
    {
        Id = "marketing.organic-impressions", Name = "organic impressions", Good = GoodDirection.Up,
        Definition = "How often content was shown without paying for it.", Formula = "sum of impressions of organic activities",
        Source = "https://www.brafton.com/blog/social-media/what-does-impression-mean-in-terms-of-marketing-metrics/",
    });

    /// <summary>How often content was shown in the period for pay.</summary>
    /// <remarks>Unit: count. Formula: sum of impressions of paid activities by day.</remarks>
    public static FlowMetric<Count> PaidImpressions { get; } = Impressions("Paid").Described(new()
    {
        Id = "marketing.paid-impressions", Name = "paid impressions", Good = GoodDirection.Up,
        Definition = "How often content was shown for pay.", Formula = "sum of impressions of paid activities",
        Source = "https://www.brafton.com/blog/social-media/what-does-impression-mean-in-terms-of-marketing-metrics/",
    });

    /// <summary>How often people reacted in the period: clicks, likes, replies, to paid and organic content.</summary>
    /// <remarks>Unit: count. Formula: sum of engagements of all activities by day.</remarks>
    public static FlowMetric<Count> Engagements { get; } = Measures.Sum(MarketingActivities.Engagements, on: MarketingActivities.On).InPeriod().Described(new()
    {
        Id = "marketing.engagements", Name = "engagements", Good = GoodDirection.Up,
        Definition = "How often people reacted to content.", Formula = "sum of engagements of all activities",
        Source = "https://www.marqeting.io/glossary/social-engagement",
    });

    /// <summary>Engagement rate: how often people reacted for each time that content was shown.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: engagements / impressions. Paid and organic together; both are of the period, whenever what was reacted to was first
    /// shown, so a small period can pass 1. Undefined without an impression. Source: https://codingace.net/crmp/lead_generation_roi.html (as
    /// click-through rate).
    /// </remarks>
    public static Metric<Ratio> EngagementRate { get; } = MetricArithmetic.Apply<Ratio>(
        "engagement rate",
        [Engagements, Measures.Sum(MarketingActivities.Impressions, on: MarketingActivities.On).InPeriod().Named("impressions")],
        (v, _) => Formulas.EngagementRate(impressions: v[1], engagements: v[0]), _ => "nothing was shown").Described(new()
        {
            Id = "marketing.engagement-rate", Name = "engagement rate", Synonyms = ["click-through rate", "CTR"], Good = GoodDirection.Up,
            Definition = "How often people reacted for each time that content was shown.", Formula = "engagements / impressions, organic and paid",
            Source = "https://codingace.net/crmp/lead_generation_roi.html",
        });

    private static FlowMetric<Count> Impressions(string reach) => Measures.Sum(MarketingActivities.Impressions, on: MarketingActivities.On)
        .Where(MarketingActivities.Reach.Is(reach)).InPeriod();
}
