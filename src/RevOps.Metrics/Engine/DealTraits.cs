namespace RevOps.Metrics;

/// <summary>Tells what deals are asked by: their kind and customer, and where they come from.</summary>
internal sealed class DealTraits(RevenueDataset data, CustomerNumbers customers, AttributeVersions versions)
{
    private static readonly NameList Types = NameList.OfEnum<DealType>();

    private readonly LeadDeals _leads = new(data);

    /// <summary>The lead that a deal came from; null where it came from none.</summary>
    public Lead? LeadOf(Deal deal) => _leads.LeadOf(deal);

    /// <summary>Adds the columns that every relation of deals has.</summary>
    /// <param name="table">The table to add them to.</param>
    /// <param name="deals">The deal of each of its rows.</param>
    public void AddTo<TRelation>(FactTable table, IReadOnlyList<Deal> deals)
        where TRelation : IRelation
    {
        table.Add(DealColumns<TRelation>.Type, [.. deals.Select(deal => (int)deal.Type + 1)], Types);
        table.AddNames(DealColumns<TRelation>.Product, deals, deal => deal.Product);
        int[] customerOf = [.. deals.Select(deal => customers.OrNone(deal.CustomerId))];
        (int[] codes, NameList ids) = customers.Column(customerOf);
        table.Add(DealColumns<TRelation>.CustomerId, codes, ids);
        int[] versionOf = [.. deals.Select((deal, i) => VersionOf(deal, customerOf[i]))];
        foreach (string attribute in versions.Attributes)
        {
            (int[] values, NameList names) = versions.Column(attribute, versionOf);
            table.Add(DealColumns<TRelation>.CustomerAttribute(attribute), values, names);
        }

        table.AddNames(DealColumns<TRelation>.LeadSource, deals, deal => _leads.LeadOf(deal)?.Source);
        AddNames(DealColumns<TRelation>.Channel, "channel", lead => lead.Channel);
        AddNames(DealColumns<TRelation>.Campaign, "campaign", lead => lead.Campaign);

        void AddNames(CodeColumn column, string attribute, Func<Lead, string?> ofLead)
        {
            string?[] names = [.. deals.Select((deal, i) =>
                _leads.LeadOf(deal) is { } lead && ofLead(lead) is { Length: > 0 } name ? name : versions.ValueOf(attribute, versionOf[i]))];
            table.AddNames(column, names, name => name);
        }
    }

    /// <summary>Of each customer the new business that was won before anything else was; of deals of no customer, each new business that was won.</summary>
    public HashSet<Deal> FirstBought()
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

    /// <summary>The version of the customer's attributes on the day of the close, or of today while the deal is open.</summary>
    private int VersionOf(Deal deal, int customer) => customer < 0 ? -1 : versions.On(customer, DayNumber.OrNone(deal.ClosedOn));
}
