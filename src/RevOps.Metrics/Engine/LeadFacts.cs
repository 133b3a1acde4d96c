using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relations of leads and of marketing activities.</summary>
internal static class LeadFacts
{
    public static FactTable Compile(RevenueDataset data, CustomerNumbers customers, AttributeVersions versions)
    {
        LeadDeals links = new(data);
        ValueList<Lead> leads = data.Leads;
        Deal?[] deals = [.. leads.Select(links.DealOf)];
        LocalDate?[] converted = [.. leads.Select((lead, i) => lead.ConvertedOn ?? NotBefore(lead.FirstTouchOn, deals[i]?.CreatedOn))];
        int[] customerOf = [.. leads.Select((lead, i) => customers.OrNone(lead.CustomerId ?? deals[i]?.CustomerId))];

        FactTable table = new(leads.Count);
        void AddDay(DateColumn column, Func<Lead, int, LocalDate?> day) => table.Add(column, [.. leads.Select((lead, i) => DayNumber.OrNone(day(lead, i)))]);
        void AddDays(ValueColumn column, Func<Lead, int, LocalDate?> until) => table.Add(column, [.. leads.Select((lead, i) => DaysUntil(lead, until(lead, i)))]);

        AddDay(Leads.FirstTouchOn, (lead, _) => lead.FirstTouchOn);
        AddDay(Leads.MarketingQualifiedOn, (lead, _) => lead.MarketingQualifiedOn);
        AddDay(Leads.AcceptedOn, (lead, _) => lead.AcceptedOn);
        AddDay(Leads.SalesQualifiedOn, (lead, _) => lead.SalesQualifiedOn);
        AddDay(Leads.DisqualifiedOn, (lead, _) => lead.DisqualifiedOn);
        AddDay(Leads.ConvertedOn, (_, i) => converted[i]);
        AddDay(Leads.WonOn, (_, i) => deals[i] is { Outcome: DealOutcome.Won } won ? won.ClosedOn : null);
        AddDays(Leads.DaysToMarketingQualified, (lead, _) => lead.MarketingQualifiedOn);
        AddDays(Leads.DaysToSales, (lead, _) => lead.AcceptedOn ?? lead.SalesQualifiedOn);
        AddDays(Leads.DaysToConverted, (_, i) => converted[i]);
        table.AddNames(Leads.Direction, leads, lead => lead.IsInbound switch { true => "Inbound", false => "Outbound", null => null });
        table.AddNames(Leads.Source, leads, lead => lead.Source);
        table.AddNames(Leads.Channel, leads, lead => lead.Channel);
        table.AddNames(Leads.Campaign, leads, lead => lead.Campaign);
        table.AddNames(Leads.Owner, leads, lead => lead.Owner);
        table.AddNames(Leads.DealOutcome, deals, deal => deal?.Outcome.ToString());
        AddCustomers(table, converted, customerOf, customers, versions);
        return table;
    }

    public static FactTable CompileActivities(RevenueDataset data)
    {
        ValueList<MarketingActivity> activities = data.MarketingActivities;
        FactTable table = new(activities.Count);
        table.Add(MarketingActivities.On, [.. activities.Select(activity => DayNumber.Of(activity.On))]);
        table.Add(MarketingActivities.Impressions, [.. activities.Select(activity => activity.Impressions)]);
        table.Add(MarketingActivities.Engagements, [.. activities.Select(activity => activity.Engagements)]);
        table.AddNames(MarketingActivities.Reach, activities, activity => activity.IsPaid ? "Paid" : "Organic");
        table.AddNames(MarketingActivities.Channel, activities, activity => activity.Channel);
        table.AddNames(MarketingActivities.Campaign, activities, activity => activity.Campaign);
        return table;
    }

    private static void AddCustomers(FactTable table, LocalDate?[] converted, int[] customerOf, CustomerNumbers customers, AttributeVersions versions)
    {
        (int[] ids, NameList idNames) = customers.Column(customerOf);
        table.Add(Leads.CustomerId, ids, idNames);
        int[] versionOf = [.. customerOf.Select((customer, i) => customer < 0 ? -1 : versions.On(customer, DayNumber.OrNone(converted[i])))];
        versions.AddTo(table, Leads.CustomerAttribute, () => versionOf);
    }

    private static long DaysUntil(Lead lead, LocalDate? day) => day is { } until ? Period.DaysBetween(lead.FirstTouchOn, until) : FactTable.NoValue;

    private static LocalDate? NotBefore(LocalDate first, LocalDate? day) => day < first ? first : day;
}
