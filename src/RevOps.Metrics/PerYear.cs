namespace RevOps.Metrics;

/// <summary>A quantity for each year.</summary>
/// <typeparam name="T">The unit of the quantity.</typeparam>
/// <param name="Value">How much a year.</param>
/// <remarks>
/// ARR is money per year. The time basis is part of the type, so values of
/// different bases do not add. Sums and differences come from <see cref="UnitOperators"/>.
/// </remarks>
public readonly record struct PerYear<T>(T Value) : IUnit<PerYear<T>>
    where T : struct, IUnit<T>
{
    /// <inheritdoc/>
    public static string UnitName => $"{T.UnitName} per year";

    /// <inheritdoc/>
    public static bool HasCurrency => T.HasCurrency;

    /// <inheritdoc/>
    public decimal Magnitude => Value.Magnitude;

    /// <inheritdoc/>
    public static PerYear<T> FromMagnitude(decimal magnitude, Currency currency) => new(T.FromMagnitude(magnitude, currency));

    /// <inheritdoc/>
    public static string Symbol(Currency currency) => $"{T.Symbol(currency)} per year".TrimStart();

    /// <inheritdoc/>
    public static string Format(decimal magnitude, Currency currency) => $"{T.Format(magnitude, currency)} per year";

    /// <summary>The quantity, as it writes itself, and "per year".</summary>
    public override string ToString() => $"{Value} per year";
}
