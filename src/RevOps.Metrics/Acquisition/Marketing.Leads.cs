namespace RevOps.Metrics;

/// <content>
/// Leads. A count belongs to the period of its milestone. A rate is of a cohort: the leads that reached the first milestone in the period, whenever
/// they reach the second, so that it cannot pass 1 and rises while the cohort is young. A milestone counts where its day is recorded; one that was
/// skipped was not reached.
/// </content>
public static partial class Marketing
{
    /// <summary>Leads first touched in the period.</summary>
    /// <remarks>Unit: count. Formula: leads by the day of the first touch.</remarks>
    public static FlowMetric<Count> Leads { get; } = LeadFunnel.Touched.Described(new()
    {
        Id = "marketing.leads", Name = "leads", Good = GoodDirection.Up, Definition = "Leads first touched in the period.", Formula = "count by first touch",
        Source = "https://webmasterid.com/analytics-metrics/lead-to-mql-rate-metric",
    });

    /// <summary>Leads that marketing qualified in the period (MQL); zero where a company does not record it.</summary>
    /// <remarks>Unit: count. Formula: leads by the day on which marketing qualified them.</remarks>
    public static FlowMetric<Count> MarketingQualifiedLeads { get; } = LeadFunnel.MarketingQualified.Described(new()
    {
        Id = "marketing.marketing-qualified-leads", Name = "marketing-qualified leads", Synonyms = ["MQL"], Good = GoodDirection.Up,
        Definition = "Leads that marketing qualified in the period.", Formula = "count by the day of qualification",
        Source = "https://kpitree.co/glossary/marketing-metrics/marketing-qualified-leads",
    });

    /// <summary>Customer reach-outs: inbound leads, who reached out by themselves, first touched in the period.</summary>
    /// <remarks>Unit: count. Formula: inbound leads by the day of the first touch. Leads of which nobody knows who reached out are none.</remarks>
    public static FlowMetric<Count> CustomerReachOuts { get; } = LeadFunnel.ReachedOut.Described(new()
    {
        Id = "marketing.customer-reach-outs", Name = "customer reach-outs", Synonyms = ["inbound leads", "hand raisers"], Good = GoodDirection.Up,
        Definition = "Leads first touched in the period that reached out by themselves.", Formula = "count of inbound leads by first touch",
        Source = "https://firstsales.io/sales/glossary/inbound-lead",
    });

    /// <summary>Cost per lead: marketing spend for each lead first touched in the same period.</summary>
    /// <remarks>
    /// Unit: money. Formula: marketing spend / leads. The spend is on marketing; sales works leads and does not make them. Undefined without a lead.
    /// Source: https://codingace.net/crmp/lead_generation_roi.html.
    /// </remarks>
    public static Metric<Money> CostPerLead { get; } = CostOf(
        "cost per lead", LeadFunnel.Touched, new()
        {
            Id = "marketing.cost-per-lead", Name = "cost per lead", Synonyms = ["CPL"], Good = GoodDirection.Down,
            Definition = "Marketing spend for each lead first touched in the same period.", Formula = "marketing spend / leads",
            Source = "https://codingace.net/crmp/lead_generation_roi.html",
        });

    /// <summary>Cost per SQL: marketing spend for each lead that sales qualified in the same period.</summary>
    /// <remarks>
    /// Unit: money. Formula: marketing spend / sales-qualified leads. The division of <see cref="CostPerLead"/> by later leads. Undefined without a
    /// sales-qualified lead.
    /// </remarks>
    public static Metric<Money> CostPerSql { get; } = CostOf(
        "cost per SQL", LeadFunnel.SalesQualified, new()
        {
            Id = "marketing.cost-per-sql", Name = "cost per SQL", Synonyms = ["cost per sales-qualified lead"], Good = GoodDirection.Down,
            Definition = "Marketing spend for each lead that sales qualified in the same period.", Formula = "marketing spend / sales-qualified leads",
            Source = "https://arkentechsolutions.com/?p=8427",
        });

