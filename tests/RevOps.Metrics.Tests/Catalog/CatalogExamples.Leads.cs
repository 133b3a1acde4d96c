using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    /// <summary>
    /// Six leads of January and one of February. Deals in dollars and euros (at 1.10): x of three leads is won for 1,000 euros, y of one lead is open at
    /// 300, z is an expansion of a lead and won for 500, w of none is won for 700, v was void.
    /// </summary>
    private static readonly RevenueDataset Funnel = RevenueDataset.Build(
        deals:
        [
            Deal("x", DealOutcome.Won, "2026-01-20", "2026-03-10", null) with { CustomerId = "ada", Amount = new Money(1000, Currency.Eur), Owner = "Ann" },
            Deal("y", DealOutcome.Open, "2026-02-03", null, 300) with { CustomerId = "bob", LeadId = "l4", Owner = "Ann" },
            Deal("z", DealOutcome.Won, "2026-02-10", "2026-03-20", 500) with { CustomerId = "ada", Type = DealType.Expansion, LeadId = "l5" },
            Deal("w", DealOutcome.Won, "2026-02-10", "2026-03-20", 700) with { Owner = "Ben" },
            Deal("v", DealOutcome.Void, "2026-01-10", "2026-01-15", 9000) with { LeadId = "l6" },
        ],
        leads:
        [
            // Three leads of the deal x: the first touched, l2, is the one it came from.
            Lead("l1", "2026-01-12", qualified: "2026-01-13", accepted: "2026-01-14", bySales: "2026-01-15") with { DealId = "x", Channel = "Events", IsInbound = true },
            Lead("l2", "2026-01-10", qualified: "2026-01-31", accepted: "2026-02-02", bySales: "2026-02-04") with { DealId = "x", Channel = "Ads", Source = "Webinar", ConvertedOn = Day("2026-02-20") },
            Lead("l3", "2026-01-12", bySales: "2026-01-15") with { DealId = "x", IsInbound = true },
            // Touched and answered on the same day; the deal names the lead.
            Lead("l4", "2026-01-31", qualified: "2026-02-01", accepted: "2026-01-31", bySales: "2026-02-03") with { Channel = "Ads", IsInbound = false },
            // Never touched by sales, though it became a deal.
            Lead("l5", "2026-01-31"),
            Lead("l6", "2026-01-02", qualified: "2026-01-02") with { DisqualifiedOn = Day("2026-01-03") },
            Lead("l7", "2026-02-28", qualified: "2026-03-01"),
        ],
        marketingActivities:
        [
            new() { On = Day("2026-01-05"), Channel = "Ads", IsPaid = true, Impressions = 4000, Engagements = 100 },
            new() { On = Day("2026-01-31"), Channel = "Ads", IsPaid = true, Impressions = 1000, Engagements = 20 },
            new() { On = Day("2026-01-31"), Channel = "Blog", Impressions = 3000, Engagements = 40 },
            new() { On = Day("2026-02-01"), Channel = "Blog", Impressions = 70 },
        ],
        spends:
        [
            // 31 days of January at 10 and 10 of February: 310 and 100.
            new() { From = Day("2026-01-01"), To = Day("2026-02-11"), Amount = Usd(410), Category = SpendCategory.Marketing, Channel = "Ads" },
            new() { From = Day("2026-01-15"), Amount = new Money(100, Currency.Eur), Category = SpendCategory.Marketing },
            new() { From = Day("2026-01-15"), Amount = Usd(580), Category = SpendCategory.Sales },
            new() { From = Day("2026-03-15"), Amount = Usd(-50), Category = SpendCategory.Marketing, Channel = "Ads" },
        ],
        options: new() { ReportingCurrency = Currency.Usd, ExchangeRates = new([new(Day("2025-01-01"), Currency.Eur, Currency.Usd, 1.1m)]) });

    public static IEnumerable<CatalogExample> Leads
    {
        get
        {
            ReportingPeriod january = Month("2026-01"), february = Month("2026-02"), march = Month("2026-03"), quarter = Quarter(2026, 1);
            EvaluationOptions allTypes = new() { Policy = new() { Deals = DealScope.AllTypes } };
            return
            [
                new(Marketing.PaidImpressions, Funnel, january, 5000), new(Marketing.OrganicImpressions, Funnel, quarter, 3070), new(Marketing.Engagements, Funnel, january, 160),
                // 160 / (5000 + 3000); in February 0 / 70; in March nothing was shown.
                new(Marketing.EngagementRate, Funnel, january, 0.02m), new(Marketing.EngagementRate, Funnel, february, 0), new(Marketing.EngagementRate, Funnel, march, null),

                new(Marketing.Leads, Funnel, january, 6), new(Marketing.Leads, Funnel, february, 1),
                // l1, l2 and l6 in January; l4 in February; l7 in March.
                new(Marketing.MarketingQualifiedLeads, Funnel, january, 3), new(Marketing.MarketingQualifiedLeads, Funnel, quarter, 5),
                // l1 and l3 reached out; of l2, l5 and l6 nobody knows.
                new(Marketing.CustomerReachOuts, Funnel, january, 2),
                // l1 and l3 in January; l2 and l4 in February.
                new(Sales.SalesQualifiedLeads, Funnel, january, 2), new(Sales.SalesQualifiedLeads, Funnel, quarter, 4),

                // 310 on ads and 110 without a channel.
                new(Marketing.MarketingSpend, Funnel, january, 420), new(Marketing.AdSpend, Funnel, january, 310), new(Marketing.AcquisitionSpend, Funnel, january, 1000),
                // 420 / 6 and 420 / 2; in March nobody was touched.
                new(Marketing.CostPerLead, Funnel, january, 70), new(Marketing.CostPerSql, Funnel, january, 210), new(Marketing.CostPerLead, Funnel, march, null),

                // Days from the first touch: l1 2, l2 23, l3 3 (to SQL, as acceptance is not recorded), l4 0. The median of 0, 2, 3, 23.
                new(Marketing.SpeedToLead, Funnel, january, 2.5m), new(Marketing.SpeedToLead, Funnel, february, null),

                // Of the six touched in January l1, l2, l4 and l6 were qualified by marketing, l4 in February; l1, l2, l3 and l4 by sales.
                new(Marketing.LeadToMqlRate, Funnel, january, 4m / 6), new(Sales.LeadToSqlRate, Funnel, january, 4m / 6),
                // Of l1, l2 and l6 sales qualified two; of the leads of the quarter l4 too, of five.
                new(Marketing.MqlToSqlRate, Funnel, january, 2m / 3), new(Marketing.MqlToSqlRate, Funnel, quarter, 3m / 5), new(Marketing.MqlToSqlRate, Funnel, march, 0),
                // Of l1 and l3, both through the deal x; of l2 and l4, one by its own date and one by the deal that names it.
                new(Marketing.SqlToOpportunityRate, Funnel, january, 1), new(Marketing.SqlToOpportunityRate, Funnel, quarter, 1),
                // Of the four qualified by sales the three of x bought.
                new(Sales.SalesConversionRatio, Funnel, quarter, 3m / 4), new(Sales.SalesConversionRatio, Funnel, march, null),

                // x once, of January, at the rate of its close; the void one never. y in February, and z only among all types.
                new(Marketing.SourcedPipeline, Funnel, january, 1100), new(Marketing.SourcedPipeline, Funnel, quarter, 1400), new(Marketing.SourcedPipeline, Funnel, february, 800, allTypes),
                // x; of all types z too. w came from no lead.
                new(Marketing.SourcedRevenue, Funnel, march, 1100), new(Marketing.SourcedRevenue, Funnel, march, 1600, allTypes), new(Marketing.SourcedRevenue, Funnel, january, 0),
                // 310 + 110 + 100 - 50 of marketing in the quarter is 470, of which 360 on ads.
                new(Marketing.MarketingRoi, Funnel, quarter, (1100m - 470) / 470), new(Marketing.ReturnOnAdSpend, Funnel, quarter, 1100m / 360),
                // In January there was no revenue; in March the ads gave money back.
                new(Marketing.MarketingRoi, Funnel, january, -1), new(Marketing.ReturnOnAdSpend, Funnel, march, null),
                // 1,100 over the seven leads of the quarter.
                new(Sales.RevenuePerLead, Funnel, quarter, 1100m / 7), new(Sales.RevenuePerLead, Funnel, march, null),
            ];
        }
    }

    private static Lead Lead(string id, string touched, string? qualified = null, string? accepted = null, string? bySales = null) => new()
    {
        Id = id, FirstTouchOn = Day(touched), MarketingQualifiedOn = DayOrNone(qualified), AcceptedOn = DayOrNone(accepted), SalesQualifiedOn = DayOrNone(bySales),
    };

    private static NodaTime.LocalDate? DayOrNone(string? iso) => iso is null ? null : Day(iso);
}
