namespace RevOps.Metrics;

/// <summary>What entities have at the edges of a period, on its way to be a metric. Made by <see cref="Measures"/>.</summary>
/// <typeparam name="TRelation">The relation.</typeparam>
/// <typeparam name="TUnit">The unit of the balance.</typeparam>
public sealed class BalanceMeasure<TRelation, TUnit>
    where TRelation : IRelation
    where TUnit : struct, IUnit<TUnit>
{
    private readonly EntityColumn<TRelation> _entity;
    private readonly ValueColumn<TRelation, TUnit> _balance;
    private readonly DateColumn<TRelation> _on;
    private readonly ValueList<Condition> _where;

    internal BalanceMeasure(EntityColumn<TRelation> entity, ValueColumn<TRelation, TUnit> balance, DateColumn<TRelation> on, ValueList<Condition> where) =>
        (_entity, _balance, _on, _where) = (entity, balance, on, where);

    /// <summary>The same over the rows that meet these conditions too.</summary>
    public BalanceMeasure<TRelation, TUnit> Where(params ReadOnlySpan<Condition<TRelation>> conditions) =>
        new(_entity, _balance, _on, [.. _where, .. Condition<TRelation>.Untype(conditions)]);

    /// <summary>How many entities meet a rule.</summary>
    /// <exception cref="ArgumentException">The rule sums balances: use <see cref="Sum"/>.</exception>
    public Metric<Count> Count(EntityRule rule) => rule.TellsAmount
        ? throw new ArgumentException($"The rule {rule} sums balances: ask Sum for it.", nameof(rule))
        : new Metric<Count>($"{_entity}, {rule}", MeasureExpression.Flow(Measure(rule)));

    /// <summary>The sum of the balances that a rule takes.</summary>
    /// <exception cref="ArgumentException">The rule counts entities: use <see cref="Count"/>.</exception>
    public Metric<TUnit> Sum(EntityRule rule) => rule.TellsAmount
        ? new Metric<TUnit>($"{_balance}, {rule}", MeasureExpression.Flow(Measure(rule)))
        : throw new ArgumentException($"The rule {rule} counts entities: ask Count for it.", nameof(rule));

    /// <summary>The sum of the largest balances at the close.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public Metric<TUnit> Top(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        string name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_balance} of the largest {count}");
        return new Metric<TUnit>(name, new TopExpression(new TopMeasure(name, _entity, _balance, _on, count) { Where = _where }));
    }

    private EntityMeasure Measure(EntityRule rule) => new($"{_entity}, {rule} by {_balance}", _entity, _balance, _on, rule) { Where = _where };
}
