using System.Globalization;
using System.Numerics;

namespace RevOps.Metrics;

/// <summary>An amount in a currency.</summary>
/// <param name="Amount">The amount in major units (dollars, not cents), exact and never rounded on the way in.</param>
/// <param name="Currency">The currency of the amount.</param>
/// <remarks>
/// <para>Different currencies never mix: adding, subtracting, comparing or dividing them throws, because a wrong total looks like a right
/// one. Equality does not throw: 1 USD simply is not 1 EUR, and zero dollars are not zero euros.</para>
/// <para>Arithmetic is that of <see cref="decimal"/> and keeps sub-minor amounts; call <see cref="Round"/> once, at the edge. To split an
/// amount without losing a cent use <see cref="Allocate(int)"/>.</para>
/// </remarks>
public readonly partial record struct Money(decimal Amount, Currency Currency) :
    IUnit<Money>,
    IAdditionOperators<Money, Money, Money>,
    ISubtractionOperators<Money, Money, Money>,
    IUnaryNegationOperators<Money, Money>,
    IMultiplyOperators<Money, decimal, Money>,
    IDivisionOperators<Money, decimal, Money>,
    IComparisonOperators<Money, Money, bool>,
    IComparable<Money>,
    ISpanParsable<Money>,
    ISpanFormattable
{
    /// <inheritdoc/>
    public static string UnitName => "money";

    /// <inheritdoc/>
    public static bool HasCurrency => true;

    /// <summary>True when the amount is zero, in whatever currency.</summary>
    public bool IsZero => Amount == 0;

    /// <inheritdoc/>
    public decimal Magnitude => Amount;

    /// <summary>Nothing, in a currency: where a sum in that currency starts.</summary>
    public static Money Zero(Currency currency) => new(0m, currency);

    /// <inheritdoc/>
    public static Money FromMagnitude(decimal magnitude, Currency currency) => new(magnitude, currency);

    /// <inheritdoc/>
    public static string Symbol(Currency currency) => currency.Code;

    /// <inheritdoc/>
    public static string Format(decimal magnitude, Currency currency) =>
        new Money(magnitude, currency).ToString("N", CultureInfo.InvariantCulture);

    /// <summary>The amount without its sign.</summary>
    public Money Abs() => this with { Amount = Math.Abs(Amount) };

    /// <summary>The amount rounded to the minor units of its currency (2 digits for USD, 0 for JPY).</summary>
    /// <param name="rounding">What happens to a half: to even by default, so that rounding many amounts does not drift.</param>
    /// <remarks>A currency without minor units, such as gold, has nothing to round to: the amount stays as it is.</remarks>
    public Money Round(MidpointRounding rounding = MidpointRounding.ToEven) =>
        Currency.HasMinorUnits ? this with { Amount = decimal.Round(Amount, Currency.MinorUnits, rounding) } : this;

    /// <summary>Splits the amount into equal parts of whole minor units that add up to it exactly.</summary>
    /// <param name="parts">How many parts, at least one.</param>
    /// <remarks>Parts differ by at most one minor unit, the larger ones first: 10.00 USD in three is 3.34, 3.33 and 3.33.</remarks>
    /// <exception cref="InvalidOperationException">The amount is not in whole minor units, or its currency has none.</exception>
    public IReadOnlyList<Money> Allocate(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        return Allocate([.. Enumerable.Repeat(1m, parts)]);
    }

    /// <summary>Splits the amount in proportion to weights, into parts of whole minor units that add up to it exactly.</summary>
    /// <param name="weights">One weight a part; none negative, at least one above zero. They need not add up to one.</param>
    /// <remarks>
    /// <para>Largest remainder: each part gets its share rounded towards zero, and the minor units left over go one each to the parts that
    /// rounding cut most, the earlier part first among equals. A part of weight zero gets zero. A negative amount splits as its positive
    /// does.</para>
    /// <para>The amount itself must be in whole minor units: 0.005 USD cannot be split into cents without inventing or losing something,
    /// and how to settle that is the caller's choice.</para>
    /// </remarks>
    /// <exception cref="InvalidOperationException">The amount is not in whole minor units, or its currency has none.</exception>
    /// <exception cref="ArgumentException">There are no weights, one is negative, or all are zero.</exception>
    public IReadOnlyList<Money> Allocate(IReadOnlyList<decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (!Currency.HasMinorUnits)
        {
            throw new InvalidOperationException($"{Currency} has no minor units to split {this} into: divide it instead.");
        }

        if (Round() != this) throw new InvalidOperationException($"{this} is not in whole minor units of {Currency}: call Round first.");

        decimal minorUnit = new(1, 0, 0, isNegative: false, (byte)Currency.MinorUnits);
        decimal[] units = LargestRemainder.Split(Math.Abs(Amount) / minorUnit, weights);
        decimal sign = Amount < 0 ? -minorUnit : minorUnit;
        Currency currency = Currency;
        return Array.ConvertAll(units, unit => new Money(unit * sign, currency));
    }

    /// <summary>Orders amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other)
    {
        RequireOneCurrency("compare", Currency, "with", other.Currency);
        return Amount.CompareTo(other.Amount);
    }

    /// <summary>Adds amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right)
    {
        RequireOneCurrency("add", right.Currency, "to", left.Currency);
        return new(left.Amount + right.Amount, left.Currency);
    }

    /// <summary>Subtracts amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right)
    {
        RequireOneCurrency("subtract", right.Currency, "from", left.Currency);
        return new(left.Amount - right.Amount, left.Currency);
    }

    /// <summary>The amount with the opposite sign.</summary>
    public static Money operator -(Money value) => new(-value.Amount, value.Currency);

    /// <summary>Multiplies the amount by a bare number; the result is not rounded to minor units.</summary>
    public static Money operator *(Money left, decimal right) => new(left.Amount * right, left.Currency);

    /// <inheritdoc cref="op_Multiply(Money, decimal)"/>
    public static Money operator *(decimal left, Money right) => right * left;

    /// <summary>Divides the amount by a bare number; the result is not rounded to minor units.</summary>
    public static Money operator /(Money left, decimal right) => new(left.Amount / right, left.Currency);

    /// <inheritdoc cref="CompareTo(Money)"/>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo(Money)"/>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo(Money)"/>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo(Money)"/>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    private static void RequireOneCurrency(string verb, Currency first, string preposition, Currency second)
    {
        if (first != second)
        {
            throw new InvalidOperationException($"Cannot {verb} {first} {preposition} {second}: convert with ExchangeRates first.");
        }
    }
}
