namespace RevOps.Metrics;

/// <summary>Tells what deals are asked by: their kind and customer, and where they come from. Each is found once for a deal, when it is first asked for.</summary>
internal sealed class DealTraits
{
    private readonly RevenueDataset _data;
    private readonly CustomerNumbers _customers;
    private readonly AttributeVersions _versions;
    private readonly Lazy<Lead?[]> _leads;
    private readonly Lazy<int[]> _customerOf, _versionOf;
    private readonly Lazy<(Codes Codes, NameList Names)> _sources, _channels, _campaigns;

    public DealTraits(RevenueDataset data, CustomerNumbers customers, AttributeVersions versions)
    {
        (_data, _customers, _versions) = (data, customers, versions);
        _leads = new(FindLeads);
        _customerOf = new(() => [.. data.Deals.Select(deal => customers.OrNone(deal.CustomerId))]);
        _versionOf = new(FindVersions);
        _sources = new(() => CodesOf(deal => LeadOf(deal)?.Source));
        _channels = new(() => CodesOf(deal => NameOf(deal, "channel", lead => lead.Channel)));
        _campaigns = new(() => CodesOf(deal => NameOf(deal, "campaign", lead => lead.Campaign)));
    }

    /// <summary>The lead that a deal came from, by the number of the deal; null where it came from none.</summary>
    public Lead? LeadOf(int deal) => _leads.Value[deal];

    /// <summary>Adds the columns that every relation of deals has.</summary>
    /// <param name="table">The table to add them to.</param>
    /// <param name="rows">Whose its rows are.</param>
    public void AddTo<TRelation>(FactTable table, DealRows rows)
        where TRelation : IRelation
    {
        DealRegister deals = _data.DealRegister;
        table.Add(DealColumns<TRelation>.Type, () => rows.Spread(deals.Types), DealRegister.TypeNames);
        Add(DealColumns<TRelation>.Product, () => deals.Products);
        Add(DealColumns<TRelation>.CustomerId, () => Narrowed(_customers.Column(_customerOf.Value)));
        foreach (string attribute in _versions.Attributes)
        {
            Add(DealColumns<TRelation>.CustomerAttribute(attribute), () => _versions.Column(attribute, _versionOf.Value, _versionOf.Value.Length));
        }

        Add(DealColumns<TRelation>.LeadSource, () => _sources.Value);
        Add(DealColumns<TRelation>.Channel, () => _channels.Value);
        Add(DealColumns<TRelation>.Campaign, () => _campaigns.Value);

        void Add(CodeColumn column, Func<(Codes Codes, NameList Names)> ofDeals) => table.Add(column, () =>
        {
            (Codes codes, NameList names) = ofDeals();
            return (rows.Spread(codes), names);
        });
    }

    /// <summary>Of each customer the new business that was won before anything else was; of deals of no customer, each new business that was won.</summary>
    public HashSet<Deal> FirstBought()
    {
        HashSet<Deal> first = new(ReferenceEqualityComparer.Instance);
        foreach (var bought in _data.Deals.Where(deal => deal.Outcome == DealOutcome.Won).GroupBy(deal => _customers.OrNone(deal.CustomerId)))
        {
            IEnumerable<Deal> newBusiness = bought.Where(deal => deal.Type == DealType.NewBusiness);
            if (bought.Key < 0) first.UnionWith(newBusiness);
            else if (newBusiness.OrderBy(deal => deal.ClosedOn).ThenBy(deal => deal.Id, StringComparer.Ordinal).FirstOrDefault() is { } deal
                && deal.ClosedOn == bought.Min(other => other.ClosedOn)) first.Add(deal);
        }

        return first;
    }

    private static (Codes Codes, NameList Names) Narrowed((int[] Codes, NameList Names) column) => (Codes.Of(column.Codes, column.Names.Count), column.Names);

    private Lead?[] FindLeads()
    {
        if (_data.Leads.Count == 0) return new Lead?[_data.Deals.Count];
        LeadDeals links = new(_data);
        return [.. _data.Deals.Select(links.LeadOf)];
    }

    /// <summary>The version of the customer's attributes on the day of the close, or of today while the deal is open; less than 0 for no customer.</summary>
    private int[] FindVersions()
    {
        DayNumbers closed = _data.DealRegister.Days.Closed;
        return [.. _customerOf.Value.Select((customer, deal) => customer < 0 ? -1 : _versions.On(customer, closed[deal]))];
    }

    private string? NameOf(int deal, string attribute, Func<Lead, string?> ofLead) =>
        LeadOf(deal) is { } lead && ofLead(lead) is { Length: > 0 } name ? name : _versions.ValueOf(attribute, _versionOf.Value[deal]);

    private (Codes Codes, NameList Names) CodesOf(Func<int, string?> name)
    {
        NameList names = new();
        int[] codes = new int[_data.Deals.Count];
        for (int deal = 0; deal < codes.Length; deal++) codes[deal] = names.CodeOf(name(deal));
        return (Codes.Of(codes, names.Count), names);
    }
}
