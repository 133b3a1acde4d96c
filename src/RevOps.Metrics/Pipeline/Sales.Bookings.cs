namespace RevOps.Metrics;

/// <remarks>
/// Bookings are what customers signed for: the deals won in the period, of every type or of one, whatever types other sales metrics count. Two amounts
/// are booked: that of the first year (annual contract value, ACV), and that of the whole contract (total contract value, TCV).
/// </remarks>
public static partial class Sales
{
    /// <summary>First-year bookings: the first-year recurring amount of all deals won in the period, new, expansion and renewal.</summary>
    /// <remarks>Unit: money. Formula: sum of the first-year amounts of the deals won.</remarks>
    public static FlowMetric<Money> Bookings { get; } = FirstYear(null, "bookings", "deals", "ACV bookings");

    /// <summary>First-year bookings of new business.</summary>
    /// <remarks>Unit: money. Formula: sum of the first-year amounts of the deals of new business won.</remarks>
    public static FlowMetric<Money> NewBookings { get; } = FirstYear(DealType.NewBusiness, "new bookings", "deals of new business", "new ACV");

    /// <summary>First-year bookings of expansions: more sold to customers.</summary>
    /// <remarks>Unit: money. Formula: sum of the first-year amounts of the expansions won.</remarks>
    public static FlowMetric<Money> ExpansionBookings { get; } = FirstYear(DealType.Expansion, "expansion bookings", "expansions", "expansion ACV");

    /// <summary>First-year bookings of renewals: the first year of the next terms.</summary>
    /// <remarks>Unit: money. Formula: sum of the first-year amounts of the renewals won.</remarks>
    public static FlowMetric<Money> RenewalBookings { get; } = FirstYear(DealType.Renewal, "renewal bookings", "renewals", "renewal ACV");

    /// <summary>Contract bookings: the total contract value of all deals won in the period.</summary>
    /// <remarks>
    /// Unit: money. Formula: sum of the total contract values of the deals won. A value is as given, else the amount x term in months / 12 + the
    /// one-time amount. A deal of which neither value nor term is known is left out.
    /// </remarks>
    public static FlowMetric<Money> ContractBookings { get; } = WholeTerm(null, "contract bookings", "deals", "TCV bookings");

    /// <summary>The total contract value of new business.</summary>
    /// <remarks>Unit: money. Formula: sum of the total contract values of the deals of new business won.</remarks>
    public static FlowMetric<Money> NewContractBookings { get; } = WholeTerm(DealType.NewBusiness, "new contract bookings", "deals of new business", "new TCV");

    /// <summary>The total contract value of expansions.</summary>
    /// <remarks>Unit: money. Formula: sum of the total contract values of the expansions won.</remarks>
    public static FlowMetric<Money> ExpansionContractBookings { get; } = WholeTerm(DealType.Expansion, "expansion contract bookings", "expansions", "expansion TCV");

    /// <summary>The total contract value of renewals.</summary>
    /// <remarks>Unit: money. Formula: sum of the total contract values of the renewals won.</remarks>
    public static FlowMetric<Money> RenewalContractBookings { get; } = WholeTerm(DealType.Renewal, "renewal contract bookings", "renewals", "renewal TCV");

    private static FlowMetric<Money> FirstYear(DealType? type, string name, string deals, string synonym) =>
        Booked(Deals.Amount, type, name, $"The first-year recurring amount of the {deals} won in the period.", synonym,
            "https://www.saasgrid.com/metrics-library/bookings (there by the day on which the contract takes effect)");

    private static FlowMetric<Money> WholeTerm(DealType? type, string name, string deals, string synonym) =>
        Booked(Deals.TotalContractValue, type, name, $"The total contract value of the {deals} won in the period.", synonym,
            "https://calculator.academy/total-contract-value-tcv-calculator/");

    private static FlowMetric<Money> Booked(ValueColumn<Deals, Money> amount, DealType? type, string name, string definition, string synonym, string source)
    {
        Measure<Deals, Money> won = Measures.Sum(amount, on: Deals.ClosedOn).Where(Deals.Outcome.Is(nameof(DealOutcome.Won)));
        Measure<Deals, Money> ofType = type is { } only ? won.Where(Deals.Type.Is(only.ToString())) : won;
        return ofType.InPeriod().Described(new()
        {
            Id = $"sales.{name.Replace(' ', '-')}", Name = name, Synonyms = [synonym], Good = GoodDirection.Up, Definition = definition, Formula = "sum over deals won",
            Source = source,
        });
    }

    /// <summary>Discount rate: the share of MRR at list prices that discounts take off.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: discounted MRR / (MRR + discounted MRR), of the discounts that the policy counts (<see cref="LedgerPolicy.Discounts"/>): a discount
    /// of a single month is none of MRR by default. Undefined without recurring revenue at list prices.
    /// Source: https://www.petavue.com/glossary/discount-rate, which tells it of each deal.
    /// </remarks>
    public static Metric<Ratio> DiscountRate { get; } = MetricArithmetic.Apply<Ratio>(
        "discount rate", [Revenue.DiscountedMrr, RefundedRevenue.LedgerMrr], (v, _) => v[0] + v[1] == 0 ? null : v[0] / (v[0] + v[1]), _ => "there is no recurring revenue").Described(new()
        {
            Id = "sales.discount-rate", Name = "discount rate", Good = GoodDirection.Down,
            Definition = "The share of MRR at list prices that discounts take off.", Formula = "discounted MRR / (MRR + discounted MRR)", Policies = ["Ledger", "PeriodState"],
            Source = "https://www.petavue.com/glossary/discount-rate",
        });
}
