namespace RevOps.Metrics;

/// <summary>Tells where deals come from: their lead, the channel and campaign they came by, and by which of them a customer first bought.</summary>
internal sealed class DealOrigins(RevenueDataset data, CustomerNumbers customers, AttributeVersions versions)
{
    private readonly LeadDeals _leads = new(data);

    /// <summary>The lead that a deal came from; null where it came from none.</summary>
    public Lead? LeadOf(Deal deal) => _leads.LeadOf(deal);

    /// <summary>Adds the columns that deals have.</summary>
    public void AddTo(FactTable table, IReadOnlyList<Deal> deals, int[] versionOf)
    {
        AddTo(table, deals, versionOf, Deals.LeadSource, Deals.Channel, Deals.Campaign);
        table.Add(Deals.LeadTouchedOn, [.. deals.Select(deal => DayNumber.OrNone(_leads.LeadOf(deal)?.FirstTouchOn))]);
        HashSet<Deal> first = FirstBought();
        table.Add(Deals.NewCustomers, [.. deals.Select(deal => first.Contains(deal) ? 1L : 0)]);
    }

    /// <summary>Adds the columns by which deals and their movements can be told.</summary>
    public void AddTo(FactTable table, IReadOnlyList<Deal> deals, int[] versionOf, CodeColumn source, CodeColumn channel, CodeColumn campaign)
    {
        table.AddNames(source, deals, deal => _leads.LeadOf(deal)?.Source);
        AddNames(channel, "channel", lead => lead.Channel);
        AddNames(campaign, "campaign", lead => lead.Campaign);

        void AddNames(CodeColumn column, string attribute, Func<Lead, string?> ofLead)
        {
            string?[] names = [.. deals.Select((deal, i) =>
                _leads.LeadOf(deal) is { } lead && ofLead(lead) is { Length: > 0 } name ? name : versions.ValueOf(attribute, versionOf[i]))];
            table.AddNames(column, names, name => name);
        }
    }

    /// <summary>Of each customer the new business that was won before anything else was; of deals of no customer, each new business that was won.</summary>
    private HashSet<Deal> FirstBought()
    {
        HashSet<Deal> first = new(ReferenceEqualityComparer.Instance);
        foreach (var bought in data.Deals.Where(deal => deal.Outcome == DealOutcome.Won).GroupBy(deal => customers.OrNone(deal.CustomerId)))
        {
            IEnumerable<Deal> newBusiness = bought.Where(deal => deal.Type == DealType.NewBusiness);
            if (bought.Key < 0) first.UnionWith(newBusiness);
            else if (newBusiness.OrderBy(deal => deal.ClosedOn).ThenBy(deal => deal.Id, StringComparer.Ordinal).FirstOrDefault() is { } deal
                && deal.ClosedOn == bought.Min(other => other.ClosedOn)) first.Add(deal);
        }

        return first;
    }
}
