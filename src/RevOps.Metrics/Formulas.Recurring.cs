namespace RevOps.Metrics;

public static partial class Formulas
{
    /// <summary>Annual recurring revenue (ARR): monthly recurring revenue at its yearly pace.</summary>
    /// <remarks>
    /// <para>Formula: MRR x 12, in currency per year. It is a balance on a day, not the revenue of a year.</para>
    /// <para>Source: https://docs.stripe.com/billing/subscriptions/analytics/glossary</para>
    /// </remarks>
    /// <param name="mrr">Monthly recurring revenue on a day.</param>
    public static decimal AnnualRecurringRevenue(decimal mrr) => mrr * 12m;

    /// <summary>Average revenue per account (ARPA): the monthly recurring revenue of an average paying customer.</summary>
    /// <remarks>
    /// <para>Formula: MRR / customers, both on the same day, in currency per customer and month. A paused customer pays nothing and is
    /// left out of the count.</para>
    /// <para>Source: https://help.chartmogul.com/hc/en-us/articles/203359301</para>
    /// </remarks>
    /// <param name="mrr">Monthly recurring revenue on a day.</param>
    /// <param name="customers">Paying customers on that day.</param>
    /// <returns>Null without a customer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public static decimal? AverageRevenuePerAccount(decimal mrr, decimal customers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customers);
        return customers == 0m ? null : mrr / customers;
    }

    /// <summary>Average sale price (ASP): the monthly recurring revenue at which an average new customer starts.</summary>
    /// <remarks>
    /// <para>Formula: new MRR / new customers, in currency per customer and month. Above ARPA, new customers start larger than the old
    /// ones are.</para>
    /// <para>Source: https://help.chartmogul.com/hc/en-us/articles/203359381</para>
    /// </remarks>
    /// <param name="newMrr">Monthly recurring revenue of the customers won in the period.</param>
    /// <param name="newCustomers">Customers won in the period.</param>
    /// <returns>Null without a new customer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public static decimal? AverageSalePrice(decimal newMrr, decimal newCustomers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(newCustomers);
        return newCustomers == 0m ? null : newMrr / newCustomers;
    }

    /// <summary>Net new MRR: the change of monthly recurring revenue that customers made in a period.</summary>
    /// <remarks>
    /// <para>Formula: new + expansion + reactivation - contraction - churn, in currency per month. Exchange rates move the balance too,
    /// but no customer decided that: their effect is a line of its own and not in here.</para>
    /// <para>Source: https://abracalc.com/calculator/saas-quick-ratio/</para>
    /// </remarks>
    /// <param name="newMrr">MRR of new customers.</param>
    /// <param name="expansion">MRR gained from existing customers.</param>
    /// <param name="contraction">MRR lost from customers who stayed, a positive amount.</param>
    /// <param name="churn">MRR lost with customers who left, a positive amount.</param>
    /// <param name="reactivation">MRR of customers who came back.</param>
    /// <exception cref="ArgumentOutOfRangeException">Churn or contraction given as a negative amount.</exception>
    public static decimal NetNewMrr(decimal newMrr, decimal expansion, decimal contraction, decimal churn, decimal reactivation = 0m)
    {
        RequireLoss(contraction);
        RequireLoss(churn);
        return newMrr + expansion + reactivation - contraction - churn;
    }

    /// <summary>Quick ratio: the recurring revenue gained for each unit of recurring revenue lost.</summary>
    /// <remarks>
    /// <para>Formula: (new + expansion + reactivation) / (contraction + churn), a multiple: below 1 the company shrinks. Reactivation
    /// counts as a gain because the churn it undoes counted as a loss; leave it out for the four-part form.</para>
    /// <para>Source: https://abracalc.com/calculator/saas-quick-ratio/</para>
    /// </remarks>
    /// <param name="newMrr">MRR of new customers.</param>
    /// <param name="expansion">MRR gained from existing customers.</param>
    /// <param name="contraction">MRR lost from customers who stayed, a positive amount.</param>
    /// <param name="churn">MRR lost with customers who left, a positive amount.</param>
    /// <param name="reactivation">MRR of customers who came back.</param>
    /// <returns>Null when nothing was lost: no number is large enough to say so.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Churn or contraction given as a negative amount.</exception>
    public static decimal? QuickRatio(decimal newMrr, decimal expansion, decimal contraction, decimal churn, decimal reactivation = 0m)
    {
        RequireLoss(contraction);
        RequireLoss(churn);
        decimal lost = contraction + churn;
        return lost == 0m ? null : (newMrr + expansion + reactivation) / lost;
    }

    /// <summary>Trial conversion: the share of trials that were charged after.</summary>
    /// <remarks>
    /// <para>Formula: trials charged / trials. Both of the same trials: those started in a period, or those ended in it.</para>
    /// <para>Source: https://help.chartmogul.com/hc/en-us/articles/115000865205</para>
    /// </remarks>
    /// <param name="trials">The trials.</param>
    /// <param name="charged">Those of them whose first paid day came and was charged.</param>
    /// <returns>Null without a trial.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, or more charged than there are.</exception>
    public static decimal? TrialConversion(decimal trials, decimal charged)
    {
        RequirePart(charged, trials, nameof(charged), nameof(trials));
        return trials == 0m ? null : charged / trials;
    }

    /// <summary>Revenue spikes: the months whose revenue stands out from those before and does not last, such as a prepayment booked as a month's.</summary>
    /// <remarks>
    /// <para>Formula: revenue above 2 x the mean of the two months before, at least <paramref name="leastIncrease"/> above the last month, and
    /// followed by a month of at most half of it. A step that lasts is none, nor is one of which the month after is not known yet.</para>
    /// <para>Source: https://posthog.com/handbook/growth/revops/revenue-adjustments, which does not say whether the increase is against the last
    /// month or the mean; ours is against the last month.</para>
    /// </remarks>
    /// <param name="months">The revenue of consecutive months.</param>
    /// <param name="leastIncrease">The least increase that counts, in the currency of the amounts.</param>
    /// <returns>The places of the spikes, from 0; none in fewer than four months.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative least increase.</exception>
    public static IReadOnlyList<int> RevenueSpikes(IReadOnlyList<decimal> months, decimal leastIncrease)
    {
        ArgumentNullException.ThrowIfNull(months);
        ArgumentOutOfRangeException.ThrowIfNegative(leastIncrease);
        return [.. Enumerable.Range(2, Math.Max(0, months.Count - 3)).Where(IsSpike)];

        // Above twice the mean of two is above their sum.
        bool IsSpike(int i) =>
            months[i] > months[i - 1] + months[i - 2] && months[i] - months[i - 1] >= leastIncrease && months[i + 1] <= months[i] / 2;
    }
}
