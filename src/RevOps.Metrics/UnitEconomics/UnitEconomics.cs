namespace RevOps.Metrics;

/// <summary>What a customer brings, against what it costs to win, and how efficiently the company grows.</summary>
public static partial class UnitEconomics
{
    /// <summary>The gross margin of a company that gives no financial figures.</summary>
    public static Assumption<Ratio> AssumedGrossMargin { get; } = new("gross margin");

    /// <summary>The months for which customers commit, for <see cref="ContractedLifetimeRevenue"/>.</summary>
    public static Assumption<Months> ContractedMonths { get; } = new("contracted months");

    /// <summary>What money loses in a month by coming later, for <see cref="DiscountedCltv"/>: 10 % a year is (1.10)^(1/12) - 1, or 0.80 %.</summary>
    public static Assumption<PerMonth<Ratio>> DiscountRate { get; } = new("discount rate");

    /// <summary>The share of revenue left after the cost of delivering it: from the books where they are given, else as assumed.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: (revenue - cost of revenue) / revenue. The margin of the books is the company's and repeated in every cell; an assumed one
    /// can differ by cell. Where corrections leave a period's revenue or cost below zero, the books tell no margin and the assumption is taken.
    /// Source: https://www.forentrepreneurs.com/saas-metrics-2/.
    /// </remarks>
    public static Metric<Ratio> GrossMargin { get; } = MarginFromFigures().Unallocated().Or(Metric<Ratio>.Assumed(AssumedGrossMargin)).Described(new()
    {
        Id = "unit-economics.gross-margin", Name = "gross margin", Good = GoodDirection.Up,
        Definition = "The share of revenue left after the cost of delivering it.", Formula = "(revenue - cost of revenue) / revenue, else the assumption",
        Source = "https://www.forentrepreneurs.com/saas-metrics-2/",
    });

    /// <summary>Contracted lifetime revenue: what an average customer brings over the months it commits to.</summary>
    /// <remarks>Unit: money. Formula: ARPA x contracted months: $1,500 a month is $18,000 over a year's contract and $90,000 over five years.</remarks>
    public static Metric<Money> ContractedLifetimeRevenue { get; } = MetricArithmetic.Apply<Money>("contracted lifetime revenue",
        [Revenue.Arpa, Metric<Months>.Assumed(ContractedMonths)], (v, _) => Formulas.ContractedLifetimeRevenue(v[0], v[1]), _ => "").Described(new()
        {
            Id = "unit-economics.contracted-lifetime-revenue", Name = "contracted lifetime revenue", Good = GoodDirection.Up,
            Definition = "What an average customer brings over the months it commits to.", Formula = "ARPA x contracted months", Policies = ["Ledger", "ArpaDenominator", "PeriodState"],
            Source = "https://calculator.academy/total-contract-value-tcv-calculator/ (there with one-time fees)",
        });

    private static Metric<Ratio> MarginFromFigures() => MetricArithmetic.Apply<Ratio>("gross margin from figures",
        [BookedFigures.Revenue, BookedFigures.CostOfRevenue],
        (v, _) => v[1] < 0 ? null : Formulas.GrossMargin(v[0], v[1]),
        v => v[0] > 0 ? "the books show a cost of revenue below zero" : "the books show no revenue");
}
