namespace RevOps.Metrics;

/// <summary>A quantity for each day.</summary>
/// <typeparam name="T">The unit of the quantity.</typeparam>
/// <param name="Value">How much a day.</param>
/// <remarks>
/// Sales pipeline velocity, for one, is money per day. The time basis is part of the type, so values of
/// different bases do not add. Sums and differences come from <see cref="UnitOperators"/>.
/// </remarks>
public readonly record struct PerDay<T>(T Value) : IUnit<PerDay<T>>
    where T : struct, IUnit<T>
{
    /// <inheritdoc/>
    public static string UnitName => $"{T.UnitName} per day";

    /// <inheritdoc/>
    public static bool HasCurrency => T.HasCurrency;

    /// <inheritdoc/>
    public decimal Magnitude => Value.Magnitude;

    /// <inheritdoc/>
    public static PerDay<T> FromMagnitude(decimal magnitude, Currency currency) => new(T.FromMagnitude(magnitude, currency));

    /// <inheritdoc/>
    public static string Symbol(Currency currency) => $"{T.Symbol(currency)} per day".TrimStart();

    /// <inheritdoc/>
    public static string Format(decimal magnitude, Currency currency) => $"{T.Format(magnitude, currency)} per day";

    /// <summary>The quantity, as it writes itself, and "per day".</summary>
    public override string ToString() => $"{Value} per day";
}
