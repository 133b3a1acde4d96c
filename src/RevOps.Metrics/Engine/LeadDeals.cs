using NodaTime;

namespace RevOps.Metrics;

/// <summary>Which deal each lead became, and which lead each deal counts as come from: at most one either way, so that nothing is counted twice.</summary>
internal sealed class LeadDeals
{
    private readonly Dictionary<string, Deal> _deals;
    private readonly Dictionary<string, Lead> _leads;
    private readonly Dictionary<string, Deal> _dealNaming;
    private readonly Dictionary<string, Lead> _leadNaming;

    public LeadDeals(RevenueDataset data)
    {
        _deals = data.Deals.ToDictionary(deal => deal.Id, StringComparer.Ordinal);
        _leads = data.Leads.ToDictionary(lead => lead.Id, StringComparer.Ordinal);
        _dealNaming = FirstBy(data.Deals, deal => deal.LeadId, deal => deal.CreatedOn ?? LocalDate.MaxIsoValue, deal => deal.Id);
        _leadNaming = FirstBy(data.Leads, lead => lead.DealId, lead => lead.FirstTouchOn, lead => lead.Id);
    }

    /// <summary>The deal that a lead became: the one it names, else the first created of those that name it.</summary>
    public Deal? DealOf(Lead lead) => string.IsNullOrEmpty(lead.DealId) ? _dealNaming.GetValueOrDefault(lead.Id) : _deals.GetValueOrDefault(lead.DealId);

    /// <summary>The lead that a deal came from: the one it names, else the first touched of those that name it.</summary>
    public Lead? LeadOf(Deal deal) => string.IsNullOrEmpty(deal.LeadId) ? _leadNaming.GetValueOrDefault(deal.Id) : _leads.GetValueOrDefault(deal.LeadId);

    private static Dictionary<string, T> FirstBy<T>(IEnumerable<T> records, Func<T, string?> named, Func<T, LocalDate> day, Func<T, string> id)
    {
        Dictionary<string, T> first = new(StringComparer.Ordinal);
        foreach (T record in records.Where(record => !string.IsNullOrEmpty(named(record))).OrderBy(day).ThenBy(id, StringComparer.Ordinal))
        {
            first.TryAdd(named(record)!, record);
        }

        return first;
    }
}
