using System.Globalization;
using System.Numerics;

namespace RevOps.Metrics;

/// <summary>One quantity divided by another of the same unit: a rate, a share. What is told as "3.20 x" is a <see cref="Multiple"/>.</summary>
/// <param name="Value">The bare quotient: 12 % is 0.12.</param>
/// <remarks>
/// A ratio over a stretch of time, such as churn a month, is a <see cref="PerMonth{T}"/> of a ratio: the type keeps a monthly rate from
/// being mistaken for a yearly one.
/// </remarks>
public readonly record struct Ratio(decimal Value) :
    IUnit<Ratio>,
    IAdditionOperators<Ratio, Ratio, Ratio>,
    ISubtractionOperators<Ratio, Ratio, Ratio>,
    IUnaryNegationOperators<Ratio, Ratio>,
    IComparisonOperators<Ratio, Ratio, bool>,
    IComparable<Ratio>
{
    /// <inheritdoc/>
    public static string UnitName => "ratio";

    /// <inheritdoc/>
    public static bool HasCurrency => false;

    /// <inheritdoc/>
    public decimal Magnitude => Value;

    /// <inheritdoc/>
    public static Ratio FromMagnitude(decimal magnitude, Currency currency) => new(magnitude);

    /// <inheritdoc/>
    public static string Symbol(Currency currency) => "";

    /// <summary>Writes the ratio as a percentage with two decimals, such as "63.15 %", rounded half to even; always invariant.</summary>
    public static string Format(decimal magnitude, Currency currency) =>
        decimal.Round(magnitude, 4, MidpointRounding.ToEven).ToString("P2", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(Ratio other) => Value.CompareTo(other.Value);

    /// <inheritdoc cref="Format"/>
    public override string ToString() => Format(Value, Currency.None);

    /// <summary>The sum.</summary>
    public static Ratio operator +(Ratio left, Ratio right) => new(left.Value + right.Value);

    /// <summary>The difference.</summary>
    public static Ratio operator -(Ratio left, Ratio right) => new(left.Value - right.Value);

    /// <summary>The value with the opposite sign.</summary>
    public static Ratio operator -(Ratio value) => new(-value.Value);

    /// <summary>The ratio of a ratio: half of 30 % is 15 %.</summary>
    public static Ratio operator *(Ratio left, Ratio right) => new(left.Value * right.Value);

    /// <summary>How many times the right ratio goes into the left.</summary>
    /// <exception cref="DivideByZeroException">The right ratio is zero.</exception>
    public static Ratio operator /(Ratio left, Ratio right) => new(left.Value / right.Value);

    /// <summary>True when the left value is the smaller.</summary>
    public static bool operator <(Ratio left, Ratio right) => left.Value < right.Value;

    /// <summary>True when the left value is the smaller or they are equal.</summary>
    public static bool operator <=(Ratio left, Ratio right) => left.Value <= right.Value;

    /// <summary>True when the left value is the larger.</summary>
    public static bool operator >(Ratio left, Ratio right) => left.Value > right.Value;

    /// <summary>True when the left value is the larger or they are equal.</summary>
    public static bool operator >=(Ratio left, Ratio right) => left.Value >= right.Value;
}
