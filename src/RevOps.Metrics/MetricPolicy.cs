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

    /// <summary>How the win rate weighs deals.</summary>
    public WinRateBasis WinRate { get; init; }

    /// <summary>How the rate of one length becomes the rate of a month.</summary>
    public RateScaling RateScaling { get; init; }

    /// <summary>Whether customer lifetime value is taken of the gross margin or of revenue.</summary>
    public LifetimeValueBasis LifetimeValue { get; init; }

    /// <summary>Which deals a pipeline velocity counts.</summary>
    public VelocityBasis Velocity { get; init; }

    /// <summary>The day of the period on which its forecast is judged: the last snapshot taken on or before it counts.</summary>
    public int ForecastDay { get; init; } = 5;

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

    private static void RequireConsistent(LedgerPolicy ledger, PeriodState state, string parameterName)
    {
        if (state != PeriodState.FirstDay || !ledger.NeedsFixedPeriods) return;
        throw new ArgumentException(
            $"A ledger with {ledger.Netting} and {ledger.FxRate} is right at the end of whole periods only and cannot tell the state of their first day: "
            + $"leave {nameof(PeriodState)} at {PeriodState.EndOfLastDay}, or net by day and convert at another rate.", parameterName);
    }
}

/// <summary>On which day a period is looked at for its state.</summary>
public enum PeriodState
{
    /// <summary>The end of its last day.</summary>
    EndOfLastDay,

    /// <summary>
    /// Its first day; of a period longer than the ledger's fixed grain, the first day of its last such part, so that a quarter still has the
    /// state of its last month.
    /// </summary>
    FirstDay,
}

/// <summary>Where what exchange rates do to recurring revenue is shown.</summary>
public enum FxEffect
{
    /// <summary>On a line of its own.</summary>
    OwnLine,

    /// <summary>Gains inside expansion, losses inside contraction.</summary>
    InsideMovements,
}

/// <summary>What the customer churn rate divides by.</summary>
public enum ChurnDenominator
{
    /// <summary>The customers at the open.</summary>
    Opening,

    /// <summary>The customers at the open, and those who joined and are there at the close.</summary>
    OpeningAndNew,

    /// <summary>The mean of the customers at the open and at the close; the rate can pass 1.</summary>
    Average,

    /// <summary>The customers at the close; the rate can pass 1.</summary>
    Closing,

    /// <summary>The customers 30 days before the close, whatever the period's length; the rate can pass 1.</summary>
    ThirtyDaysAgo,
}

/// <summary>What becomes of customers who join and are lost within the period.</summary>
public enum JoinedAndLostTreatment
{
    /// <summary>They are out of the rate; <see cref="Success.JoinedAndLostCustomers"/> counts them.</summary>
    OutOfRate,

    /// <summary>They are among the lost, and among those who could be.</summary>
    InBoth,
}

/// <summary>What becomes of customers who are lost and return within the period.</summary>
public enum LostAndReturnedTreatment
{
    /// <summary>They were not lost; <see cref="Success.LostAndReturnedCustomers"/> counts them.</summary>
    NetOut,

    /// <summary>They are among the lost, each once.</summary>
    CountBoth,
}

/// <summary>Whose revenue retention is measured, and over which window.</summary>
public enum RetentionCohort
{
    /// <summary>The customers of twelve months before the period's close, over those twelve months, whatever the period's length.</summary>
    TwelveMonths,

    /// <summary>The customers at the end of the previous period, over the period.</summary>
    PreviousPeriod,

    /// <summary>The contracts due in the period that renewed or were lost, each with what it charged by then and what its renewal does.</summary>
    ContractsDue,
}

/// <summary>At what gross revenue retention is capped.</summary>
public enum RetentionCap
{
    /// <summary>Each customer at what it paid at the open: one customer's growth never makes good another's loss.</summary>
    PerCustomer,

    /// <summary>Each subscription at what it charged at the open: one subscription's growth never makes good another's loss, though it be the same customer's.</summary>
    PerSubscription,

    /// <summary>All customers together at what they paid at the open.</summary>
    OnTheTotal,
}

/// <summary>What becomes of the revenue of customers who come back.</summary>
public enum ReactivationTreatment
{
    /// <summary>It stays apart.</summary>
    Apart,

    /// <summary>It counts as a gain.</summary>
    Counted,
}

/// <summary>By which customers ARPA is told.</summary>
public enum ArpaDenominator
{
    /// <summary>Those at the close.</summary>
    Closing,

    /// <summary>The mean of those at the open and at the close.</summary>
    Average,
}

/// <summary>Which deals sales metrics count.</summary>
public enum DealScope
{
    /// <summary>First purchases.</summary>
    NewBusiness,

    /// <summary>First purchases, expansions and renewals.</summary>
    AllTypes,
}

/// <summary>How the win rate weighs deals.</summary>
public enum WinRateBasis
{
    /// <summary>Won deals of those closed, each counted as one; no decision is lost.</summary>
    Count,

    /// <summary>Won amount of that closed.</summary>
    Value,
}

/// <summary>How the rate of one length becomes the rate of a month.</summary>
public enum RateScaling
{
    /// <summary>The monthly rate that gives it when it holds in every month: 1 - (1 - c)^(1/m).</summary>
    ConstantHazard,

    /// <summary>The rate divided by the months.</summary>
    Simple,
}

/// <summary>What customer lifetime value is taken of.</summary>
public enum LifetimeValueBasis
{
    /// <summary>The gross margin that a customer brings.</summary>
    GrossMargin,

    /// <summary>The revenue that a customer brings.</summary>
    Revenue,
}

/// <summary>Which deals a pipeline velocity counts.</summary>
public enum VelocityBasis
{
    /// <summary>The deals open at the period's close.</summary>
    OpenAtClose,

    /// <summary>The deals created in the period.</summary>
    CreatedInPeriod,

    /// <summary>The deals closed in the period; velocity is then the won amount over the mean cycle.</summary>
    ClosedInPeriod,
}
