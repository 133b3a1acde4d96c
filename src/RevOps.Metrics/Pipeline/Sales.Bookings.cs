namespace RevOps.Metrics;

/// <remarks>
/// Bookings are what customers signed for: the deals won in the period, of every type or of one, whatever types other sales metrics count. Two amounts
/// are booked: that of the first year (annual contract value, ACV), and that of the whole contract (total contract value, TCV).
/// </remarks>
public static partial class Sales
{
    /// <summary>First-year bookings: the first-year recurring amount of all deals won in the period, new, expansion and renewal.</summary>
    public static FlowMetric<Money> Bookings { get; } = Booked("bookings", "bookings", "The first-year recurring amount of all deals won in the period.", Deals.Amount, null, "ACV bookings");

    /// <summary>First-year bookings of new business.</summary>
    public static FlowMetric<Money> NewBookings { get; } = Booked(
        "new-bookings", "new bookings", "The first-year recurring amount of the deals of new business won in the period.", Deals.Amount, DealType.NewBusiness, "new ACV");

    /// <summary>First-year bookings of expansions: more sold to customers.</summary>
    public static FlowMetric<Money> ExpansionBookings { get; } = Booked(
        "expansion-bookings", "expansion bookings", "The first-year recurring amount of the expansions won in the period.", Deals.Amount, DealType.Expansion);

    /// <summary>First-year bookings of renewals: the first year of the next terms.</summary>
    public static FlowMetric<Money> RenewalBookings { get; } = Booked(
        "renewal-bookings", "renewal bookings", "The first-year recurring amount of the renewals won in the period.", Deals.Amount, DealType.Renewal);

    /// <summary>Contract bookings: the total contract value of all deals won in the period.</summary>
    /// <remarks>As given, else the amount x term in months / 12 + the one-time amount. A deal of which neither value nor term is known is left out.</remarks>
    public static FlowMetric<Money> ContractBookings { get; } = Booked(
        "contract-bookings", "contract bookings", "The total contract value of all deals won in the period.", Deals.TotalContractValue, null, "TCV bookings");

    /// <summary>The total contract value of new business.</summary>
    public static FlowMetric<Money> NewContractBookings { get; } = Booked(
        "new-contract-bookings", "new contract bookings", "The total contract value of the deals of new business won in the period.", Deals.TotalContractValue, DealType.NewBusiness);

    /// <summary>The total contract value of expansions.</summary>
    public static FlowMetric<Money> ExpansionContractBookings { get; } = Booked(
        "expansion-contract-bookings", "expansion contract bookings", "The total contract value of the expansions won in the period.", Deals.TotalContractValue, DealType.Expansion);

    /// <summary>The total contract value of renewals.</summary>
    public static FlowMetric<Money> RenewalContractBookings { get; } = Booked(
        "renewal-contract-bookings", "renewal contract bookings", "The total contract value of the renewals won in the period.", Deals.TotalContractValue, DealType.Renewal);

    private static FlowMetric<Money> Booked(
        string id, string name, string definition, ValueColumn<Deals, Money> amount, DealType? type, params ReadOnlySpan<string> synonyms)
    {
        Measure<Deals, Money> won = Measures.Sum(amount, on: Deals.ClosedOn).Where(Deals.Outcome.Is(nameof(DealOutcome.Won)));
        Measure<Deals, Money> ofType = type is { } only ? won.Where(Deals.Type.Is(only.ToString())) : won;
        return ofType.InPeriod().Described(new()
        {
            Id = $"sales.{id}", Name = name, Synonyms = ValueList.Create(synonyms), Good = GoodDirection.Up, Definition = definition, Formula = "sum over deals won",
        });
    }
}
