namespace RevOps.Metrics;

/// <summary>By whose definition metrics are computed: one option for each point on which the field disagrees.</summary>
/// <remarks>
/// <see cref="Ledger"/> reaches the engine and decides what a movement is; everything else only chooses which expression a name of the
/// catalogue stands for. Change an option with <c>with</c>. docs/policies.md explains them.
/// </remarks>
public sealed partial record MetricPolicy
{
    /// <summary>The defaults of every option.</summary>
    public static MetricPolicy Default { get; } = new();

    /// <summary>What a movement of recurring revenue is.</summary>
    /// <exception cref="ArgumentException">The ledger nets or converts over whole periods, and <see cref="PeriodState"/> looks at their first day.</exception>
    public LedgerPolicy Ledger
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            RequireConsistent(value, PeriodState, nameof(value));
            field = value;
        }
    } = LedgerPolicy.Default;

    /// <summary>Which deals sales metrics count.</summary>
    public DealScope Deals { get; init; }

    /// <summary>Which deals a win rate is of, and how it weighs them.</summary>
    public WinRateBasis WinRate { get; init; }

    /// <summary>Of which deals a sales cycle is told, and from which day it runs.</summary>
    public SalesCycleBasis SalesCycle { get; init; }

    /// <summary>Whose going on a stage conversion counts.</summary>
    public StageConversionBasis StageConversion { get; init; }

    /// <summary>How the rate of one length becomes the rate of a month.</summary>
    public RateScaling RateScaling { get; init; }

    /// <summary>Whether customer lifetime value is taken of the gross margin or of revenue.</summary>
    public LifetimeValueBasis LifetimeValue { get; init; }

    /// <summary>What customer lifetime value is where no customer was lost.</summary>
    public ZeroChurnTreatment ZeroChurn { get; init; }

    /// <summary>The months after which a capped lifetime ends, by default those of five years.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one month, or more than those of a hundred years.</exception>
    public int LifetimeCapMonths
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, (int)Formulas.LongestWindowInMonths);
            field = value;
        }
    } = 60;

    /// <summary>What CAC payback pays back, and by what.</summary>
    public CacPaybackBasis CacPayback { get; init; }

    /// <summary>Of what the magic number tells the growth.</summary>
    public MagicNumberBasis MagicNumber { get; init; }

    /// <summary>Which profit is in the margin of the rule of 40.</summary>
    public RuleOf40Margin RuleOf40Margin { get; init; }

    /// <summary>Which deals a pipeline velocity counts.</summary>
    public VelocityBasis Velocity { get; init; }

    /// <summary>The day of the period on which its forecast is judged: the last snapshot taken on or before it counts.</summary>
    public int ForecastDay { get; init; } = 5;

    /// <summary>The day of the period at whose end the pipeline that covers the quota is looked at; 0 is the end of the day before the period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public int CoverageDay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Which snapshots of a period's forecast it is judged by.</summary>
    public ForecastChoice ForecastChoice { get; init; }

    /// <summary>What forecast accuracy is a share of.</summary>
    public ForecastAccuracyBasis ForecastAccuracy { get; init; }

    /// <summary>Whether the forecast of a category holds the surer ones too.</summary>
    public CategoryRollUp RollUp { get; init; }

    /// <summary>What the customer churn rate divides by.</summary>
    public ChurnDenominator ChurnDenominator { get; init; }

    /// <summary>Over which window, and of whom, the customer churn rate is told.</summary>
    public ChurnWindow ChurnWindow { get; init; }

    /// <summary>Whether customers who join and are lost within the period are in the customer churn rate.</summary>
    public JoinedAndLostTreatment JoinedAndLost { get; init; }

    /// <summary>Whether customers who are lost and return within the period are in the customer churn rate.</summary>
    public LostAndReturnedTreatment LostAndReturned { get; init; }

    /// <summary>Whose revenue retention is measured, and over which window.</summary>
    public RetentionCohort RetentionCohort { get; init; }

    /// <summary>The fewest customers of whom gross and net revenue retention are told; below it they are undefined.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public int MinimumCohort
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>How many days after its due day a contract can still renew; then it is lost.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public int RenewalGraceDays
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 30;

    /// <summary>At what gross revenue retention is capped, so that growth does not make good losses.</summary>
    public RetentionCap RetentionCap { get; init; }

    /// <summary>Whether the revenue of customers who come back makes good net revenue churn.</summary>
    public ReactivationTreatment NetChurnReactivation { get; init; } = ReactivationTreatment.Apart;

    /// <summary>Whether the revenue of customers who come back is a gain in the quick ratio.</summary>
    public ReactivationTreatment QuickRatioReactivation { get; init; } = ReactivationTreatment.Counted;

    /// <summary>Which customers the cost of keeping customers is divided by.</summary>
    public RetentionCostPer RetentionCostPer { get; init; }

    /// <summary>Which trials the trial conversion is told of.</summary>
    public TrialConversionBasis TrialConversion { get; init; }

    /// <summary>By which customers ARPA is told.</summary>
    public ArpaDenominator ArpaDenominator { get; init; }

    /// <summary>On which day a period is looked at for its state.</summary>
    /// <exception cref="ArgumentException">The first day is asked of a ledger that nets or converts over whole periods.</exception>
    public PeriodState PeriodState
    {
        get;
        init
        {
            RequireConsistent(Ledger, value, nameof(value));
            field = value;
        }
    }

    /// <summary>Where what exchange rates do to recurring revenue is shown.</summary>
    public FxEffect FxEffect { get; init; }

    /// <summary>Whether credit notes lower recurring revenue.</summary>
    public RefundTreatment Refunds { get; init; }

    /// <summary>Whose spend is the cost of acquiring customers.</summary>
    public CacScope CacScope
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = CacScope.SalesAndMarketing;

    /// <summary>What makes a customer a new one when the cost of acquisition is told.</summary>
    public NewCustomerBasis CacCustomers { get; init; }

    /// <summary>How many periods before its customers the spend of acquisition is taken: a sales cycle's worth of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public int CacSpendLag
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    private static void RequireConsistent(LedgerPolicy ledger, PeriodState state, string parameterName)
    {
        if (state != PeriodState.FirstDay || !ledger.NeedsFixedPeriods) return;
        throw new ArgumentException(
            $"A ledger with {ledger.Netting} and {ledger.FxRate} is right at the end of whole periods only and cannot tell the state of their first day: "
            + $"leave {nameof(PeriodState)} at {PeriodState.EndOfLastDay}, or net by day and convert at another rate.", parameterName);
    }
}
