namespace RevOps.Metrics;

/// <summary>By whose definition metrics are computed: one option for each point on which the field disagrees.</summary>
/// <remarks>
/// <see cref="Ledger"/> reaches the engine and decides what a movement is; everything else only chooses which expression a name of the
/// catalogue stands for. Change an option with <c>with</c>. docs/policies.md explains them.
/// </remarks>
public sealed record MetricPolicy
{
    /// <summary>The defaults of every option.</summary>
    public static MetricPolicy Default { get; } = new();

    /// <summary>What a movement of recurring revenue is.</summary>
    public LedgerPolicy Ledger { get; init; } = LedgerPolicy.Default;

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
