namespace RevOps.Metrics;

/// <summary>Spreads an amount over the days that it is of: the parts of the first n days are n / length of it, so that all add up to it.</summary>
internal static class DaySpread
{
    /// <summary>The part of one day, the first being 0.</summary>
    public static long PartOf(Int128 whole, int day, int length) => (long)((whole * (day + 1) / length) - (whole * day / length));
}
