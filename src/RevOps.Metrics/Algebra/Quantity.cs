using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>A bare number on its way through an expression, or the first reason why there is none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Quantity
{
    private Quantity(decimal? value, string? reason)
    {
        Value = value;
        Reason = reason;
    }

    public decimal? Value { get; }

    public string? Reason { get; }

    public static Quantity Of(decimal value) => new(value, null);

    public static Quantity Undefined(string reason) => new(null, reason);

    public static Quantity OrUndefined(decimal? value, string reason) => value is null ? Undefined(reason) : new Quantity(value, null);

    /// <summary>Of a calculation that left the range of decimal numbers.</summary>
    public static Quantity TooLarge { get; } = Undefined("the result is too large for a decimal number");

    /// <summary>The result of a calculation that may be too large for a decimal number.</summary>
    public static Quantity OrTooLarge(Func<decimal> calculate)
    {
        try
        {
            return Of(calculate());
        }
        catch (OverflowException)
        {
            return TooLarge;
        }
    }
}
