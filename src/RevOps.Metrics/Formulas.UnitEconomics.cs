namespace RevOps.Metrics;

public static partial class Formulas
{
    /// <summary>Customer lifetime value (CLTV): the gross profit an average customer brings until it leaves, at a constant churn
    /// rate.</summary>
    /// <remarks>
    /// <para>Formula: ARPA x gross margin / churn rate, all per month, in currency per customer. 1 / churn is the expected lifetime in
    /// months.</para>
    /// <para>A churn rate of a quarter or a year is first made monthly with <see cref="MonthlyChurnRate"/>; dividing a monthly ARPA by
    /// a quarterly churn rate is the commonest way to be wrong by a factor of three. Pass a margin of 1 for the lifetime value of
    /// revenue. Never round the churn rate first: 500 / (10 / 110) is 5,500, not 5,555.</para>
    /// <para>Source: https://www.forentrepreneurs.com/saas-metrics-2/ ; without margin
    /// https://help.chartmogul.com/hc/en-us/articles/203359061</para>
    /// </remarks>
    /// <param name="arpa">Monthly revenue per account.</param>
    /// <param name="grossMargin">Gross margin as a fraction of revenue, at most 1.</param>
    /// <param name="monthlyChurnRate">Customer churn rate of one month, a fraction from 0 to 1.</param>
    /// <returns>Null at zero churn: customers who never leave have no finite lifetime. Some tools show 0 there; a small cohort would
    /// then have the worst value for losing nobody.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A churn rate outside 0 to 1, or a margin above 1.</exception>
    public static decimal? CustomerLifetimeValue(decimal arpa, decimal grossMargin, decimal monthlyChurnRate)
    {
        RequireMargin(grossMargin);
        RequireFraction(monthlyChurnRate);
        return monthlyChurnRate == 0m ? null : arpa * grossMargin / monthlyChurnRate;
    }

    /// <summary>Contracted lifetime revenue: the revenue a contract brings over its months.</summary>
    /// <remarks>
    /// <para>Formula: monthly revenue x months, in currency. A customer at $1,500 a month brings $18,000 on an annual contract and
    /// $90,000 over five years.</para>
    /// <para>It promises nothing about churn or margin; <see cref="CustomerLifetimeValue"/> does. The two are different metrics.</para>
    /// <para>Source: https://calculator.academy/total-contract-value-tcv-calculator/ (there with one-time fees).</para>
    /// </remarks>
    /// <param name="monthlyRevenue">Revenue per month.</param>
    /// <param name="months">Length of the contract, or of the relationship, in months.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of months.</exception>
    public static decimal ContractedLifetimeRevenue(decimal monthlyRevenue, decimal months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        return monthlyRevenue * months;
    }

    /// <summary>LTV to CAC: the lifetime value of a customer for each unit of currency spent to acquire one.</summary>
    /// <remarks>
    /// <para>Formula: CLTV / CAC, a multiple. Three is the usual yardstick for a healthy subscription business.</para>
    /// <para>Source: https://www.forentrepreneurs.com/saas-metrics-2/</para>
    /// </remarks>
    /// <param name="cltv">Customer lifetime value.</param>
    /// <param name="cac">Customer acquisition cost.</param>
    /// <returns>Null when the acquisition cost is zero or less.</returns>
    public static decimal? LtvToCac(decimal cltv, decimal cac) => cac <= 0m ? null : cltv / cac;

    /// <summary>Magic number: the annualised revenue added by each unit of currency of the previous quarter's sales and
    /// marketing.</summary>
    /// <remarks>
    /// <para>Formula: (this quarter's revenue - last quarter's revenue) x 4 / last quarter's sales and marketing, a multiple.</para>
    /// <para>The two revenues are of a quarter each, recurring (the sum of the quarter's three month-end MRRs) or recognised; the
    /// factor 4 makes their difference annual. Annual recurring revenue is annual already: divide it by 4 before it comes here, or the
    /// result is four times too large.</para>
    /// <para>Source: https://www.scalevp.com/insights/from-0-to-1m-the-magic-number/</para>
    /// </remarks>
    /// <param name="previousQuarterRevenue">Revenue of the previous quarter.</param>
    /// <param name="quarterRevenue">Revenue of this quarter.</param>
    /// <param name="previousQuarterSalesAndMarketing">Sales and marketing spend of the previous quarter.</param>
    /// <returns>Null when that spend is zero or less.</returns>
    public static decimal? MagicNumber(decimal previousQuarterRevenue, decimal quarterRevenue, decimal previousQuarterSalesAndMarketing) =>
        previousQuarterSalesAndMarketing <= 0m
            ? null
            : (quarterRevenue - previousQuarterRevenue) * 4m / previousQuarterSalesAndMarketing;

    /// <summary>Burn multiple: the cash burned for each unit of annual recurring revenue added.</summary>
    /// <remarks>
    /// <para>Formula: net burn / net new ARR of the same period, a multiple; lower is better, negative when the company earns
    /// cash.</para>
    /// <para>Source: https://www.winsabove.com/glossary/burn-multiple</para>
    /// </remarks>
    /// <param name="netBurn">Cash spent minus cash received in the period; negative when more came in than went out.</param>
    /// <param name="netNewArr">ARR at the close minus ARR at the opening of the same period.</param>
    /// <returns>Null when ARR did not grow: the quotient would be negative for a shrinking company and read like a good one.</returns>
    public static decimal? BurnMultiple(decimal netBurn, decimal netNewArr) => netNewArr <= 0m ? null : netBurn / netNewArr;

    /// <summary>Rule of 40: revenue growth plus profit margin, which a healthy software company keeps at 0.40 or more.</summary>
    /// <remarks>
    /// <para>Formula: growth + margin, a fraction: growth of 50 % at a margin of -15 % is 0.5 + -0.15 = 0.35, where pages that count in
    /// percentage points print 35.</para>
    /// <para>The margin is free cash flow / revenue unless said otherwise; growth and margin are of the same year.</para>
    /// <para>Source: https://www.pipevalue.io/glossary/rule-of-40/</para>
    /// </remarks>
    /// <param name="revenueGrowth">Revenue growth over a year, a fraction.</param>
    /// <param name="margin">Free cash flow (or EBITDA, or operating) margin, a fraction of revenue.</param>
    public static decimal RuleOf40(decimal revenueGrowth, decimal margin) => revenueGrowth + margin;

    /// <summary>Revenue growth: the change of revenue from one period to the next of the same length, as a fraction of the
    /// first.</summary>
    /// <remarks>
    /// <para>Formula: (current - previous) / previous, a fraction.</para>
    /// <para>Source: https://www.scalexp.com/saas-metrics-library/revenue-growth-rate/</para>
    /// </remarks>
    /// <param name="previousRevenue">Revenue of the earlier period.</param>
    /// <param name="revenue">Revenue of the later period.</param>
    /// <returns>Null when the earlier revenue is zero or less: there is nothing to grow from.</returns>
    public static decimal? RevenueGrowth(decimal previousRevenue, decimal revenue) =>
        previousRevenue <= 0m ? null : (revenue - previousRevenue) / previousRevenue;
}
