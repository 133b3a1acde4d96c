using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>A number that a model gives, or the reason why there is none. Never NaN and never infinite.</summary>
public readonly record struct Estimate
{
    private readonly double? _value;
    private readonly string? _reason;

    private Estimate(double? value, string? reason)
    {
        _value = value;
        _reason = reason;
    }

    /// <summary>The number; null where it is undefined.</summary>
    public double? Value => _value;

    /// <summary>Why there is no number; null when there is one.</summary>
    public string? UndefinedReason => IsDefined ? null : _reason ?? "nothing was estimated";

    /// <summary>True when there is a number.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsDefined => _value is not null;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">It is undefined; the message says why.</exception>
    public double OrThrow() => _value ?? throw new InvalidOperationException($"There is no number: {UndefinedReason}. Ask IsDefined first.");

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite: say why with <see cref="Undefined"/> instead.</exception>
    public static Estimate Of(double value) => double.IsFinite(value)
        ? new(value, null)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "An estimate is a finite number. Say why there is none with Estimate.Undefined.");

    /// <summary>No number, and why: "no deal has closed yet".</summary>
    /// <exception cref="ArgumentException">No reason is given.</exception>
    public static Estimate Undefined(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new(null, reason);
    }

    /// <summary>"0.8123", or "undefined: no deal has closed yet".</summary>
    public override string ToString() => _value is { } value ? value.ToString("G6", CultureInfo.InvariantCulture) : $"undefined: {UndefinedReason}";
}
