namespace RevOps.Metrics;

/// <summary>What subscriptions charge, from the records that the policy takes it from: price terms or invoice lines, and usage beside them.</summary>
internal sealed class ServicePricing
{
    private readonly LedgerPolicy _policy;
    private readonly TermFacts _terms;
    private readonly SubscriptionPricing _prices;
    private readonly InvoicePricing _invoices;

    public ServicePricing(LedgerPolicy policy, RevenueDataset data, TermFacts terms)
    {
        (_policy, _terms) = (policy, terms);
        CountedDays days = new(policy, data);
        _prices = new SubscriptionPricing(policy, data, days);
        _invoices = new InvoicePricing(policy, data, days, terms);
    }

    /// <summary>Adds the spans of a subscription's service in the order of their days, under numbers of terms of their own.</summary>
    public void AddService(Subscription subscription, int line, List<PricedSpan> spans)
    {
        if (_policy.Source == RevenueSource.InvoiceLines)
        {
            _invoices.AddService(subscription, line, spans);
            return;
        }

        int firstTerm = _terms.Next;
        foreach (PriceTerm term in subscription.Terms) _terms.Add(term);
        _prices.AddSpans(subscription, line, firstTerm, spans);
    }

    /// <summary>Adds the spans of its usage, where the policy counts it as invoiced.</summary>
    public void AddUsage(Subscription subscription, int line, List<PricedSpan> spans)
    {
        if (_policy.Usage == UsageTreatment.AsInvoiced) _invoices.AddUsage(subscription, line, spans);
    }
}
