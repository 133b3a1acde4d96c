namespace RevOps.Metrics;

public static partial class Formulas
{
    /// <summary>Customer churn rate: the part of the customers at the opening who are gone at the close.</summary>
    /// <remarks>
    /// <para>Formula: lost / opening, a fraction of the period's own length. Customers who joined and left within the period are in
    /// neither number, and one who left and came back is not lost; so the rate stays from 0 to 1.</para>
    /// <para>Source: https://help.chartmogul.com/hc/en-us/articles/203359321</para>
    /// </remarks>
    /// <param name="openingCustomers">Paying customers at the opening of the period.</param>
    /// <param name="lostCustomers">Those of them who no longer pay at its close.</param>
    /// <returns>Null without an opening customer: there was nobody to lose.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, or more lost than there were.</exception>
    public static decimal? CustomerChurnRate(decimal openingCustomers, decimal lostCustomers)
    {
        RequirePart(lostCustomers, openingCustomers, nameof(lostCustomers), nameof(openingCustomers));
        return openingCustomers == 0m ? null : lostCustomers / openingCustomers;
    }

    /// <summary>Customer retention rate: the part of the customers at the opening who are still there at the close.</summary>
    /// <remarks>
    /// <para>Formula: retained / opening, a fraction; 1 - <see cref="CustomerChurnRate"/>. Retained are the closing customers without
    /// those who joined since the opening.</para>
    /// <para>Source: https://virconlegal.com/glossary/customer-retention/</para>
    /// </remarks>
    /// <param name="openingCustomers">Paying customers at the opening of the period.</param>
    /// <param name="retainedCustomers">Those of them who still pay at its close.</param>
    /// <returns>Null without an opening customer: there was nobody to retain.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, or more retained than there were.</exception>
    public static decimal? CustomerRetentionRate(decimal openingCustomers, decimal retainedCustomers)
    {
        RequirePart(retainedCustomers, openingCustomers, nameof(retainedCustomers), nameof(openingCustomers));
        return openingCustomers == 0m ? null : retainedCustomers / openingCustomers;
    }

    /// <summary>Gross revenue retention (GRR): the part of the opening customers' recurring revenue that was kept, before any
    /// growth.</summary>
    /// <remarks>
    /// <para>Formula: (opening - contraction - churn) / opening, a fraction from 0 to 1. Both losses are of the opening customers only
    /// and counted customer by customer from the opening to the close: one customer's growth never makes good another's loss.</para>
    /// <para>Source: https://www.chargebee.com/docs/ (RevenueStory)</para>
    /// </remarks>
    /// <param name="openingMrr">MRR of the customers at the opening.</param>
    /// <param name="contraction">What those who stayed pay less at the close, a positive amount.</param>
    /// <param name="churn">What those who left paid at the opening, a positive amount.</param>
    /// <returns>Null when the opening MRR is zero: there was nothing to retain.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative amount, or more lost than there was.</exception>
    public static decimal? GrossRevenueRetention(decimal openingMrr, decimal contraction, decimal churn) =>
        NetRevenueRetention(openingMrr, 0m, contraction, churn);

    /// <summary>Net revenue retention (NRR): the recurring revenue of the opening customers at the close, as a fraction of what it
    /// was.</summary>
    /// <remarks>
    /// <para>Formula: (opening + expansion - contraction - churn) / opening, a fraction that passes 1 when the customers who stayed
    /// grew by more than was lost. New and reactivated customers are not in it. The usual window is twelve months.</para>
    /// <para>Source: https://www.forentrepreneurs.com/saas-metrics-2/</para>
    /// </remarks>
    /// <param name="openingMrr">MRR of the customers at the opening.</param>
    /// <param name="expansion">What those who stayed pay more at the close.</param>
    /// <param name="contraction">What those who stayed pay less at the close, a positive amount.</param>
    /// <param name="churn">What those who left paid at the opening, a positive amount.</param>
    /// <returns>Null when the opening MRR is zero: there was nothing to retain.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative amount, or more lost than there was.</exception>
    public static decimal? NetRevenueRetention(decimal openingMrr, decimal expansion, decimal contraction, decimal churn)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(openingMrr);
        ArgumentOutOfRangeException.ThrowIfNegative(expansion);
        RequireLoss(contraction);
        RequireLoss(churn);
        if (contraction + churn > openingMrr)
        {
            throw new ArgumentOutOfRangeException(
                nameof(churn), churn, "contraction + churn cannot exceed openingMrr: count only what the opening customers lost.");
        }

