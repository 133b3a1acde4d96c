namespace RevOps.Metrics;

/// <summary>How amounts become whole numbers: one unit is a hundredth of the reporting currency's minor unit.</summary>
/// <remarks>
/// $12.34 is 123,400 units. An amount is rounded to a unit at most once, half to even, when its row is made; everything after that
/// is whole-number addition, in which order cannot matter.
/// </remarks>
internal static class AmountScale
{
    /// <summary>Units in one of the currency: 10,000 for a currency with cents.</summary>
    public static long UnitsPerOne(Currency currency)
    {
        long units = 100;
        for (int i = 0; i < currency.MinorUnits; i++) units *= 10;
        return units;
    }

    /// <summary>What so many at this price come to in a year, at a rate and in units, not yet rounded; false where even a decimal cannot hold it.</summary>
    public static bool TryScale(decimal price, decimal quantity, BillingInterval interval, decimal rate, decimal unitsPerOne, out decimal units)
    {
        units = 0;
        try
        {
            (int times, int per) = interval.TimesAYear();
            units = price * quantity * times / per * rate * unitsPerOne;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>A number of units as a whole, rounded half to even.</summary>
    public static long Round(decimal units) => decimal.ToInt64(Math.Round(units, MidpointRounding.ToEven));
}
