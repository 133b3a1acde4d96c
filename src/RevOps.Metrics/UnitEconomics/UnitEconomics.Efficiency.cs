namespace RevOps.Metrics;

public static partial class UnitEconomics
{
    private const string NoSpendBefore = "nothing was spent on acquisition in the period before";

    /// <summary>Magic number: the yearly recurring revenue added by each unit of money spent on acquisition in the period before.</summary>
    /// <remarks>
    /// Unit: multiple. Formula, of a quarter: (recurring revenue - that of the quarter before) x 4 / acquisition spend of the quarter before, where recurring revenue
    /// is the sum of the three month-end MRRs; of periods of another length x 12 / months. By policy (<see cref="MagicNumberBasis"/>) of recognised revenue, or of the
    /// change of ARR, which is annual already and never annualised again. Undefined without spend before, and for less than a month unless of ARR.
    /// Source: https://www.scalevp.com/insights/from-0-to-1m-the-magic-number/.
    /// </remarks>
    public static Metric<Multiple> MagicNumber { get; } = MetricArithmetic.ByOption("magic number", policy => policy.MagicNumber, MagicNumberBy).Described(new()
    {
        Id = "unit-economics.magic-number", Name = "magic number", Synonyms = ["SaaS magic number", "sales efficiency"], Good = GoodDirection.Up,
        Definition = "The yearly recurring revenue added by each unit of money spent on acquisition in the period before.",
        Formula = "(recurring revenue - recurring revenue of the period before) x 12 / months / acquisition spend of the period before",
        Policies = ["MagicNumber", .. MetricDefinition.PoliciesOf(Revenue.Arr, Marketing.AcquisitionSpend)],
        Source = "https://www.scalevp.com/insights/from-0-to-1m-the-magic-number/",
    });

    /// <summary>Burn multiple: the cash burned for each unit of ARR added.</summary>
    /// <remarks>
    /// Unit: multiple; negative when the company earns cash. Formula: net burn from the books / (ARR at the close - ARR at the open). Undefined where ARR did not
    /// grow: the quotient would read like a good one. Source: https://www.winsabove.com/glossary/burn-multiple.
    /// </remarks>
    public static Metric<Multiple> BurnMultiple { get; } = MetricArithmetic.Apply<Multiple>("burn multiple",
        [BookedFigures.NetBurn, (RefundedRevenue.LedgerArr - Revenue.OpeningArr).Named("net new ARR")],
        (v, _) => Formulas.BurnMultiple(v[0], v[1]), _ => "ARR did not grow").Described(new()
        {
            Id = "unit-economics.burn-multiple", Name = "burn multiple", Good = GoodDirection.Down,
            Definition = "The cash burned for each unit of ARR added.", Formula = "net burn / (closing ARR - opening ARR)",
            Policies = MetricDefinition.PoliciesOf(Revenue.OpeningArr), Source = "https://www.winsabove.com/glossary/burn-multiple",
        });

    /// <summary>Rule of 40: the growth of recurring revenue over a year plus the profit margin, which a healthy software company keeps at 40 % or more.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: (MRR - MRR a year before) / MRR a year before + free cash flow / revenue, the margin from the books; by policy (<see cref="RuleOf40Margin"/>)
    /// of EBITDA or operating income. The margin is that of the period asked about: ask for a year, or trailing, to have both of the same time.
    /// Source: https://feld.com/archives/2015/02/rule-40-healthy-saas-company.html (growth of MRR year over year).
    /// </remarks>
    public static Metric<Ratio> RuleOf40 { get; } = MetricArithmetic.ByOption("rule of 40", policy => policy.RuleOf40Margin, RuleOf40With).Described(new()
    {
        Id = "unit-economics.rule-of-forty", Name = "rule of 40", Good = GoodDirection.Up,
        Definition = "The growth of recurring revenue over a year plus the profit margin.", Formula = "growth of MRR over the year before + free cash flow / revenue",
        Policies = ["RuleOf40Margin", .. MetricDefinition.PoliciesOf(Revenue.Mrr)], Source = "https://feld.com/archives/2015/02/rule-40-healthy-saas-company.html",
    });

    private static Metric<Multiple> MagicNumberBy(MagicNumberBasis basis) => basis switch
    {
        MagicNumberBasis.ArrChange => MetricArithmetic.Apply<Multiple>("magic number",
            [Before(Revenue.Arr), Revenue.Arr, Before(Marketing.AcquisitionSpend)], (v, _) => Formulas.MagicNumberOfArr(v[0], v[1], v[2]), _ => NoSpendBefore),
        MagicNumberBasis.RecognisedRevenue => MagicNumberOf(BookedFigures.Revenue),
        _ => MagicNumberOf(Revenue.Mrr.OverMonths().Named("recurring revenue")),
    };

    private static Metric<Multiple> MagicNumberOf(Metric<Money> revenue) => MetricArithmetic.Apply<Multiple>("magic number",
        [Before(revenue), revenue, Before(Marketing.AcquisitionSpend)],
        (v, period) => Formulas.MagicNumber(v[0], v[1], v[2], (decimal)period.TimesAYear.Times / period.TimesAYear.Per), _ => NoSpendBefore);

    private static Metric<Ratio> RuleOf40With(RuleOf40Margin margin)
    {
        Metric<Money> profit = margin switch
        {
            RuleOf40Margin.Ebitda => BookedFigures.Ebitda,
            RuleOf40Margin.OperatingIncome => BookedFigures.OperatingIncome,
            _ => BookedFigures.FreeCashFlow,
        };
        Metric<Ratio> marginOfRevenue = MetricArithmetic.Apply<Ratio>(
            $"{profit} margin", [profit, BookedFigures.Revenue], (v, _) => Formulas.ProfitMargin(v[0], v[1]), _ => "the books show no revenue");
        return MetricArithmetic.Apply<Ratio>("rule of 40",
            [Revenue.Mrr.GrowthOver(Revenue.Mrr.PriorYear()), marginOfRevenue], (v, _) => Formulas.RuleOf40(v[0], v[1]), _ => "");
    }
}
