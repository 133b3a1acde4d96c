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

    /// <summary>Capped CLTV: the gross profit an average customer brings in its first months, however long it stays after them.</summary>
    /// <remarks>
    /// <para>Formula: ARPA x gross margin x (1 + r + r^2 + ... + r^(n - 1)) with r = 1 - churn rate: of each month's margin the part of the
    /// customers still there at its start. In currency per customer. It never exceeds <see cref="CustomerLifetimeValue"/>, and has a value
    /// without churn: n months of margin.</para>
    /// <para>Five years are the usual cap; a lifetime read off a small churn rate promises decades that nobody has seen.</para>
    /// <para>Source: https://www.forentrepreneurs.com/saas-metrics-2/ (a lifetime of five years at most).</para>
    /// </remarks>
    /// <param name="arpa">Monthly revenue per account.</param>
    /// <param name="grossMargin">Gross margin as a fraction of revenue, at most 1.</param>
    /// <param name="monthlyChurnRate">Customer churn rate of one month, a fraction from 0 to 1.</param>
    /// <param name="months">The months counted, from 1 to 1200.</param>
    /// <exception cref="ArgumentOutOfRangeException">A churn rate outside 0 to 1, a margin above 1, or months outside 1 to 1200.</exception>
    public static decimal CappedCustomerLifetimeValue(decimal arpa, decimal grossMargin, decimal monthlyChurnRate, int months)
    {
        RequireMargin(grossMargin);
        RequireFraction(monthlyChurnRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, LongestWindowInMonths);
        decimal paid = 0m;
        decimal staying = 1m;
        for (int month = 0; month < months; month++)
        {
            paid += staying;
            staying *= 1m - monthlyChurnRate;
        }

        return arpa * grossMargin * paid;
    }

    /// <summary>Discounted CLTV: what the gross profit of an average customer's whole stay is worth on its first day.</summary>
    /// <remarks>
    /// <para>Formula: ARPA x gross margin x the sum of (r / (1 + d))^t over the months t = 0, 1, 2, ..., which is
    /// ARPA x gross margin x (1 + d) / (1 + d - r), with r = 1 - churn rate and d the discount rate of a month. In currency per customer.</para>
    /// <para>Timing: a month is paid at its start, by the customers still there, so the first is neither discounted nor lost to churn. Without
    /// a discount it is <see cref="CustomerLifetimeValue"/>, and with one never more. Texts that pay at the end of the month have
    /// r / (1 + d - r), which is one month's margin less.</para>
    /// <para>A year's discount rate is not twelve times a month's: (1 + 0.10)^(1/12) - 1 is 0.80 % a month.</para>
    /// <para>Source: Gupta and Lehmann, "Customers as Assets", Journal of Interactive Marketing 17 (2003), 9-24.</para>
    /// </remarks>
    /// <param name="arpa">Monthly revenue per account.</param>
    /// <param name="grossMargin">Gross margin as a fraction of revenue, at most 1.</param>
    /// <param name="monthlyChurnRate">Customer churn rate of one month, a fraction from 0 to 1.</param>
    /// <param name="monthlyDiscountRate">Discount rate of one month, a fraction of zero or more.</param>
    /// <returns>Null at zero churn and zero discount: payments that never end and never lose value have no sum.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A churn rate outside 0 to 1, a margin above 1, or a negative discount rate.</exception>
    public static decimal? DiscountedCustomerLifetimeValue(decimal arpa, decimal grossMargin, decimal monthlyChurnRate, decimal monthlyDiscountRate)
    {
        RequireMargin(grossMargin);
        RequireFraction(monthlyChurnRate);
        ArgumentOutOfRangeException.ThrowIfNegative(monthlyDiscountRate);
        decimal shrinkage = monthlyDiscountRate + monthlyChurnRate;
        return shrinkage == 0m ? null : arpa * grossMargin * (1m + monthlyDiscountRate) / shrinkage;
    }

    /// <summary>Realised CLTV: the gross profit that the customers acquired have brought so far, for each of them.</summary>
    /// <remarks>
    /// <para>Formula: revenue so far x gross margin / customers acquired, in currency per customer. Customers who have left stay below the
    /// line: they were paid for too. It grows with the age of the cohort and promises nothing.</para>
    /// </remarks>
    /// <param name="revenueSoFar">What these customers have paid or were charged.</param>
    /// <param name="grossMargin">Gross margin as a fraction of revenue, at most 1.</param>
    /// <param name="acquiredCustomers">How many were acquired, gone or not.</param>
    /// <returns>Null without a customer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, or a margin above 1.</exception>
    public static decimal? RealisedCustomerLifetimeValue(decimal revenueSoFar, decimal grossMargin, decimal acquiredCustomers)
    {
        RequireMargin(grossMargin);
        ArgumentOutOfRangeException.ThrowIfNegative(acquiredCustomers);
        return acquiredCustomers == 0m ? null : revenueSoFar * grossMargin / acquiredCustomers;
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

    /// <summary>Gross margin: the share of revenue left after the cost of delivering it.</summary>
    /// <remarks>
    /// <para>Formula: (revenue - cost of revenue) / revenue, a fraction.</para>
    /// <para>Source: https://www.forentrepreneurs.com/saas-metrics-2/</para>
    /// </remarks>
    /// <param name="revenue">Recognised revenue.</param>
    /// <param name="costOfRevenue">Hosting, support, licences: what it cost to deliver it.</param>
    /// <returns>Null when the revenue is zero or less: a share of nothing has no size.</returns>
    public static decimal? GrossMargin(decimal revenue, decimal costOfRevenue) => ProfitMargin(revenue - costOfRevenue, revenue);

    /// <summary>Profit margin: the share of revenue that is profit, of whichever kind.</summary>
    /// <remarks>
    /// <para>Formula: profit / revenue, a fraction; negative for a loss. Free cash flow, EBITDA and operating income each make a margin of
    /// their own: say which.</para>
    /// <para>Source: https://www.pipevalue.io/glossary/rule-of-40/</para>
    /// </remarks>
    /// <param name="profit">Free cash flow, EBITDA or operating income.</param>
    /// <param name="revenue">Recognised revenue of the same time.</param>
    /// <returns>Null when the revenue is zero or less.</returns>
    public static decimal? ProfitMargin(decimal profit, decimal revenue) => revenue <= 0m ? null : profit / revenue;

    /// <summary>Magic number: the annualised revenue added by each unit of currency of the previous quarter's sales and
    /// marketing.</summary>
    /// <remarks>
    /// <para>Formula: (this quarter's revenue - last quarter's revenue) x 4 / last quarter's sales and marketing, a multiple.</para>
    /// <para>The two revenues are of a quarter each, recurring (the sum of the quarter's three month-end MRRs) or recognised; the
    /// factor 4 makes their difference annual. Annual recurring revenue is annual already: give it to <see cref="MagicNumberOfArr"/>, or the
    /// result is four times too large.</para>
    /// <para>Source: https://www.scalevp.com/insights/from-0-to-1m-the-magic-number/</para>
    /// </remarks>
    /// <param name="previousQuarterRevenue">Revenue of the previous quarter.</param>
    /// <param name="quarterRevenue">Revenue of this quarter.</param>
    /// <param name="previousQuarterSalesAndMarketing">Sales and marketing spend of the previous quarter.</param>
    /// <param name="periodsAYear">How many such periods a year has, where they are not quarters.</param>
    /// <returns>Null when that spend is zero or less.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No periods a year.</exception>
    public static decimal? MagicNumber(
        decimal previousQuarterRevenue, decimal quarterRevenue, decimal previousQuarterSalesAndMarketing, decimal periodsAYear = 4m)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(periodsAYear);
        return previousQuarterSalesAndMarketing <= 0m
            ? null
            : (quarterRevenue - previousQuarterRevenue) * periodsAYear / previousQuarterSalesAndMarketing;
    }

    /// <summary>Magic number of ARR: the ARR added by each unit of currency of the previous period's sales and marketing.</summary>
    /// <remarks>
    /// <para>Formula: (ARR - previous ARR) / previous period's sales and marketing, a multiple. ARR is annual already, so nothing is
    /// annualised again.</para>
    /// <para>Source: https://getolune.com/startup-glossary/saas-magic-number (there times 4 once more, which is four times too large).</para>
    /// </remarks>
    /// <param name="previousArr">ARR at the close of the previous period.</param>
    /// <param name="arr">ARR at the close of this period.</param>
    /// <param name="previousSalesAndMarketing">Sales and marketing spend of the previous period.</param>
    /// <returns>Null when that spend is zero or less.</returns>
    public static decimal? MagicNumberOfArr(decimal previousArr, decimal arr, decimal previousSalesAndMarketing) =>
        previousSalesAndMarketing <= 0m ? null : (arr - previousArr) / previousSalesAndMarketing;

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
