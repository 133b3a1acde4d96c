using System.Globalization;
using System.Numerics;

namespace RevOps.Metrics;

/// <summary>A number of things: customers, deals, leads.</summary>
/// <param name="Value">How many; a fraction where it is an average or an expectation.</param>
public readonly record struct Count(decimal Value) :
    IUnit<Count>,
    IAdditionOperators<Count, Count, Count>,
    ISubtractionOperators<Count, Count, Count>,
    IUnaryNegationOperators<Count, Count>,
    IComparisonOperators<Count, Count, bool>,
    IComparable<Count>
{
    /// <inheritdoc/>
    public static string UnitName => "count";

    /// <inheritdoc/>
    public static bool HasCurrency => false;

    /// <inheritdoc/>
    public decimal Magnitude => Value;

    /// <inheritdoc/>
    public static Count FromMagnitude(decimal magnitude, Currency currency) => new(magnitude);

    /// <inheritdoc/>
    public static string Symbol(Currency currency) => "";

    /// <summary>Writes the count grouped, with up to two decimals where it is not whole: "1,234", "12.5"; always invariant.</summary>
    public static string Format(decimal magnitude, Currency currency) =>
        decimal.Round(magnitude, 2, MidpointRounding.ToEven).ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(Count other) => Value.CompareTo(other.Value);

    /// <inheritdoc cref="Format"/>
    public override string ToString() => Format(Value, Currency.None);

    /// <summary>The sum.</summary>
    public static Count operator +(Count left, Count right) => new(left.Value + right.Value);

    /// <summary>The difference.</summary>
    public static Count operator -(Count left, Count right) => new(left.Value - right.Value);

    /// <summary>The value with the opposite sign.</summary>
    public static Count operator -(Count value) => new(-value.Value);

    /// <summary>The share that one count is of another, such as won deals of closed deals.</summary>
    /// <exception cref="DivideByZeroException">The right count is zero.</exception>
    public static Ratio operator /(Count left, Count right) => new(left.Value / right.Value);

    /// <summary>That share of the count: 40 deals at a win rate of 25 % are 10.</summary>
    public static Count operator *(Count left, Ratio right) => new(left.Value * right.Value);

    /// <summary>True when the left value is the smaller.</summary>
    public static bool operator <(Count left, Count right) => left.Value < right.Value;

    /// <summary>True when the left value is the smaller or they are equal.</summary>
    public static bool operator <=(Count left, Count right) => left.Value <= right.Value;

    /// <summary>True when the left value is the larger.</summary>
    public static bool operator >(Count left, Count right) => left.Value > right.Value;

    /// <summary>True when the left value is the larger or they are equal.</summary>
    public static bool operator >=(Count left, Count right) => left.Value >= right.Value;
}
