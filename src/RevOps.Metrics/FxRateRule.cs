using System.Runtime.InteropServices;
using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>Which rate turns a price in another currency into the reporting currency. The default: the rate of the day on which its service period starts.</summary>
/// <remarks>
/// Where no rate is in force, the one before is carried on. A price whose first day has none is a data issue when the dataset is built; a day of
/// <see cref="ConstantAt"/> without one is a <see cref="MissingExchangeRateException"/> when a metric is evaluated.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FxRateRule
{
    private FxRateRule(Basis kind, LocalDate date = default)
    {
        Kind = kind;
        Date = date;
    }

    /// <summary>The rate of the day on which the service period starts, carried to its end.</summary>
    public static FxRateRule ServicePeriodStart => default;

    /// <summary>In each period of <see cref="LedgerPolicy.FixedGrain"/> the rate of its last day.</summary>
    public static FxRateRule PeriodEnd => new(Basis.PeriodEnd);

    /// <summary>In each period of <see cref="LedgerPolicy.FixedGrain"/> the mean of its days' rates.</summary>
    public static FxRateRule PeriodAverage => new(Basis.PeriodAverage);

    internal Basis Kind { get; }

    internal LocalDate Date { get; }

    /// <summary>True when the rate holds for whole periods of the policy's fixed grain.</summary>
    internal bool UsesPeriods => Kind is Basis.PeriodEnd or Basis.PeriodAverage;

    /// <summary>The rate of one day for all time, so that no exchange rate moves anything: constant currency.</summary>
    public static FxRateRule ConstantAt(LocalDate date) => new(Basis.Constant, date);

    /// <summary>"ServicePeriodStart", "PeriodEnd", "PeriodAverage", "ConstantAt 2026-01-01".</summary>
    public override string ToString() => Kind == Basis.Constant ? $"{nameof(ConstantAt)} {LocalDatePattern.Iso.Format(Date)}" : Kind.ToString();

    internal enum Basis
    {
        ServicePeriodStart,
        PeriodEnd,
        PeriodAverage,
        Constant,
    }
}
