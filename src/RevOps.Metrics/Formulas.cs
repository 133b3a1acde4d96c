using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>The revenue formulas people know, as plain functions: numbers in, number out.</summary>
/// <remarks>
/// <para>Every ratio and rate, given or returned, is a fraction: 0.25 is 25 %. Amounts are plain decimals: give all amounts of one call
/// in one currency. Nothing is rounded; round where the figure is shown.</para>
/// <para>A function whose formula has no value for some input returns <c>null</c> there, never 0, and says when and why. A function
/// that always has a value returns a plain <see cref="decimal"/>.</para>
/// <para>Counts are zero or more, and may be fractional (a customer attributed to two channels). Amounts may be negative where a credit
/// can make them so, but churn and contraction are given as the positive amount lost, the way every published formula writes them. What
/// cannot be meant throws an <see cref="ArgumentException"/> or an <see cref="ArgumentOutOfRangeException"/>.</para>
/// </remarks>
public static partial class Formulas
{
    private static void RequireFraction(decimal fraction, [CallerArgumentExpression(nameof(fraction))] string? name = null)
    {
        if (fraction is >= 0m and <= 1m) return;
        throw new ArgumentOutOfRangeException(name, fraction, $"{name} is a fraction from 0 to 1: write 5 % as 0.05.");
    }

    /// <remarks>A gross margin may be negative, when serving a customer costs more than it brings.</remarks>
    private static void RequireMargin(decimal grossMargin, [CallerArgumentExpression(nameof(grossMargin))] string? name = null)
    {
        if (grossMargin <= 1m) return;
        throw new ArgumentOutOfRangeException(name, grossMargin, $"{name} is a fraction of revenue, at most 1: write 80 % as 0.8.");
    }

    private static void RequireLoss(decimal loss, [CallerArgumentExpression(nameof(loss))] string? name = null)
    {
        if (loss >= 0m) return;
        throw new ArgumentOutOfRangeException(name, loss, $"{name} is the amount lost, a positive number: negate a movement first.");
    }

    private static void RequirePart(decimal part, decimal whole, string partName, string wholeName)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(whole, wholeName);
        ArgumentOutOfRangeException.ThrowIfNegative(part, partName);
        if (part <= whole) return;
        throw new ArgumentOutOfRangeException(partName, part, $"{partName} is a part of {wholeName} and cannot exceed it.");
    }
}
