namespace RevOps.Metrics;

public static partial class Marketing
{
    /// <summary>Marketing-sourced pipeline: the first-year amount of the deals created in the period that came from a lead.</summary>
    /// <remarks>
    /// Unit: money. Formula: sum of the first-year amounts of the deals with a lead, by the day of creation. Each deal counts once, whatever the number
    /// of its leads (<see cref="Deals.LeadTouchedOn"/>), with the amount now known; void deals are out, and other than new business, unless
    /// <see cref="MetricPolicy.Deals"/> says all types. Every lead is marketing's: filter by <see cref="Dimensions.LeadSource"/> where some are not.
    /// Undefined where no leads were given.
    /// </remarks>
    public static FlowMetric<Money> SourcedPipeline { get; } = SourcedDeals.Pipeline.Described(new()
    {
        Id = "marketing.sourced-pipeline", Name = "marketing-sourced pipeline", Good = GoodDirection.Up,
        Definition = "The first-year amount of the deals created in the period that came from a lead.",
        Formula = "sum over deals with a lead", Policies = ["Deals"],
        Source = "https://www.pedowitzgroup.com/sourced-vs.-influenced-revenue-in-revenue-marketing",
    });

    /// <summary>Marketing-sourced revenue: the first-year amount of the deals won in the period that came from a lead.</summary>
    /// <remarks>
    /// Unit: money. Formula: sum of the first-year amounts of the won deals with a lead, by the day of the close. Which lead counts, and what is out,
    /// is as with <see cref="SourcedPipeline"/>.
    /// </remarks>
    public static FlowMetric<Money> SourcedRevenue { get; } = SourcedDeals.Revenue.Described(new()
    {
        Id = "marketing.sourced-revenue", Name = "marketing-sourced revenue", Good = GoodDirection.Up,
        Definition = "The first-year amount of the deals won in the period that came from a lead.",
        Formula = "sum over won deals with a lead", Policies = ["Deals"],
        Source = "https://www.pedowitzgroup.com/sourced-vs.-influenced-revenue-in-revenue-marketing",
    });

    /// <summary>Marketing ROI: what marketing-sourced revenue leaves over marketing spend, for each unit of that spend.</summary>
    /// <remarks>
    /// Unit: ratio, 0 where the revenue is exactly what was spent. Formula: (marketing-sourced revenue - marketing spend) / marketing spend. Revenue
    /// and spend are of the same period: with a long sales cycle ask a long one, or <c>Trailing</c>. Undefined where spend is not above zero.
    /// Source: https://ilynk.ai/?p=230287.
    /// </remarks>
    public static Metric<Ratio> MarketingRoi { get; } = MetricArithmetic.Apply<Ratio>(
        "marketing ROI", [SourcedDeals.Revenue, AcquisitionMeasures.SpendOn(CacScope.MarketingOnly)],
        (v, _) => Formulas.MarketingRoi(revenue: v[0], cost: v[1]), _ => "marketing spend is not above zero").Described(new()
        {
            Id = "marketing.roi", Name = "marketing ROI", Synonyms = ["return on marketing investment", "ROMI"], Good = GoodDirection.Up,
            Definition = "What marketing-sourced revenue leaves over marketing spend, for each unit of that spend.",
            Formula = "(marketing-sourced revenue - marketing spend) / marketing spend", Policies = ["Deals"], Source = "https://ilynk.ai/?p=230287",
        });

    /// <summary>Return on ad spend (ROAS): marketing-sourced revenue for each unit of ad spend.</summary>
    /// <remarks>
    /// Unit: ratio, 1 where the revenue is exactly what the ads cost. Formula: marketing-sourced revenue / ad spend. In all, the revenue of every lead
    /// is held against the ads; by channel or campaign each has its own. Undefined where <see cref="AdSpend"/> is not above zero.
    /// Source: https://codingace.net/crmp/lead_generation_roi.html.
    /// </remarks>
    public static Metric<Ratio> ReturnOnAdSpend { get; } = MetricArithmetic.Apply<Ratio>(
        "return on ad spend", [SourcedDeals.Revenue, AcquisitionMeasures.AdSpend],
        (v, _) => Formulas.ReturnOnAdSpend(revenue: v[0], adSpend: v[1]), _ => "ad spend is not above zero").Described(new()
        {
            Id = "marketing.return-on-ad-spend", Name = "return on ad spend", Synonyms = ["ROAS"], Good = GoodDirection.Up,
            Definition = "Marketing-sourced revenue for each unit of ad spend.", Formula = "marketing-sourced revenue / ad spend", Policies = ["Deals"],
            Source = "https://codingace.net/crmp/lead_generation_roi.html",
        });
}
