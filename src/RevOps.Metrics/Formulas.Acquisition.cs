namespace RevOps.Metrics;

public static partial class Formulas
{
    /// <summary>Customer acquisition cost (CAC): what it cost to win one new customer.</summary>
    /// <remarks>
    /// <para>Formula: spend / new customers, in currency per customer.</para>
    /// <para>Spend is sales and marketing as incurred, without the cost of looking after existing customers. Spend of everything over
    /// the same customers is "blended" CAC: the same division, but say so.</para>
    /// <para>Source: https://ryanconsulting.ai/courses/financial-analysis-101/customer-acquisition-cost</para>
    /// </remarks>
    /// <param name="spend">Sales and marketing spend of the period.</param>
    /// <param name="newCustomers">Customers whose first paid day lies in the period.</param>
    /// <returns>Null without a new customer: the money was spent, but on nobody.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public static decimal? CustomerAcquisitionCost(decimal spend, decimal newCustomers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(newCustomers);
        return newCustomers == 0m ? null : spend / newCustomers;
    }

    /// <summary>CAC payback: the months of gross profit from the new customers that pay back what it cost to win them.</summary>
    /// <remarks>
    /// <para>Formula: spend / (new MRR x gross margin), in months. It is <see cref="CacPaybackMonthsPerCustomer"/> with both sides
    /// multiplied by the number of new customers.</para>
    /// <para>Gross profit, not revenue, because revenue must first pay for serving the customer. Pass a margin of 1 for the looser form
    /// on revenue. Only new customers' MRR counts: expansion of old ones was not bought with this spend.</para>
    /// <para>Source: https://www.forentrepreneurs.com/saas-metrics-2/ (months to recover CAC)</para>
    /// </remarks>
    /// <param name="spend">Sales and marketing spend of the period.</param>
    /// <param name="newMrr">Monthly recurring revenue of the customers won in the period.</param>
    /// <param name="grossMargin">Gross margin as a fraction of revenue, at most 1.</param>
    /// <returns>Null when the new customers bring no gross profit: the spend is never paid back.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A margin above 1.</exception>
    public static decimal? CacPaybackMonths(decimal spend, decimal newMrr, decimal grossMargin)
    {
        RequireMargin(grossMargin);
        decimal monthlyGrossProfit = newMrr * grossMargin;
        return monthlyGrossProfit <= 0m ? null : spend / monthlyGrossProfit;
    }

    /// <summary>CAC payback of one customer: the months of gross profit from an average customer that pay back its CAC.</summary>
    /// <remarks>
    /// <para>Formula: CAC / (ARPA x gross margin), in months.</para>
    /// <para>It equals <see cref="CacPaybackMonths"/> only when the ARPA is that of the new customers; with the ARPA of all customers
    /// it flatters a company whose new customers start small.</para>
    /// <para>Source: https://www.forentrepreneurs.com/saas-metrics-2/ (months to recover CAC)</para>
    /// </remarks>
    /// <param name="cac">Customer acquisition cost.</param>
    /// <param name="arpa">Monthly revenue per account.</param>
    /// <param name="grossMargin">Gross margin as a fraction of revenue, at most 1.</param>
    /// <returns>Null when a customer brings no gross profit: the cost is never paid back.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A margin above 1.</exception>
    public static decimal? CacPaybackMonthsPerCustomer(decimal cac, decimal arpa, decimal grossMargin) =>
        CacPaybackMonths(cac, arpa, grossMargin);

    /// <summary>Blended CAC ratio: the sales and marketing spend for each unit of annual recurring revenue won, from new customers and from
    /// old ones.</summary>
    /// <remarks>
    /// <para>Formula: spend / (new ARR + expansion ARR), a multiple; lower is better. What was lost is not taken off: that is the
    /// <see cref="BurnMultiple"/> and the <see cref="MagicNumber"/>.</para>
    /// <para>Source: https://saasmetricsboard.com/blended-cac-ratio</para>
    /// </remarks>
    /// <param name="spend">Sales and marketing spend.</param>
    /// <param name="newArr">ARR of new customers.</param>
    /// <param name="expansionArr">ARR gained from existing customers.</param>
    /// <returns>Null when none was won.</returns>
    public static decimal? BlendedCacRatio(decimal spend, decimal newArr, decimal expansionArr) =>
        newArr + expansionArr <= 0m ? null : spend / (newArr + expansionArr);

    /// <summary>Cost per lead: what it cost to get one lead.</summary>
    /// <remarks>
    /// <para>Formula: spend / leads, in currency per lead.</para>
    /// <para>Source: https://codingace.net/crmp/lead_generation_roi.html</para>
    /// </remarks>
    /// <param name="spend">Spend on getting leads in the period.</param>
    /// <param name="leads">Leads created in the period.</param>
    /// <returns>Null without a lead.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public static decimal? CostPerLead(decimal spend, decimal leads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(leads);
        return leads == 0m ? null : spend / leads;
    }

    /// <summary>Marketing return on investment: the gain from marketing as a fraction of its cost.</summary>
    /// <remarks>
    /// <para>Formula: (revenue - cost) / cost, a fraction: 0 when marketing earned exactly what it cost.</para>
    /// <para>Give gross profit instead of revenue for the stricter form.</para>
    /// <para>Source: https://ilynk.ai/?p=230287</para>
    /// </remarks>
    /// <param name="revenue">Revenue attributed to marketing.</param>
    /// <param name="cost">Cost of that marketing.</param>
    /// <returns>Null when the cost is zero or less: a return on nothing invested has no size.</returns>
    public static decimal? MarketingRoi(decimal revenue, decimal cost) => cost <= 0m ? null : (revenue - cost) / cost;

    /// <summary>Return on investment in customers: the average revenue of a customer for each unit of currency spent to acquire
    /// one.</summary>
    /// <remarks>
    /// <para>Formula: average revenue per customer / CAC, a multiple: 1 when a customer brings exactly what it cost to win. Unlike
    /// <see cref="MarketingRoi"/> the cost is not taken off first.</para>
    /// <para>The revenue of a customer's whole stay and margin turn it into <see cref="LtvToCac"/>.</para>
    /// <para>Source: none public; the ratio that sales and marketing teams are asked for under this name.</para>
    /// </remarks>
    /// <param name="averageRevenuePerCustomer">Average revenue of a customer over the period judged.</param>
    /// <param name="cac">Customer acquisition cost.</param>
    /// <returns>Null when the acquisition cost is zero or less.</returns>
    public static decimal? ReturnOnInvestment(decimal averageRevenuePerCustomer, decimal cac) =>
        cac <= 0m ? null : averageRevenuePerCustomer / cac;
}
