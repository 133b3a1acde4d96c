namespace RevOps.Metrics;

/// <summary>What a movement of recurring revenue is: the half of a policy that reaches the engine, and the key under which a ledger is kept.</summary>
/// <remarks>Options that need a number or a date carry it in their value, so that no two of these contradict each other. docs/policies.md explains each.</remarks>
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
