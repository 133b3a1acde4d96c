namespace RevOps.Metrics;

/// <summary>What prices in minor units of the reporting currency come to in a year, in units, by whole numbers alone.</summary>
/// <param name="Factor">What a price is multiplied by.</param>
/// <param name="Per">What that is divided by.</param>
/// <param name="Most">The largest price for which nothing leaves the range, and whose year a record may hold.</param>
internal readonly record struct YearlyUnits(long Factor, long Per, long Most)
{
    /// <summary>Those of some intervals, in their order.</summary>
    public static YearlyUnits[] Of(IEnumerable<BillingInterval> intervals, YearBasis basis) =>
    [
        .. from interval in intervals
           let year = interval.TimesAYear(basis)
           let factor = 100L * year.Times
           select new YearlyUnits(factor, year.Per, long.MaxValue / 1000 / factor),
    ];

    /// <summary>A price's year where it needs no rounding and is small enough.</summary>
    public bool TryWhole(long price, out long units)
    {
        units = 0;
        if (price > Most || price * Factor % Per != 0) return false;
        units = price * Factor / Per;
        return true;
    }

    /// <summary>The year of so many at a price, where there is a whole number of them and it needs no rounding and is small enough.</summary>
    public bool TryWhole(long price, decimal quantity, out long units)
    {
        units = 0;
        if (quantity == 1) return TryWhole(price, out units);
        if (quantity < 1 || quantity > Most || decimal.Truncate(quantity) != quantity) return false;
        long many = (long)quantity;
        return price <= Most / many && TryWhole(price * many, out units);
    }

    /// <summary>A price's year, rounded half to even; the price is <see cref="Most"/> at most.</summary>
    public long Round(long price)
    {
        // Of months, quarters and years; a division takes longer than all the rest.
        if (Per == 1) return price * Factor;
        (long units, long rest) = Math.DivRem(price * Factor, Per);
        return rest > Per - rest || (rest == Per - rest && (units & 1) != 0) ? units + 1 : units;
    }
}
