namespace RevOps.Metrics;

/// <summary>Measures of one's own, from the typed columns of a relation, in the shapes that every engine can run.</summary>
/// <example><code>
/// FlowMetric&lt;Money&gt; lostToPrice = Measures.Sum(Deals.Amount, on: Deals.ClosedOn)
///     .Where(Deals.Outcome.Is("Lost"), Deals.LostReason.Is("price")).InPeriod().Named("lost to price");
/// </code></example>
public static class Measures
{
    /// <summary>The sum of a column; rows without a number count as nothing.</summary>
    /// <param name="column">What is summed.</param>
    /// <param name="on">The date by which a row falls into a period.</param>
    public static Measure<TRelation, TUnit> Sum<TRelation, TUnit>(ValueColumn<TRelation, TUnit> column, DateColumn<TRelation> on)
        where TRelation : IRelation
        where TUnit : struct, IUnit<TUnit>
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(on);
        return new Measure<TRelation, TUnit>(new SumMeasure($"sum of {column}", column, on));
    }

    /// <summary>The number of rows.</summary>
    /// <param name="on">The date by which a row falls into a period.</param>
    public static Measure<TRelation, Count> Count<TRelation>(DateColumn<TRelation> on)
        where TRelation : IRelation
    {
        ArgumentNullException.ThrowIfNull(on);
        return new Measure<TRelation, Count>(new CountMeasure($"rows by {on}", on));
    }

    /// <summary>How many rows there are of each number of days, from which exact percentiles follow.</summary>
    /// <param name="days">The days; rows without a number are left out.</param>
    /// <param name="on">The date by which a row falls into a period.</param>
    public static DaysMeasure<TRelation> Days<TRelation>(ValueColumn<TRelation, Days> days, DateColumn<TRelation> on)
        where TRelation : IRelation
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(on);
        return new DaysMeasure<TRelation>(new HistogramMeasure($"{days}", days, on));
    }

    /// <summary>What entities such as customers have at the edges of a period.</summary>
    /// <param name="entity">Whose balance it is.</param>
    /// <param name="balance">The column whose running sum is the balance.</param>
    /// <param name="on">The date of a row.</param>
    public static BalanceMeasure<TRelation, TUnit> Balances<TRelation, TUnit>(EntityColumn<TRelation> entity, ValueColumn<TRelation, TUnit> balance, DateColumn<TRelation> on)
        where TRelation : IRelation
        where TUnit : struct, IUnit<TUnit>
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(balance);
        ArgumentNullException.ThrowIfNull(on);
        return new BalanceMeasure<TRelation, TUnit>(entity, balance, on, []);
    }
}
