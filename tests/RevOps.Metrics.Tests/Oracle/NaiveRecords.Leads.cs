using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Leads, marketing activities, and what deals know of the lead they came from.</summary>
internal static partial class NaiveRecords
{
    public static IEnumerable<NaiveRow> Leads(RevenueDataset data, CustomerIdentity identity) => data.Leads.Select(lead =>
    {
        Deal? deal = DealOf(lead, data);
        LocalDate? converted = lead.ConvertedOn ?? (deal?.CreatedOn < lead.FirstTouchOn ? lead.FirstTouchOn : deal?.CreatedOn);
        long? DaysTo(LocalDate? day) => day is { } until ? Period.DaysBetween(lead.FirstTouchOn, until) : null;
        Customer? customer = CustomerOf(lead.CustomerId ?? deal?.CustomerId, data, identity);
        NaiveRow row = new NaiveRow()
            .With(Metrics.Leads.FirstTouchOn, lead.FirstTouchOn).With(Metrics.Leads.MarketingQualifiedOn, lead.MarketingQualifiedOn)
            .With(Metrics.Leads.AcceptedOn, lead.AcceptedOn).With(Metrics.Leads.SalesQualifiedOn, lead.SalesQualifiedOn)
            .With(Metrics.Leads.DisqualifiedOn, lead.DisqualifiedOn).With(Metrics.Leads.ConvertedOn, converted)
            .With(Metrics.Leads.WonOn, deal?.Outcome == DealOutcome.Won ? deal.ClosedOn : null)
            .With(Metrics.Leads.DaysToMarketingQualified, DaysTo(lead.MarketingQualifiedOn)).With(Metrics.Leads.DaysToSales, DaysTo(lead.AcceptedOn ?? lead.SalesQualifiedOn))
            .With(Metrics.Leads.DaysToConverted, DaysTo(converted))
            .With(Metrics.Leads.Direction, lead.IsInbound is { } isInbound ? isInbound ? "Inbound" : "Outbound" : null)
            .With(Metrics.Leads.Source, lead.Source).With(Metrics.Leads.Channel, lead.Channel).With(Metrics.Leads.Campaign, lead.Campaign)
            .With(Metrics.Leads.Owner, lead.Owner).With(Metrics.Leads.DealOutcome, deal?.Outcome.ToString()).With(Metrics.Leads.CustomerId, customer?.Id);
        foreach ((string name, string value) in customer is null ? [] : AttributesOn(customer, converted)) row.With(Metrics.Leads.CustomerAttribute(name), value);
        return row;
    });

    public static IEnumerable<NaiveRow> MarketingActivities(RevenueDataset data) => data.MarketingActivities.Select(activity => new NaiveRow()
        .With(Metrics.MarketingActivities.On, activity.On).With(Metrics.MarketingActivities.Impressions, activity.Impressions)
        .With(Metrics.MarketingActivities.Engagements, activity.Engagements).With(Metrics.MarketingActivities.Reach, activity.IsPaid ? "Paid" : "Organic")
        .With(Metrics.MarketingActivities.Channel, activity.Channel).With(Metrics.MarketingActivities.Campaign, activity.Campaign));

    /// <summary>What every relation of deals says of one: its kind, its customer, and what it has of its lead and else of its customer.</summary>
    private static NaiveRow WithDeal<TRelation>(this NaiveRow row, Deal deal, RevenueDataset data, CustomerIdentity identity)
        where TRelation : IRelation
    {
        Lead? lead = LeadOf(deal, data);
        foreach ((string name, string value) in AttributesOf(deal, data, identity)) row.With(DealColumns<TRelation>.CustomerAttribute(name), value);
        return row.With(DealColumns<TRelation>.Type, deal.Type.ToString()).With(DealColumns<TRelation>.Product, deal.Product)
            .With(DealColumns<TRelation>.CustomerId, CustomerOf(deal.CustomerId, data, identity)?.Id).With(DealColumns<TRelation>.LeadSource, lead?.Source)
            .With(DealColumns<TRelation>.Channel, lead?.Channel ?? Attribute("channel")).With(DealColumns<TRelation>.Campaign, lead?.Campaign ?? Attribute("campaign"));

        string? Attribute(string name) => AttributesOf(deal, data, identity).Where(attribute => attribute.Name == name).Select(attribute => attribute.Value).FirstOrDefault();
    }

    private static Deal? DealOf(Lead lead, RevenueDataset data) => lead.DealId is { } named
        ? data.Deals.FirstOrDefault(deal => deal.Id == named)
        : data.Deals.Where(deal => deal.LeadId == lead.Id).MinBy(deal => (deal.CreatedOn ?? LocalDate.MaxIsoValue, deal.Id));

    private static Lead? LeadOf(Deal deal, RevenueDataset data) => deal.LeadId is { } named
        ? data.Leads.FirstOrDefault(lead => lead.Id == named)
        : data.Leads.Where(lead => lead.DealId == deal.Id).MinBy(lead => (lead.FirstTouchOn, lead.Id));

    /// <summary>New business won, when no other deal of the customer was won before, nor new business with a lesser id on the same day.</summary>
    private static bool IsFirstBought(Deal deal, RevenueDataset data, CustomerIdentity identity)
    {
        if (deal.Outcome != DealOutcome.Won || deal.Type != DealType.NewBusiness) return false;
        if (CustomerOf(deal.CustomerId, data, identity) is not { } customer) return true;
        return !data.Deals.Any(other => other.Outcome == DealOutcome.Won && CustomerOf(other.CustomerId, data, identity) == customer
            && (other.ClosedOn < deal.ClosedOn
                || (other.ClosedOn == deal.ClosedOn && other.Type == DealType.NewBusiness && string.CompareOrdinal(other.Id, deal.Id) < 0)));
    }
}