        return openingMrr == 0m ? null : (openingMrr + expansion - contraction - churn) / openingMrr;
    }

    /// <summary>Gross revenue churn rate: the part of the opening customers' recurring revenue that was lost, before any
    /// growth.</summary>
    /// <remarks>
    /// <para>Formula: 1 - GRR = (contraction + churn) / opening, a fraction from 0 to 1, under the same rules as
    /// <see cref="GrossRevenueRetention"/>.</para>
    /// <para>Source: https://www.forentrepreneurs.com/saas-metrics-2/</para>
    /// </remarks>
    /// <param name="openingMrr">MRR of the customers at the opening.</param>
    /// <param name="contraction">What those who stayed pay less at the close, a positive amount.</param>
    /// <param name="churn">What those who left paid at the opening, a positive amount.</param>
    /// <returns>Null when the opening MRR is zero: there was nothing to lose.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative amount, or more lost than there was.</exception>
    public static decimal? GrossRevenueChurnRate(decimal openingMrr, decimal contraction, decimal churn) =>
        1m - GrossRevenueRetention(openingMrr, contraction, churn);

    /// <summary>Net revenue churn rate: the part of the opening customers' recurring revenue that was lost and not made good by
    /// expansion.</summary>
    /// <remarks>
    /// <para>Formula: 1 - NRR = (contraction + churn - expansion) / opening, a fraction; negative when expansion outweighs the losses.
    /// Reactivation does not offset churn here, though some tools let it.</para>
    /// <para>Source: https://help.chartmogul.com/hc/en-us/articles/203359341 (there with reactivation)</para>
    /// </remarks>
    /// <param name="openingMrr">MRR of the customers at the opening.</param>
    /// <param name="expansion">What those who stayed pay more at the close.</param>
    /// <param name="contraction">What those who stayed pay less at the close, a positive amount.</param>
    /// <param name="churn">What those who left paid at the opening, a positive amount.</param>
    /// <returns>Null when the opening MRR is zero: there was nothing to lose.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative amount, or more lost than there was.</exception>
    public static decimal? NetRevenueChurnRate(decimal openingMrr, decimal expansion, decimal contraction, decimal churn) =>
        1m - NetRevenueRetention(openingMrr, expansion, contraction, churn);

    /// <summary>Retention cost per customer: what it cost to keep one customer.</summary>
    /// <remarks>
    /// <para>Formula: cost / customers retained, in currency per customer. The customers are those kept, so this year's joiners are not
    /// among them; with all active customers the figure is smaller and means something else.</para>
    /// <para>Source: https://gainsight.com/resource/cost-of-retention-calculator</para>
    /// </remarks>
    /// <param name="cost">Cost of keeping customers (customer success, support, renewals) in the period.</param>
    /// <param name="retainedCustomers">Customers of the opening who are still there at the close.</param>
    /// <returns>Null when no customer was retained.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public static decimal? RetentionCostPerCustomer(decimal cost, decimal retainedCustomers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retainedCustomers);
        return retainedCustomers == 0m ? null : cost / retainedCustomers;
    }

    /// <summary>Cost per ticket: what it cost to resolve one support ticket.</summary>
    /// <remarks>
    /// <para>Formula: cost / tickets, in currency per ticket. Tickets are those resolved in the period; created or handled ones give
    /// another figure.</para>
    /// <para>Source: https://www.sparrowdesk.com/customer-support-metrics/cost-per-ticket</para>
    /// </remarks>
    /// <param name="cost">Cost of support in the period.</param>
    /// <param name="resolvedTickets">Tickets resolved in the period.</param>
    /// <returns>Null without a ticket.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public static decimal? CostPerTicket(decimal cost, decimal resolvedTickets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(resolvedTickets);
        return resolvedTickets == 0m ? null : cost / resolvedTickets;
    }
}
