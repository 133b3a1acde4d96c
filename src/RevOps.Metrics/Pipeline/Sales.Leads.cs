namespace RevOps.Metrics;

public static partial class Sales
{
    /// <summary>Leads that sales qualified in the period (SQL); zero where a company does not record it.</summary>
    /// <remarks>Unit: count. Formula: leads by the day on which sales qualified them.</remarks>
    public static FlowMetric<Count> SalesQualifiedLeads { get; } = LeadFunnel.SalesQualified.Described(new()
    {
        Id = "sales.sales-qualified-leads", Name = "sales-qualified leads", Synonyms = ["SQL"], Good = GoodDirection.Up,
        Definition = "Leads that sales qualified in the period.", Formula = "count by the day of qualification",
        Source = "https://growthstack.dev/glossary/sales-qualified-lead",
    });

    /// <summary>Lead-to-SQL rate: the share of the leads first touched in the period that sales has qualified.</summary>
    /// <remarks>
    /// Unit: ratio, from 0 to 1; it rises while the leads are young. Formula: leads of the period later sales-qualified / leads. Undefined without a
    /// lead, and where no lead touched up to the close was ever qualified by sales.
    /// </remarks>
    public static Metric<Ratio> LeadToSqlRate { get; } = LeadFunnel.LeadToSalesQualified.Described(new()
    {
        Id = "sales.lead-to-sql-rate", Name = "lead-to-SQL rate", Good = GoodDirection.Up,
        Definition = "The share of the leads first touched in the period that sales has qualified.",
        Formula = "leads of the period later sales-qualified / leads", Source = "https://orm-tech.com/glossary/sales-conversion-rate/",
    });

    /// <summary>Sales conversion ratio: the share of the leads that sales qualified in the period whose deal was won.</summary>
    /// <remarks>
    /// Unit: ratio, from 0 to 1; it rises while deals are open. Formula: sales-qualified leads of the period with a won deal / sales-qualified leads.
    /// Several leads of one won deal are each converted. Undefined without a sales-qualified lead, and where no lead qualified up to the close has a
    /// deal.
    /// </remarks>
    public static Metric<Ratio> SalesConversionRatio { get; } = LeadFunnel.SalesQualifiedToCustomer.Described(new()
    {
        Id = "sales.conversion-ratio", Name = "sales conversion ratio", Synonyms = ["SQL-to-customer rate"], Good = GoodDirection.Up,
        Definition = "The share of the leads that sales qualified in the period whose deal was won.",
        Formula = "sales-qualified leads of the period with a won deal / sales-qualified leads",
        Source = "https://kpitree.co/glossary/sales-metrics/sql-to-win-conversion-rate",
    });

    /// <summary>Revenue per lead: the marketing-sourced revenue for each lead first touched in the same period.</summary>
    /// <remarks>
    /// Unit: money. Formula: marketing-sourced revenue / leads. Revenue of the period over leads of the period, not of those leads: with a long sales
    /// cycle ask a long period. Each deal counts once (<see cref="Marketing.SourcedRevenue"/>). Undefined without a lead.
    /// Source: https://codingace.net/crmp/lead_generation_roi.html.
    /// </remarks>
    public static Metric<Money> RevenuePerLead { get; } = MetricArithmetic.Apply<Money>(
        "revenue per lead", [SourcedDeals.Revenue, LeadFunnel.Touched], (v, _) => Formulas.RevenuePerLead(revenue: v[0], leads: v[1]),
        _ => "there are no leads in the period").Described(new()
        {
            Id = "sales.revenue-per-lead", Name = "revenue per lead", Good = GoodDirection.Up,
            Definition = "The marketing-sourced revenue for each lead first touched in the same period.", Formula = "marketing-sourced revenue / leads",
            Policies = ["Deals"], Source = "https://codingace.net/crmp/lead_generation_roi.html",
        });
}
