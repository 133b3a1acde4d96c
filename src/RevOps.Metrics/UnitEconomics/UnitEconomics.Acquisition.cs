namespace RevOps.Metrics;

public static partial class UnitEconomics
{
    /// <summary>CAC payback: the months until the gross margin of the period's new customers has paid for winning them.</summary>
    /// <remarks>
    /// Unit: months. Formula: acquisition spend / (new MRR x gross margin), of new customers alone: expansion was not bought with this spend. By policy
    /// (<see cref="CacPaybackBasis"/>) CAC / (ARPA x gross margin), with the spend of the period before, or without the margin. Undefined where nothing pays back.
    /// Source: https://www.forentrepreneurs.com/saas-metrics-2/ (months to recover CAC).
    /// </remarks>
    public static Metric<Months> CacPayback { get; } = MetricArithmetic.ByOption("CAC payback", policy => policy.CacPayback, PaybackBy).Described(new()
    {
        Id = "unit-economics.cac-payback", Name = "CAC payback", Synonyms = ["months to recover CAC"], Good = GoodDirection.Down,
        Definition = "The months until the gross margin of new customers has paid for winning them.", Formula = "acquisition spend / (new MRR x gross margin)",
        Policies = ["CacPayback", .. MetricDefinition.PoliciesOf(Marketing.Cac, Revenue.Arpa)], Source = "https://www.forentrepreneurs.com/saas-metrics-2/",
    });

    /// <summary>Return on investment in customers: what an average customer pays in the period for each unit of money spent to win one.</summary>
    /// <remarks>
    /// Unit: multiple, 1 when a customer brings exactly what it cost. Formula: the sum of ARPA over the months of the period / CAC. The cost is not
    /// taken off first, as in a return on marketing; a whole lifetime and the margin make it <see cref="LtvToCac"/>. Undefined for less than a month.
    /// </remarks>
    public static Metric<Multiple> ReturnOnInvestment { get; } = MetricArithmetic.Apply<Multiple>("return on investment",
        [Revenue.Arpa.OverMonths().Named("average revenue of a customer"), Marketing.Cac],
        (v, _) => Formulas.ReturnOnInvestment(v[0], v[1]), _ => "customers cost nothing to win").Described(new()
        {
            Id = "unit-economics.return-on-investment", Name = "return on investment", Synonyms = ["ROI"], Good = GoodDirection.Up,
            Definition = "What an average customer pays in the period for each unit of money spent to win one.",
            Formula = "sum of ARPA over the months of the period / CAC", Policies = MetricDefinition.PoliciesOf(Revenue.Arpa, Marketing.Cac),
            Source = "Defined here: the ratio that sales and marketing teams ask for under this name",
        });

    /// <summary>Blended CAC ratio: what is spent to win a unit of ARR, from new customers and from old ones.</summary>
    /// <remarks>
    /// Unit: multiple. Formula: acquisition spend / (new ARR + expansion ARR). What was lost is not taken off; the <see cref="MagicNumber"/> does that.
    /// Undefined where no ARR was won. Source: https://saasmetricsboard.com/blended-cac-ratio.
    /// </remarks>
    public static Metric<Multiple> BlendedCacRatio { get; } = MetricArithmetic.Apply<Multiple>("blended CAC ratio",
        [Marketing.AcquisitionSpend, MovementLines.OfLedger(MovementKind.New), MovementLines.OfLedger(MovementKind.Expansion)],
        (v, _) => Formulas.BlendedCacRatio(v[0], v[1], v[2]), _ => "no recurring revenue was won").Described(new()
        {
            Id = "unit-economics.blended-cac-ratio", Name = "blended CAC ratio", Good = GoodDirection.Down,
            Definition = "What is spent to win a unit of ARR, from new customers and from old ones.", Formula = "acquisition spend / (new ARR + expansion ARR)",
            Policies = MetricDefinition.PoliciesOf(Marketing.AcquisitionSpend, Revenue.AverageSalePrice), Source = "https://saasmetricsboard.com/blended-cac-ratio",
        });

    private static Metric<Months> PaybackBy(CacPaybackBasis basis) => basis switch
    {
        CacPaybackBasis.PerCustomer => MetricArithmetic.Apply<Months>("CAC payback", [Marketing.Cac, Revenue.Arpa, GrossMargin],
            (v, _) => Formulas.CacPaybackMonthsPerCustomer(v[0], v[1], v[2]), _ => "customers bring no gross margin"),
        CacPaybackBasis.PriorPeriodSpend => PaybackOf(Before(Marketing.AcquisitionSpend)),
        CacPaybackBasis.WithoutMargin => MetricArithmetic.Apply<Months>("CAC payback", [Marketing.AcquisitionSpend, Revenue.FirstMrr],
            (v, _) => Formulas.CacPaybackMonths(v[0], v[1], 1m), _ => NoNewRevenue),
        _ => PaybackOf(Marketing.AcquisitionSpend),
    };

    private const string NoNewRevenue = "there is no new MRR";

    private static Metric<Months> PaybackOf(Metric<Money> spend) => MetricArithmetic.Apply<Months>("CAC payback", [spend, Revenue.FirstMrr, GrossMargin],
        (v, _) => Formulas.CacPaybackMonths(v[0], v[1], v[2]), v => v[1] <= 0 ? NoNewRevenue : "new customers bring no gross margin");

    /// <summary>The metric of the period of the same length before: of a trailing quarter the quarter before it.</summary>
    private static Metric<TUnit> Before<TUnit>(Metric<TUnit> metric)
        where TUnit : struct, IUnit<TUnit> => new($"{metric} of the period before", new PeriodExpression(metric, PeriodShift.Before));
}
