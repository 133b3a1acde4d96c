namespace RevOps.Metrics;

/// <summary>The values given to assumptions; what is not given stays undefined, with that reason.</summary>
/// <example><code>
/// Assumptions stated = Assumptions.None.With(UnitEconomics.AssumedGrossMargin, new Ratio(0.8m));
/// </code></example>
public sealed class Assumptions
{
    private readonly Dictionary<string, decimal> _values;

    private Assumptions(Dictionary<string, decimal> values) => _values = values;

    /// <summary>No assumption is made.</summary>
    public static Assumptions None { get; } = new([]);

    /// <summary>These assumptions and one more, or one with another value.</summary>
    public Assumptions With<TUnit>(Assumption<TUnit> assumption, TUnit value)
        where TUnit : struct, IUnit<TUnit>
    {
        ArgumentNullException.ThrowIfNull(assumption);
        return new Assumptions(new Dictionary<string, decimal>(_values, StringComparer.Ordinal) { [assumption.Name] = value.Magnitude });
    }

    internal decimal? Find(string name) => _values.TryGetValue(name, out decimal value) ? value : null;
}
