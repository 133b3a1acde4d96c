namespace RevOps.Metrics;

public static partial class Revenue
{
    /// <summary>Upsell: MRR that paying customers add of products they have, by units, plans or further subscriptions.</summary>
    /// <remarks>
    /// Unit: money per month. Formula: sum over the movements of the kind Expansion with the cause SameProduct. Upsell, cross-sell, price, ended
    /// discounts and contracted steps together are the ledger's expansion, and likewise for contraction.
    /// </remarks>
    public static Metric<PerMonth<Money>> UpsellMrr { get; } = ByCause(
        "upsell", MovementKind.Expansion, MovementCause.SameProduct, "MRR that paying customers add of products they have.", GoodDirection.Up);

    /// <summary>Cross-sell: MRR that paying customers add by products they did not have.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Expansion with the cause OtherProduct.</remarks>
    public static Metric<PerMonth<Money>> CrossSellMrr { get; } = ByCause(
        "cross-sell", MovementKind.Expansion, MovementCause.OtherProduct, "MRR that paying customers add by products they did not have.", GoodDirection.Up);

    /// <summary>MRR added by a higher price for the same units of the same plan.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Expansion with the cause Price.</remarks>
    public static Metric<PerMonth<Money>> PriceIncreaseMrr { get; } = ByCause(
        "price increase", MovementKind.Expansion, MovementCause.Price, "MRR added by a higher price for the same units of the same plan.", GoodDirection.Up);

    /// <summary>MRR added because a discount ended or became smaller; in NRR and no upsell.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Expansion with the cause Discount.</remarks>
    public static Metric<PerMonth<Money>> EndedDiscountMrr { get; } = ByCause(
        "ended discount", MovementKind.Expansion, MovementCause.Discount, "MRR added because a discount ended or became smaller.", GoodDirection.Neutral);

    /// <summary>MRR added by steps of price that the contract had agreed on.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Expansion with the cause ContractedStep.</remarks>
    public static Metric<PerMonth<Money>> ContractedExpansionMrr { get; } = ByCause(
        "contracted expansion", MovementKind.Expansion, MovementCause.ContractedStep, "MRR added by steps of price that the contract had agreed on.", GoodDirection.Neutral);

    /// <summary>Downsell: MRR taken off by customers who go on, of products they keep; negative.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Contraction with the cause SameProduct.</remarks>
    public static Metric<PerMonth<Money>> DownsellMrr { get; } = ByCause(
        "downsell", MovementKind.Contraction, MovementCause.SameProduct, "MRR that customers take off of products they keep.", GoodDirection.Up);

    /// <summary>MRR of products that customers who go on no longer have; negative.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Contraction with the cause OtherProduct.</remarks>
    public static Metric<PerMonth<Money>> DroppedProductMrr { get; } = ByCause(
        "dropped product", MovementKind.Contraction, MovementCause.OtherProduct, "MRR of products that customers who go on no longer have.", GoodDirection.Up);

    /// <summary>MRR taken off by a lower price for the same units of the same plan; negative.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Contraction with the cause Price.</remarks>
    public static Metric<PerMonth<Money>> PriceDecreaseMrr { get; } = ByCause(
        "price decrease", MovementKind.Contraction, MovementCause.Price, "MRR taken off by a lower price for the same units of the same plan.", GoodDirection.Up);

    /// <summary>MRR taken off because a discount began or became larger; negative.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Contraction with the cause Discount.</remarks>
    public static Metric<PerMonth<Money>> BegunDiscountMrr { get; } = ByCause(
        "begun discount", MovementKind.Contraction, MovementCause.Discount, "MRR taken off because a discount began or became larger.", GoodDirection.Neutral);

    /// <summary>MRR of customers who chose to leave; negative. The ledger's churn whose cancellation says nothing is in none of these.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Churn with the cause Voluntary.</remarks>
    public static Metric<PerMonth<Money>> VoluntaryChurnedMrr { get; } = ByCause(
        "voluntarily churned", MovementKind.Churn, MovementCause.Voluntary, "MRR of customers who chose to leave.", GoodDirection.Up);

    /// <summary>MRR of customers whom the seller ended, for unpaid bills and the like; negative.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Churn with the cause Involuntary.</remarks>
    public static Metric<PerMonth<Money>> InvoluntaryChurnedMrr { get; } = ByCause(
        "involuntarily churned", MovementKind.Churn, MovementCause.Involuntary, "MRR of customers whom the seller ended.", GoodDirection.Up);

    /// <summary>MRR of customers who go on at no charge; negative.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Churn with the cause ToFree.</remarks>
    public static Metric<PerMonth<Money>> ChurnedToFreeMrr { get; } = ByCause(
        "churned to free", MovementKind.Churn, MovementCause.ToFree, "MRR of customers who go on at no charge.", GoodDirection.Up);

    /// <summary>The lines that the causes split movements into.</summary>
    public static IReadOnlyList<Metric<PerMonth<Money>>> MrrByCause { get; } =
    [
        UpsellMrr, CrossSellMrr, PriceIncreaseMrr, EndedDiscountMrr, ContractedExpansionMrr, DownsellMrr, DroppedProductMrr, PriceDecreaseMrr, BegunDiscountMrr,
        VoluntaryChurnedMrr, InvoluntaryChurnedMrr, ChurnedToFreeMrr,
    ];

    /// <summary>The monthly amount in the period of the ledger's movements of one kind with one cause.</summary>
    public static Metric<PerMonth<Money>> MrrMovement(MovementKind kind, MovementCause cause) => new Metric<PerYear<Money>>(
        $"{kind} ARR by {cause}", MeasureExpression.Flow(RecurringMeasures.AmountOf(kind).With(Condition.In(Movements.Cause, cause.ToString())))).PerMonth();

    private static Metric<PerMonth<Money>> ByCause(string name, MovementKind kind, MovementCause cause, string definition, GoodDirection good) =>
        MrrMovement(kind, cause).Described(new()
        {
            Id = $"revenue.{name.Replace(' ', '-')}-mrr", Name = $"{name} MRR", Good = good, Definition = definition,
            Formula = $"sum over the ledger's movements of the kind {kind} with the cause {cause}", Policies = ["Ledger", "PeriodState"],
            Source = SourceOf(cause),
        });

    private static string SourceOf(MovementCause cause) => cause switch
    {
        MovementCause.Discount => HowMovementsAreTold,
        MovementCause.ContractedStep => "Defined here: what a contract agreed on before, told apart from what was sold since",
        MovementCause.Voluntary or MovementCause.Involuntary =>
            "https://support.chargebee.com/support/solutions/articles/257268-difference-between-voluntary-involuntary-churn-rate",
        MovementCause.ToFree => "https://help.chartmogul.com/hc/en-us/articles/15384089786524-Configuring-Subscription-Analytics-settings",
        _ => "https://help.fincome.co/en/understanding-the-numbers/mrr-arr-movements",
    };
}
