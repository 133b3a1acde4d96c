using System.Globalization;
using System.Numerics;

namespace RevOps.Metrics;

/// <summary>A length of time in months of a year of twelve.</summary>
/// <param name="Value">How many months; a fraction where it is an average or a quotient.</param>
/// <remarks>Months do not convert to <see cref="Days"/>: a month has no fixed number of them.</remarks>
public readonly record struct Months(decimal Value) :
    IUnit<Months>,
    IAdditionOperators<Months, Months, Months>,
    ISubtractionOperators<Months, Months, Months>,
    IUnaryNegationOperators<Months, Months>,
    IComparisonOperators<Months, Months, bool>,
    IComparable<Months>
{
    /// <inheritdoc/>
    public static string UnitName => "months";

    /// <inheritdoc/>
    public static bool HasCurrency => false;

    /// <inheritdoc/>
    public decimal Magnitude => Value;

    /// <inheritdoc/>
    public static Months FromMagnitude(decimal magnitude, Currency currency) => new(magnitude);

    /// <inheritdoc/>
    public static string Symbol(Currency currency) => "months";

    /// <summary>Writes the months with one decimal, such as "24.0 months", rounded half to even; always invariant.</summary>
    public static string Format(decimal magnitude, Currency currency) =>
        decimal.Round(magnitude, 1, MidpointRounding.ToEven).ToString("N1", CultureInfo.InvariantCulture) + " months";

    /// <inheritdoc/>
    public int CompareTo(Months other) => Value.CompareTo(other.Value);

    /// <inheritdoc cref="Format"/>
    public override string ToString() => Format(Value, Currency.None);

    /// <summary>The sum.</summary>
    public static Months operator +(Months left, Months right) => new(left.Value + right.Value);

    /// <summary>The difference.</summary>
    public static Months operator -(Months left, Months right) => new(left.Value - right.Value);

    /// <summary>The value with the opposite sign.</summary>
    public static Months operator -(Months value) => new(-value.Value);

    /// <summary>True when the left value is the smaller.</summary>
    public static bool operator <(Months left, Months right) => left.Value < right.Value;

    /// <summary>True when the left value is the smaller or they are equal.</summary>
    public static bool operator <=(Months left, Months right) => left.Value <= right.Value;

    /// <summary>True when the left value is the larger.</summary>
    public static bool operator >(Months left, Months right) => left.Value > right.Value;

    /// <summary>True when the left value is the larger or they are equal.</summary>
    public static bool operator >=(Months left, Months right) => left.Value >= right.Value;
}
