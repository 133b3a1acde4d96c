using System.Globalization;
using System.Numerics;

namespace RevOps.Metrics;

/// <summary>How many times one quantity is another of the same unit: lifetime value to acquisition cost, gains to losses.</summary>
/// <param name="Value">The bare quotient: three to one is 3.</param>
/// <remarks>
/// The same number as a <see cref="Ratio"/>, and another way to read it: a ratio is a part of a whole and is told in percent, of a multiple nobody
/// asks for percents. <see cref="MetricOperators.AsMultiple"/> and <see cref="MetricOperators.AsRatio"/> turn one into the other.
/// </remarks>
public readonly record struct Multiple(decimal Value) :
    IUnit<Multiple>,
    IAdditionOperators<Multiple, Multiple, Multiple>,
    ISubtractionOperators<Multiple, Multiple, Multiple>,
    IUnaryNegationOperators<Multiple, Multiple>,
    IComparisonOperators<Multiple, Multiple, bool>,
    IComparable<Multiple>
{
    /// <inheritdoc/>
    public static string UnitName => "multiple";

    /// <inheritdoc/>
    public static bool HasCurrency => false;

    /// <inheritdoc/>
    public decimal Magnitude => Value;

    /// <inheritdoc/>
    public static Multiple FromMagnitude(decimal magnitude, Currency currency) => new(magnitude);

    /// <inheritdoc/>
    public static string Symbol(Currency currency) => "";

    /// <summary>Writes the multiple with two decimals, such as "3.20 x", rounded half to even; always invariant.</summary>
    public static string Format(decimal magnitude, Currency currency) =>
        decimal.Round(magnitude, 2, MidpointRounding.ToEven).ToString("N2", CultureInfo.InvariantCulture) + " x";

    /// <inheritdoc/>
    public int CompareTo(Multiple other) => Value.CompareTo(other.Value);

    /// <inheritdoc cref="Format"/>
    public override string ToString() => Format(Value, Currency.None);

    /// <summary>The sum.</summary>
    public static Multiple operator +(Multiple left, Multiple right) => new(left.Value + right.Value);

    /// <summary>The difference.</summary>
    public static Multiple operator -(Multiple left, Multiple right) => new(left.Value - right.Value);

    /// <summary>The value with the opposite sign.</summary>
    public static Multiple operator -(Multiple value) => new(-value.Value);

    /// <summary>True when the left value is the smaller.</summary>
    public static bool operator <(Multiple left, Multiple right) => left.Value < right.Value;

    /// <summary>True when the left value is the smaller or they are equal.</summary>
    public static bool operator <=(Multiple left, Multiple right) => left.Value <= right.Value;

    /// <summary>True when the left value is the larger.</summary>
    public static bool operator >(Multiple left, Multiple right) => left.Value > right.Value;

    /// <summary>True when the left value is the larger or they are equal.</summary>
    public static bool operator >=(Multiple left, Multiple right) => left.Value >= right.Value;
}
