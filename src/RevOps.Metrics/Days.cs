using System.Globalization;
using System.Numerics;

namespace RevOps.Metrics;

/// <summary>A length of time in days.</summary>
/// <param name="Value">How many days; a fraction where it is an average.</param>
public readonly record struct Days(decimal Value) :
    IUnit<Days>,
    IAdditionOperators<Days, Days, Days>,
    ISubtractionOperators<Days, Days, Days>,
    IUnaryNegationOperators<Days, Days>,
    IComparisonOperators<Days, Days, bool>,
    IComparable<Days>
{
    /// <inheritdoc/>
    public static string UnitName => "days";

    /// <inheritdoc/>
    public static bool HasCurrency => false;

    /// <inheritdoc/>
    public decimal Magnitude => Value;

    /// <inheritdoc/>
    public static Days FromMagnitude(decimal magnitude, Currency currency) => new(magnitude);

    /// <inheritdoc/>
    public static string Symbol(Currency currency) => "days";

    /// <summary>Writes the days with one decimal, such as "51.8 days", rounded half to even; always invariant.</summary>
    public static string Format(decimal magnitude, Currency currency) =>
        decimal.Round(magnitude, 1, MidpointRounding.ToEven).ToString("N1", CultureInfo.InvariantCulture) + " days";

    /// <inheritdoc/>
    public int CompareTo(Days other) => Value.CompareTo(other.Value);

    /// <inheritdoc cref="Format"/>
    public override string ToString() => Format(Value, Currency.None);

    /// <summary>The sum.</summary>
    public static Days operator +(Days left, Days right) => new(left.Value + right.Value);

    /// <summary>The difference.</summary>
    public static Days operator -(Days left, Days right) => new(left.Value - right.Value);

    /// <summary>The value with the opposite sign.</summary>
    public static Days operator -(Days value) => new(-value.Value);

    /// <summary>True when the left value is the smaller.</summary>
    public static bool operator <(Days left, Days right) => left.Value < right.Value;

    /// <summary>True when the left value is the smaller or they are equal.</summary>
    public static bool operator <=(Days left, Days right) => left.Value <= right.Value;

    /// <summary>True when the left value is the larger.</summary>
    public static bool operator >(Days left, Days right) => left.Value > right.Value;

    /// <summary>True when the left value is the larger or they are equal.</summary>
    public static bool operator >=(Days left, Days right) => left.Value >= right.Value;
}
