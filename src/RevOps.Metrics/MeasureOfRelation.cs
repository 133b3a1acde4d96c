namespace RevOps.Metrics;

/// <summary>A sum or a count over one relation, on its way to be a metric. Made by <see cref="Measures"/>.</summary>
/// <typeparam name="TRelation">The relation.</typeparam>
/// <typeparam name="TUnit">The unit.</typeparam>
public sealed class Measure<TRelation, TUnit>
    where TRelation : IRelation
    where TUnit : struct, IUnit<TUnit>
{
    internal Measure(Measure untyped) => Untyped = untyped;

    internal Measure Untyped { get; }

    /// <summary>The same over the rows that meet these conditions too.</summary>
    public Measure<TRelation, TUnit> Where(params ReadOnlySpan<Condition<TRelation>> conditions) => new(Untyped.With(conditions));

    /// <summary>Of the rows dated in the period.</summary>
    public FlowMetric<TUnit> InPeriod() => new(Untyped.Name, MeasureExpression.Flow(Untyped));

    /// <summary>Of all rows dated before the period: the balance at the end of the day before it.</summary>
    public Metric<TUnit> AtOpen() => new($"{Untyped.Name} at the open", MeasureExpression.Opening(Untyped));

    /// <summary>Of all rows dated up to the period's last day: the balance at the end of it.</summary>
    public Metric<TUnit> AtClose() => new($"{Untyped.Name} at the close", MeasureExpression.Closing(Untyped));
}
