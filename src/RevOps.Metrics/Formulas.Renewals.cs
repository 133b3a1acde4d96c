namespace RevOps.Metrics;

public static partial class Formulas
{
    /// <summary>Renewal rate: the part of what was due for renewal that renewed.</summary>
    /// <remarks>
    /// <para>Formula: renewed / due, a fraction from 0 to 1. Give two counts of contracts, or two amounts; an amount is what the
    /// contract was worth before it renewed. Contracts that are not due are in neither number, which is what sets it apart from
    /// retention.</para>
    /// <para>Source: https://costcalculator.calculator.city/?p=50570</para>
    /// </remarks>
    /// <param name="due">Contracts, or their old amounts, whose term ended in the period.</param>
    /// <param name="renewed">Those of them that renewed, at their old amounts.</param>
    /// <returns>Null when nothing was due.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number, or more renewed than were due.</exception>
    public static decimal? RenewalRate(decimal due, decimal renewed)
    {
        RequirePart(renewed, due, nameof(renewed), nameof(due));
        return due == 0m ? null : renewed / due;
    }

    /// <summary>Gross renewal rate: the part of the amount due for renewal that was kept, before any growth.</summary>
    /// <remarks>
    /// <para>Formula: (renewed - contraction) / due, a fraction from 0 to 1. A contract that renewed for less counts at the new amount,
    /// one that renewed for more at the old. Some pages leave the contraction in; that is <see cref="RenewalRate"/> by amount.</para>
    /// <para>Source: https://codingace.net/crmp/renewal_percentage.html (there without taking contraction off)</para>
    /// </remarks>
    /// <param name="due">Old amounts of the contracts whose term ended in the period.</param>
    /// <param name="renewed">Old amounts of those of them that renewed.</param>
    /// <param name="contraction">What the renewed contracts are worth less than before, a positive amount.</param>
    /// <returns>Null when nothing was due.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative amount, more renewed than was due, or a contraction above what
    /// renewed.</exception>
    public static decimal? GrossRenewalRate(decimal due, decimal renewed, decimal contraction) =>
        NetRenewalRate(due, renewed, 0m, contraction);

    /// <summary>Net renewal rate: the amount of the renewed contracts after renewal, as a fraction of the amount that was
    /// due.</summary>
    /// <remarks>
    /// <para>Formula: (renewed + expansion - contraction) / due, a fraction that passes 1 when renewals grew by more than was
    /// lost.</para>
    /// <para>Source: https://codingace.net/crmp/renewal_percentage.html</para>
    /// </remarks>
    /// <param name="due">Old amounts of the contracts whose term ended in the period.</param>
    /// <param name="renewed">Old amounts of those of them that renewed.</param>
    /// <param name="expansion">What the renewed contracts are worth more than before.</param>
    /// <param name="contraction">What the renewed contracts are worth less than before, a positive amount.</param>
    /// <returns>Null when nothing was due.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative amount, more renewed than was due, or a contraction above what
    /// renewed.</exception>
    public static decimal? NetRenewalRate(decimal due, decimal renewed, decimal expansion, decimal contraction)
    {
        RequirePart(renewed, due, nameof(renewed), nameof(due));
        ArgumentOutOfRangeException.ThrowIfNegative(expansion);
        RequireLoss(contraction);
        RequirePart(contraction, renewed, nameof(contraction), nameof(renewed));
        return due == 0m ? null : (renewed + expansion - contraction) / due;
    }
}
