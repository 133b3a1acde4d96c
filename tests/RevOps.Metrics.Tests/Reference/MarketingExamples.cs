namespace RevOps.Metrics.Tests.Reference;

/// <summary>Published examples of the marketing funnel and of what it costs to win customers, from books of leads, deals and spend.</summary>
internal static class MarketingExamples
{
    private static readonly ReportingPeriod Month = Make.Month("2026-01");

    public static ComputedExamples Computed { get; } = new() { ["cac-full"] = FullyLoaded, ["leadgen"] = LeadGeneration };

    private static FigureValues FullyLoaded(WorkedExample e)
    {
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: Enumerable.Range(0, (int)e["new_customers"]).Select(i => Make.Monthly($"s{i}", $"c{i}", 10, "2026-01-15")),
            spends: e.Parts("costs").Select(cost => Spent(cost.Value, cost.Key is "marketing" or "content" or "events" ? SpendCategory.Marketing : SpendCategory.Sales)));
        decimal? Told(Metric metric, CacScope scope) => ToldOf(data, metric, new() { CacScope = scope });
        return new()
        {
            ["total"] = Told(Marketing.AcquisitionSpend, CacScope.SalesAndMarketing),
            ["cac"] = Told(Marketing.Cac, CacScope.SalesAndMarketing),
            ["marketing_only_cac"] = Told(Marketing.Cac, CacScope.MarketingOnly),
        };
    }

    /// <summary>Ten times the page's book, since it holds marketing to account for nine of ten customers and those are 12.6: the deals of the others name no lead.</summary>
    private static FigureValues LeadGeneration(WorkedExample e)
    {
        const int Times = 10;
        int Steps(string step) => (int)e[$"funnel.{step}"] * Times;
        int attributed = (int)(Steps("customers") * e["attribution"]);
        RevenueDataset data = RevenueDataset.Build(
            deals: Enumerable.Range(0, Steps("opps")).Select(i => Make.Deal(
                $"d{i}", i < Steps("customers") ? DealOutcome.Won : DealOutcome.Lost, "2026-01-08", "2026-01-31", e["revenue_per_customer"])),
            leads: Enumerable.Range(0, Steps("leads")).Select(i => new Lead
            {
                Id = $"l{i}",
                FirstTouchOn = Make.Day("2026-01-02"),
                MarketingQualifiedOn = i < Steps("mql") ? Make.Day("2026-01-04") : null,
                SalesQualifiedOn = i < Steps("sql") ? Make.Day("2026-01-06") : null,
                ConvertedOn = i < Steps("opps") ? Make.Day("2026-01-08") : null,
                DealId = i < attributed || (i >= Steps("customers") && i < Steps("opps")) ? $"d{i}" : null,
            }),
            marketingActivities: [new() { On = Make.Day("2026-01-02"), IsPaid = true, Impressions = Steps("impressions"), Engagements = Steps("clicks") }],
            // The ads alone are spend on a channel; serving customers is no cost of winning them.
            spends:
            [
                .. e.Parts("costs").Select(cost => Spent(cost.Value * Times, cost.Key == "sales" ? SpendCategory.Sales : SpendCategory.Marketing) with
                {
                    Channel = cost.Key == "ads" ? "ads" : null,
                }),
                Spent(e["service_cost_per_customer"] * attributed, SpendCategory.CustomerSuccess),
            ]);

        Metric<Count> customers = Measures.Count(on: Deals.ClosedOn).Where(Deals.Outcome.Is("Won"), Deals.LeadTouchedOn.IsKnown()).InPeriod();
        Metric<Money> service = Measures.Sum(SpendDays.Amount, on: SpendDays.On).Where(SpendDays.Category.Is("CustomerSuccess")).InPeriod();
        Metric<Money> grossProfit = (Marketing.SourcedRevenue * UnitEconomics.GrossMargin) - service, netProfit = grossProfit - Marketing.AcquisitionSpend;
        decimal? Told(Metric metric) => ToldOf(
            data, metric, new() { CacCustomers = NewCustomerBasis.FirstWonDeal }, Assumptions.None.With(UnitEconomics.AssumedGrossMargin, new Ratio(e["gross_margin"])));
        return new()
        {
            ["total_cost"] = Told(Marketing.AcquisitionSpend) / Times,
            ["attributed_customers"] = Told(customers) / Times,
            ["revenue"] = Told(Marketing.SourcedRevenue) / Times,
            ["gross_profit"] = Told(grossProfit) / Times,
            ["net_profit"] = Told(netProfit) / Times,
            // The page's return is that of gross profit, and it holds sales to be a cost of leads.
            ["roi"] = Told(netProfit / Marketing.AcquisitionSpend),
            ["cpl"] = Told(Marketing.AcquisitionSpend / Marketing.Leads),
            ["cac"] = Told(Marketing.Cac),
            ["roas_on_ads"] = Told(Marketing.ReturnOnAdSpend),
            ["ctr"] = Told(Marketing.EngagementRate),
            ["click_to_lead"] = Told(Marketing.Leads / Marketing.Engagements),
            ["lead_to_mql"] = Told(Marketing.LeadToMqlRate),
            ["mql_to_sql"] = Told(Marketing.MqlToSqlRate),
            ["sql_to_opp"] = Told(Marketing.SqlToOpportunityRate),
            ["opp_to_customer"] = Told(Sales.WinRate),
            ["revenue_per_lead"] = Told(Sales.RevenuePerLead),
        };
    }

    private static Spend Spent(decimal amount, SpendCategory category) => new() { From = Month.Start, Amount = Make.Usd(amount), Category = category };

    private static decimal? ToldOf(RevenueDataset data, Metric metric, MetricPolicy policy, Assumptions? assumptions = null) =>
        data.Evaluate(metric, [Month], options: new() { Policy = policy, Assumptions = assumptions ?? Assumptions.None }).Results[0].Magnitude;
}
