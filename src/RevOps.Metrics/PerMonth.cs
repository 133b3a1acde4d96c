namespace RevOps.Metrics;

/// <summary>A quantity for each month.</summary>
/// <typeparam name="T">The unit of the quantity.</typeparam>
/// <param name="Value">How much a month.</param>
/// <remarks>
/// MRR and spend are money per month; churn is a ratio per month. The time basis is part of the type, so values of
/// different bases do not add. Sums and differences come from <see cref="UnitOperators"/>.
/// </remarks>
public readonly record struct PerMonth<T>(T Value) : IUnit<PerMonth<T>>
    where T : struct, IUnit<T>
{
    /// <inheritdoc/>
    public static string UnitName => $"{T.UnitName} per month";

    /// <inheritdoc/>
    public static bool HasCurrency => T.HasCurrency;

    /// <inheritdoc/>
    public decimal Magnitude => Value.Magnitude;

    /// <inheritdoc/>
    public static PerMonth<T> FromMagnitude(decimal magnitude, Currency currency) => new(T.FromMagnitude(magnitude, currency));

    /// <inheritdoc/>
    public static string Symbol(Currency currency) => $"{T.Symbol(currency)} per month".TrimStart();

    /// <inheritdoc/>
    public static string Format(decimal magnitude, Currency currency) => $"{T.Format(magnitude, currency)} per month";

    /// <summary>The quantity, as it writes itself, and "per month".</summary>
    public override string ToString() => $"{Value} per month";
}
