namespace RevOps.Metrics;

/// <summary>Which records say what a subscription charges.</summary>
/// <remarks>Payments are cash and never a source: when a customer pays says nothing of what it owes for a month.</remarks>
public enum RevenueSource
{
    /// <summary>The price terms of the subscription.</summary>
    SubscriptionPrice,

    /// <summary>
    /// The recurring lines of its invoices: on each day of service what all lines that cover the day come to together in a year, never below zero.
    /// </summary>
    /// <remarks>
    /// A line of m whole months counts with its amount x 12 / m, any other with its amount x 365 / days. Plan and product are those of the largest
    /// line of the day. What has no line charges nothing, so service that is not invoiced yet is not there; <see cref="LedgerPolicy.Discounts"/>,
    /// <see cref="LedgerPolicy.PriceChanges"/>, <see cref="LedgerPolicy.Ramps"/> and <see cref="LedgerPolicy.YearBasis"/> speak of terms and do nothing.
    /// </remarks>
    InvoiceLines,
}
