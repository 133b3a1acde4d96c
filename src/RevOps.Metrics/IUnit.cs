namespace RevOps.Metrics;

/// <summary>A unit that a metric's value can have: money, a ratio, a count, a duration, or one of these per time.</summary>
/// <typeparam name="TSelf">The unit itself.</typeparam>
/// <remarks>
/// The unit is a type, so that a sum of unlike things does not compile. Metric arithmetic runs on plain magnitudes and puts the unit back
/// on at the edge with <see cref="FromMagnitude"/>.
/// </remarks>
public interface IUnit<TSelf>
    where TSelf : struct, IUnit<TSelf>
{
    /// <summary>The unit in words, such as "money", "ratio" or "money per month".</summary>
    static abstract string UnitName { get; }

    /// <summary>True when a value of this unit needs a currency to be complete.</summary>
    static abstract bool HasCurrency { get; }

    /// <summary>The bare number, in the unit's own measure: a ratio of 12 % is 0.12.</summary>
    decimal Magnitude { get; }

    /// <summary>Makes a value of a bare number; a unit without a currency ignores <paramref name="currency"/>.</summary>
    static abstract TSelf FromMagnitude(decimal magnitude, Currency currency);

    /// <summary>What <see cref="Format"/> writes behind the number, to stand in a table's header: "USD", "days", "USD per month"; empty for none.</summary>
    static abstract string Symbol(Currency currency);

    /// <summary>Writes a bare number for people, rounded and with its unit: "1,234.50 USD", "12.34 %"; always invariant.</summary>
    static abstract string Format(decimal magnitude, Currency currency);
}
