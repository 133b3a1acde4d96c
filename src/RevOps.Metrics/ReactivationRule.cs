using System.Globalization;
using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>What a customer who returns after a gap is. The default: a movement of its own after any gap.</summary>
/// <remarks>
/// Whatever it is shown as, the day on which the customer was acquired stays, and with it the number of new customers and what they cost.
/// Under <see cref="ContinuousWithin"/> the balance itself holds over the gap once the return is known, so a month reported during the gap
/// changes afterwards; <see cref="RevenueDataset.AsOf"/> gives it as it was known.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReactivationRule
{
    private ReactivationRule(Treatment kind, int days)
    {
        Kind = kind;
        Days = days;
    }

    /// <summary>A movement of its own, after any gap.</summary>
    public static ReactivationRule Own => default;

    /// <summary>Shown inside expansion.</summary>
    public static ReactivationRule InExpansion => new(Treatment.InExpansion, 0);

    internal Treatment Kind { get; }

    internal int Days { get; }

    /// <summary>A movement of its own after a gap of at most so many days, else shown as new.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one day.</exception>
    public static ReactivationRule OwnWithin(int days) => new(Treatment.OwnWithin, AtLeastOne(days));

    /// <summary>None after a gap of at most so many days: service was continuous, and the balance holds over the gap.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one day.</exception>
    public static ReactivationRule ContinuousWithin(int days) => new(Treatment.Continuous, AtLeastOne(days));

    /// <summary>"Own", "InExpansion", "OwnWithin 90 days", "ContinuousWithin 30 days".</summary>
    public override string ToString() => Kind switch
    {
        Treatment.InExpansion => nameof(InExpansion),
        Treatment.OwnWithin => string.Create(CultureInfo.InvariantCulture, $"{nameof(OwnWithin)} {Days} days"),
        Treatment.Continuous => string.Create(CultureInfo.InvariantCulture, $"{nameof(ContinuousWithin)} {Days} days"),
        _ => nameof(Own),
    };

    private static int AtLeastOne(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return days;
    }

    internal enum Treatment
    {
        Own,
        OwnWithin,
        Continuous,
        InExpansion,
    }
}
