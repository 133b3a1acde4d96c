namespace RevOps.Metrics;

/// <summary>A metric whose values have the unit <typeparamref name="TUnit"/>.</summary>
/// <remarks>
/// Metrics compose like numbers: <c>UnitEconomics.Cltv / Marketing.Cac</c> is a metric of ratios. Only what has a meaning compiles: like units add
/// and divide, and the units of <see cref="MetricOperators"/> combine. A division by zero is undefined with a reason, and so is all that stands on it.
/// </remarks>
/// <typeparam name="TUnit">The unit.</typeparam>
public sealed class Metric<TUnit> : Metric
    where TUnit : struct, IUnit<TUnit>
{
    internal Metric(string name, Expression expression, MetricDefinition? definition = null)
        : base(name, expression, definition)
    {
    }

    /// <inheritdoc/>
    public override string UnitName => TUnit.UnitName;

    /// <summary>The same metric under another name.</summary>
    public Metric<TUnit> Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Metric<TUnit>(name, Expression);
    }

    /// <summary>The metric that the policy of each evaluation chooses.</summary>
    /// <param name="name">The name of the choice.</param>
    /// <param name="choose">Gives the metric for a policy.</param>
    public static Metric<TUnit> ByPolicy(string name, Func<MetricPolicy, Metric<TUnit>> choose)
    {
        ArgumentNullException.ThrowIfNull(choose);
        return new Metric<TUnit>(name, new PolicyExpression(choose));
    }

    /// <summary>The value stated for an assumption; undefined where none is.</summary>
    public static Metric<TUnit> Assumed(Assumption<TUnit> assumption)
    {
        ArgumentNullException.ThrowIfNull(assumption);
        return new Metric<TUnit>($"assumed {assumption.Name}", new AssumptionExpression(assumption.Name));
    }

    /// <summary>This metric where it is defined, else the other.</summary>
    public Metric<TUnit> Or(Metric<TUnit> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Metric<TUnit>($"{Name}, else {other.Name}", new FirstDefinedExpression([this, other]));
    }

    /// <summary>The total repeated in every cell, for facts that have no path to a dimension, such as the company's gross margin by segment.</summary>
    /// <remarks>Results that stand on it carry the flag <see cref="MetricFlags.Unallocated"/>.</remarks>
    public Metric<TUnit> Unallocated() => new(Name, new UnallocatedExpression(this), Definition);

    /// <summary>The sum.</summary>
    public static Metric<TUnit> operator +(Metric<TUnit> left, Metric<TUnit> right) => MetricArithmetic.Add<TUnit>(left, right);

    /// <summary>The difference.</summary>
    public static Metric<TUnit> operator -(Metric<TUnit> left, Metric<TUnit> right) => MetricArithmetic.Subtract<TUnit>(left, right);

    /// <summary>The quotient of like units.</summary>
    public static Metric<Ratio> operator /(Metric<TUnit> left, Metric<TUnit> right) => MetricArithmetic.Divide<Ratio>(left, right);

    /// <summary>A multiple.</summary>
    public static Metric<TUnit> operator *(Metric<TUnit> left, decimal right) => MetricArithmetic.Scale<TUnit>(left, right);

    internal Metric<TUnit> Described(MetricDefinition definition) => new(definition.Name, Expression, definition);

    internal override string Format(decimal magnitude, Currency currency) => TUnit.Format(magnitude, currency);

    internal override string Symbol(Currency currency) => TUnit.Symbol(currency);
}