    /// <summary>Speed to lead: the median days from the first touch to the first touch by sales, of the leads first touched in the period.</summary>
    /// <remarks>
    /// Unit: days, exact. Formula: exact median (type 7) of the days from first touch to accepted, else to sales-qualified. Sales touches a lead when
    /// it accepts it; where that day is not recorded, when it qualifies it. Leads that sales has not touched are left out, so a young period looks
    /// fast. Undefined when no lead of the period was touched by sales.
    /// </remarks>
    public static Metric<Days> SpeedToLead { get; } = LeadFunnel.SpeedToLead.Described(new()
    {
        Id = "marketing.speed-to-lead", Name = "speed to lead", Synonyms = ["lead response time"], Good = GoodDirection.Down,
        Definition = "The median days from the first touch of the period's leads to the first touch by sales.",
        Formula = "exact median (type 7) of days from first touch to accepted, else to sales-qualified",
        Source = "https://outsales.ai/knowledge-hub/speed-to-lead",
    });

    /// <summary>Lead-to-MQL rate: the share of the leads first touched in the period that marketing has qualified.</summary>
    /// <remarks>
    /// Unit: ratio, from 0 to 1. Formula: leads of the period later marketing-qualified / leads. Undefined without a lead, and where no lead touched up
    /// to the close was ever qualified by marketing.
    /// </remarks>
    public static Metric<Ratio> LeadToMqlRate { get; } = LeadFunnel.LeadToMarketingQualified.Described(new()
    {
        Id = "marketing.lead-to-mql-rate", Name = "lead-to-MQL rate", Good = GoodDirection.Up,
        Definition = "The share of the leads first touched in the period that marketing has qualified.",
        Formula = "leads of the period later marketing-qualified / leads", Source = "https://webmasterid.com/analytics-metrics/lead-to-mql-rate-metric",
    });

    /// <summary>MQL-to-SQL rate: the share of the leads that marketing qualified in the period that sales has qualified.</summary>
    /// <remarks>
    /// Unit: ratio, from 0 to 1. Formula: marketing-qualified leads of the period later sales-qualified / marketing-qualified leads. Undefined without
    /// a lead qualified by marketing, and where none qualified up to the close was ever qualified by sales.
    /// </remarks>
    public static Metric<Ratio> MqlToSqlRate { get; } = LeadFunnel.MarketingToSalesQualified.Described(new()
    {
        Id = "marketing.mql-to-sql-rate", Name = "MQL-to-SQL rate", Good = GoodDirection.Up,
        Definition = "The share of the leads that marketing qualified in the period that sales has qualified.",
        Formula = "marketing-qualified leads of the period later sales-qualified / marketing-qualified leads",
        Source = "https://www.apparate.com.au/resources/calculators/mql-sql-conversion",
    });

    /// <summary>SQL-to-opportunity rate: the share of the leads that sales qualified in the period that became a deal.</summary>
    /// <remarks>
    /// Unit: ratio, from 0 to 1. Formula: sales-qualified leads of the period with a deal / sales-qualified leads. A lead became a deal on its recorded
    /// day, else on the day its deal was created. Undefined without a sales-qualified lead, and where none qualified up to the close ever became a
    /// deal.
    /// </remarks>
    public static Metric<Ratio> SqlToOpportunityRate { get; } = LeadFunnel.SalesQualifiedToOpportunity.Described(new()
    {
        Id = "marketing.sql-to-opportunity-rate", Name = "SQL-to-opportunity rate", Good = GoodDirection.Up,
        Definition = "The share of the leads that sales qualified in the period that became a deal.",
        Formula = "sales-qualified leads of the period with a deal / sales-qualified leads",
        Source = "https://www.getchief.com/sales-glossary-terms/conversion-rate",
    });

    private static Metric<Money> CostOf(string name, FlowMetric<Count> leads, MetricDefinition definition) => MetricArithmetic.Apply<Money>(
        name, [AcquisitionMeasures.SpendOn(CacScope.MarketingOnly), leads], (v, _) => Formulas.CostPerLead(spend: v[0], leads: v[1]),
        _ => $"there are no {leads} in the period").Described(definition);
}
