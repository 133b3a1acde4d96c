namespace RevOps.Metrics;

/// <summary>What a movement of recurring revenue is: the half of a policy that reaches the engine, and the key under which a ledger is kept.</summary>
/// <remarks>Options that need a number or a date carry it in their value, so that no combination contradicts itself. docs/policies.md explains each.</remarks>
public sealed record LedgerPolicy
{
    /// <summary>The defaults of every option.</summary>
    public static LedgerPolicy Default { get; } = new();

    /// <summary>Which records say what a subscription charges.</summary>
    public RevenueSource Source { get; init; }

    /// <summary>Which usage is recurring revenue.</summary>
    public UsageTreatment Usage { get; init; }

    /// <summary>Whose movements are told apart: what one of them loses and another wins on a day is no net change.</summary>
    public MovementGrain Grain { get; init; }

    /// <summary>Which changes are one movement.</summary>
    public MovementNetting Netting { get; init; }

    /// <summary>Whether merged customers are one.</summary>
    public CustomerIdentity Identity { get; init; }

    /// <summary>The day on which a cancelled subscription stops counting.</summary>
    public ChurnRecognition ChurnRecognition { get; init; }

    /// <summary>What a customer who returns after a gap is.</summary>
    public ReactivationRule Reactivation { get; init; }

    /// <summary>What becomes of a subscription whose invoice is not paid in time.</summary>
    public PastDueRule PastDue { get; init; }

    /// <summary>Whether who pays nothing is a customer.</summary>
    public FreeTreatment Free { get; init; }

    /// <summary>What a suspended service is.</summary>
    public PauseTreatment Pauses { get; init; }

    /// <summary>Which discounts lower recurring revenue.</summary>
    public DiscountTreatment Discounts { get; init; }

    /// <summary>The day on which a price that changes within a service period counts.</summary>
    public PriceChangeDate PriceChanges { get; init; }

    /// <summary>What a contract with agreed steps of price counts.</summary>
    public RampTreatment Ramps { get; init; }

    /// <summary>How many weeks and days a year has for prices by the week and by the day.</summary>
    public YearBasis YearBasis { get; init; }

    /// <summary>Which rate turns a price in another currency into the reporting currency.</summary>
    public FxRateRule FxRate { get; init; }

    /// <summary>The grain of the periods over which options net and convert, and over which invoiced usage counts.</summary>
    /// <remarks>Finer periods cannot be asked where the ledger nets or converts over them; invoiced usage is exact by the day.</remarks>
    /// <exception cref="ArgumentException">The grain has no grid of periods.</exception>
    public CalendarGrain FixedGrain
    {
        get;
        init
        {
            if (value == CalendarGrain.Custom || !Enum.IsDefined(value)) throw new ArgumentException("Custom periods have no grid: choose a grain from day to year.", nameof(value));
            field = value;
        }
    } = CalendarGrain.Month;

    /// <summary>The calendar of those periods.</summary>
    public ReportingCalendar FixedCalendar
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = ReportingCalendar.Gregorian;

    /// <summary>The policy without what only changes how movements are shown: the key of the compiled ledger.</summary>
    internal LedgerPolicy AsCompiled =>
        Reactivation.Kind is ReactivationRule.Treatment.Own or ReactivationRule.Treatment.Continuous ? this : this with { Reactivation = ReactivationRule.Own };

    /// <summary>True when the ledger is right at the edges of its fixed periods only.</summary>
    internal bool NeedsFixedPeriods => Netting == MovementNetting.ByPeriod || FxRate.UsesPeriods;
}

/// <summary>Whose movements are told apart.</summary>
public enum MovementGrain
{
    /// <summary>The customer's, all its subscriptions together.</summary>
    Customer,

    /// <summary>Each subscription's by itself: ending one and starting another is churn and new.</summary>
    Subscription,

    /// <summary>The account's at the top of the customers' parents; a customer that gets another parent is a transfer.</summary>
    ParentAccount,
}

/// <summary>Which changes are one movement.</summary>
public enum MovementNetting
{
    /// <summary>All of one day.</summary>
    ByDay,

    /// <summary>All of one period of <see cref="LedgerPolicy.FixedGrain"/>, dated on its last day.</summary>
    ByPeriod,

    /// <summary>None: each subscription's change is a movement; of one day, what is added comes before what is dropped.</summary>
    EachEvent,
}

/// <summary>Whether merged customers are one.</summary>
public enum CustomerIdentity
{
    /// <summary>Duplicates are one customer for all time, the acquired and the acquirer from the day of the acquisition.</summary>
    Canonical,

    /// <summary>Every record is a customer of its own.</summary>
    AsRecorded,
}

/// <summary>The day on which a cancelled subscription stops counting.</summary>
public enum ChurnRecognition
{
    /// <summary>The first day not served: what is paid for still counts.</summary>
    EndOfService,

    /// <summary>The day of the request; a withdrawn request counts again from the day it was withdrawn.</summary>
    AtRequest,
}

/// <summary>Whether who pays nothing is a customer.</summary>
public enum FreeTreatment
{
    /// <summary>No: a free plan, or a discount of everything, is no customer; going free is churn.</summary>
    NotPaying,

    /// <summary>Yes: a customer with a recurring revenue of zero; going free is contraction.</summary>
    Active,
}

/// <summary>What a suspended service is.</summary>
public enum PauseTreatment
{
    /// <summary>A pair of movements of its own, pause and resume: the customer stays one and pays nothing.</summary>
    Pair,

    /// <summary>Nothing: the price goes on counting.</summary>
    KeepsRevenue,

    /// <summary>An end of service and a start: churn, and what comes back later is shown as any return.</summary>
    EndsService,
}

/// <summary>Which discounts lower recurring revenue.</summary>
public enum DiscountTreatment
{
    /// <summary>Those that cover more than one billing interval, or a whole one of a year or longer.</summary>
    Lasting,

    /// <summary>All, on the service days they cover.</summary>
    All,

    /// <summary>None: recurring revenue is at list prices.</summary>
    None,
}

/// <summary>The day on which a price that changes within a service period counts.</summary>
public enum PriceChangeDate
{
    /// <summary>The day it takes effect.</summary>
    WhenEffective,

    /// <summary>The first day of the next service period: until then the old price is paid.</summary>
    NextServicePeriod,
}

/// <summary>What a contract with agreed steps of price counts.</summary>
public enum RampTreatment
{
    /// <summary>The step in force; later steps are contracted expansion when they come.</summary>
    CurrentStep,

    /// <summary>The average over all days of the first price and its contracted steps, from the first day; where their end is not known, the step in force.</summary>
    AverageOverTerm,
}

/// <summary>How many weeks and days a year has for prices by the week and by the day.</summary>
public enum YearBasis
{
    /// <summary>52 weeks and 365 days: $10 a week is $43.33 a month.</summary>
    Weeks52Days365,

    /// <summary>4 weeks and 30 days a month, 48 and 360 a year: $10 a week is $40.00 a month.</summary>
    Weeks48Days360,

    /// <summary>365/7 weeks and 365 days: $10 a week is $43.45 a month.</summary>
    ActualDays,
}
