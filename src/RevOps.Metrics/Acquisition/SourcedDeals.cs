namespace RevOps.Metrics;

/// <summary>The amounts of deals that came from a lead, by the deals that the policy counts.</summary>
internal static class SourcedDeals
{
    private static readonly Condition<Deals> NewBusiness = Deals.Type.Is(nameof(DealType.NewBusiness));

    /// <summary>Of the deals created in the period.</summary>
    public static readonly FlowMetric<Money> Pipeline = ByScope("marketing-sourced pipeline", Measures.Sum(Deals.Amount, on: Deals.CreatedOn)
        .Where(Deals.LeadTouchedOn.IsKnown(), Deals.Outcome.Is(nameof(DealOutcome.Open), nameof(DealOutcome.Won), nameof(DealOutcome.Lost))));

    /// <summary>Of the deals won in the period.</summary>
    public static readonly FlowMetric<Money> Revenue = ByScope("marketing-sourced revenue", Measures.Sum(Deals.Amount, on: Deals.ClosedOn)
        .Where(Deals.LeadTouchedOn.IsKnown(), Deals.Outcome.Is(nameof(DealOutcome.Won))));

    private static FlowMetric<Money> ByScope(string name, Measure<Deals, Money> amount)
    {
        FlowMetric<Money> all = OfLeads(name, amount), newBusiness = OfLeads(name, amount.Where(NewBusiness));
        return FlowMetric<Money>.ByPolicy(name, policy => policy.Deals == DealScope.AllTypes ? all : newBusiness);
    }

    /// <summary>Without leads nobody can say that no deal came from one.</summary>
    private static FlowMetric<Money> OfLeads(string name, Measure<Deals, Money> amount) =>
        new(name, new GivenExpression(amount.InPeriod().Expression, Relation.Leads));
}
