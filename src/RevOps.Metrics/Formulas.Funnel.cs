namespace RevOps.Metrics;

public static partial class Formulas
{
    /// <summary>Engagement rate: how often people reacted for each time that content was shown.</summary>
    /// <remarks>
    /// <para>Formula: engagements / impressions, a fraction. Of clicks alone it is the click-through rate.</para>
    /// <para>It can pass 1: people react more than once, and later than they saw.</para>
    /// <para>Source: https://codingace.net/crmp/lead_generation_roi.html</para>
    /// </remarks>
    /// <param name="impressions">How often content was shown.</param>
    /// <param name="engagements">How often people reacted.</param>
    /// <returns>Null without an impression.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public static decimal? EngagementRate(decimal impressions, decimal engagements)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(impressions);
        ArgumentOutOfRangeException.ThrowIfNegative(engagements);
        return impressions == 0m ? null : engagements / impressions;
    }

    /// <summary>Conversion rate: the share of those who entered a step of the funnel that went on to a later one.</summary>
    /// <remarks>
    /// <para>Formula: converted / entered, a fraction. Count the same people in both: those who entered in a period, and how many of these converted,
    /// whenever they did. The counts of two steps in one period are of different people and can pass 1.</para>
    /// <para>Source: https://codingace.net/crmp/lead_generation_roi.html</para>
    /// </remarks>
    /// <param name="entered">Those who entered: leads, qualified leads.</param>
    /// <param name="converted">Those of them who went on.</param>
    /// <returns>Null when nobody entered.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, or more who converted than entered.</exception>
    public static decimal? ConversionRate(decimal entered, decimal converted)
    {
        RequirePart(converted, entered, nameof(converted), nameof(entered));
        return entered == 0m ? null : converted / entered;
    }

    /// <summary>Return on ad spend (ROAS): the revenue for each unit of currency spent on advertising.</summary>
    /// <remarks>
    /// <para>Formula: revenue / ad spend, a multiple: 1 when the ads earned exactly what they cost. Unlike <see cref="MarketingRoi"/> the cost is not
    /// taken off first, and only advertising is in it.</para>
    /// <para>Source: https://codingace.net/crmp/lead_generation_roi.html</para>
    /// </remarks>
    /// <param name="revenue">Revenue attributed to advertising.</param>
    /// <param name="adSpend">Spend on advertising.</param>
    /// <returns>Null when the spend is zero or less.</returns>
    public static decimal? ReturnOnAdSpend(decimal revenue, decimal adSpend) => adSpend <= 0m ? null : revenue / adSpend;

    /// <summary>Revenue per lead: the revenue that leads brought, for each lead.</summary>
    /// <remarks>
    /// <para>Formula: revenue / leads, in currency per lead; it stands against <see cref="CostPerLead"/>.</para>
    /// <para>Source: https://codingace.net/crmp/lead_generation_roi.html</para>
    /// </remarks>
    /// <param name="revenue">Revenue attributed to leads.</param>
    /// <param name="leads">All leads, those that brought nothing too.</param>
    /// <returns>Null without a lead.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public static decimal? RevenuePerLead(decimal revenue, decimal leads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(leads);
        return leads == 0m ? null : revenue / leads;
    }
}
