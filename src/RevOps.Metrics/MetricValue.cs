namespace RevOps.Metrics;

/// <summary>A metric's value with its unit, or the reason why there is none.</summary>
/// <typeparam name="TUnit">The unit.</typeparam>
public readonly record struct MetricValue<TUnit>
    where TUnit : struct, IUnit<TUnit>
{
    private readonly TUnit? _value;

    internal MetricValue(TUnit? value, string? undefinedReason)
    {
        _value = value;
        UndefinedReason = undefinedReason;
    }

    /// <summary>True when there is a value.</summary>
    public bool IsDefined => _value is not null;

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? UndefinedReason { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message gives the reason.</exception>
    public TUnit Value => _value ?? throw new InvalidOperationException($"The value is undefined: {UndefinedReason}. Ask IsDefined first.");

    /// <summary>The value, or null where there is none.</summary>
    public TUnit? OrNull() => _value;

    /// <summary>The value with its unit, or "undefined: " and the reason.</summary>
    public override string ToString() => _value?.ToString() ?? $"undefined: {UndefinedReason}";
}
