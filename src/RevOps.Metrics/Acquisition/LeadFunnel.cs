namespace RevOps.Metrics;

/// <summary>How many leads reach a milestone in a period, and the share of those that went on to a later one.</summary>
internal static class LeadFunnel
{
    /// <summary>Leads by first touch.</summary>
    public static readonly FlowMetric<Count> Touched = By(Leads.FirstTouchOn, "leads");

    /// <summary>Leads by the day marketing qualified them.</summary>
    public static readonly FlowMetric<Count> MarketingQualified = By(Leads.MarketingQualifiedOn, "marketing-qualified leads");

    /// <summary>Leads by the day sales qualified them.</summary>
    public static readonly FlowMetric<Count> SalesQualified = By(Leads.SalesQualifiedOn, "sales-qualified leads");

    /// <summary>Leads that reached out by themselves.</summary>
    public static readonly FlowMetric<Count> ReachedOut =
        Measures.Count(Leads.FirstTouchOn).Where(Leads.Direction.Is("Inbound")).InPeriod().Named("customer reach-outs");

    /// <summary>The median days from the first touch to the first touch by sales.</summary>
    public static readonly Metric<Days> SpeedToLead = new("speed to lead", new PercentileExpression(
        _ => new HistogramMeasure("days from first touch to sales", Leads.DaysToSales, Leads.FirstTouchOn), 0.5m, "no lead of the period was touched by sales"));

    public static readonly Metric<Ratio> LeadToMarketingQualified = Conversion(
        "lead-to-MQL rate", Touched, Leads.FirstTouchOn, "leads later marketing-qualified", Leads.MarketingQualifiedOn.IsKnown());

    public static readonly Metric<Ratio> LeadToSalesQualified = Conversion(
        "lead-to-SQL rate", Touched, Leads.FirstTouchOn, "leads later sales-qualified", Leads.SalesQualifiedOn.IsKnown());

    public static readonly Metric<Ratio> MarketingToSalesQualified = Conversion(
        "MQL-to-SQL rate", MarketingQualified, Leads.MarketingQualifiedOn, "marketing-qualified leads later sales-qualified", Leads.SalesQualifiedOn.IsKnown());

    public static readonly Metric<Ratio> SalesQualifiedToOpportunity = Conversion(
        "SQL-to-opportunity rate", SalesQualified, Leads.SalesQualifiedOn, "sales-qualified leads with a deal", Leads.ConvertedOn.IsKnown());

    /// <summary>Without a win among many deals the ratio is zero, so what must be recorded is a deal and not a win.</summary>
    public static readonly Metric<Ratio> SalesQualifiedToCustomer = Conversion(
        "sales conversion ratio", SalesQualified, Leads.SalesQualifiedOn, "sales-qualified leads with a won deal",
        Leads.DealOutcome.Is(nameof(DealOutcome.Won)), recorded: Leads.DealOutcome.IsKnown());

    private static FlowMetric<Count> By(DateColumn<Leads> milestone, string name) => Measures.Count(milestone).InPeriod().Named(name);

    /// <summary>Of the leads that reached a milestone in the period, the share that has reached another by now; undefined where no lead ever did.</summary>
    private static Metric<Ratio> Conversion(
        string name, FlowMetric<Count> entered, DateColumn<Leads> on, string reachedName, Condition<Leads> reached, Condition<Leads>? recorded = null)
    {
        Measure<Leads, Count> cohort = Measures.Count(on);
        Metric<Count> converted = new(reachedName, new RecordedExpression(
            cohort.Where(reached).InPeriod().Expression, cohort.Where(recorded ?? reached).Untyped,
            $"there are no {reachedName} up to the close, so they may not be recorded"));
        return MetricArithmetic.Apply<Ratio>(
            name, [converted, entered], (v, _) => Formulas.ConversionRate(entered: v[1], converted: v[0]), _ => $"there are no {entered} in the period");
    }
}
