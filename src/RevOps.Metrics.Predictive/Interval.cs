using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>A range that holds the true value, or the value to come, with a stated probability.</summary>
/// <param name="Level">The probability, above 0 and below 1: 0.95 for 95 %.</param>
/// <param name="Lower">The least value in it.</param>
/// <param name="Upper">The greatest value in it.</param>
public readonly record struct Interval(double Level, double Lower, double Upper)
{
    /// <summary>True when the value is in the range, its ends included.</summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;

    /// <summary>"95 %: 0.61 to 0.78".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Level:0.##%}: {Lower:G6} to {Upper:G6}");
}
