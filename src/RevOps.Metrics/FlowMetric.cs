namespace RevOps.Metrics;

/// <summary>A metric of what happens within a period, such as deals won or money spent: its months add up to the quarter.</summary>
/// <remarks>
/// Only a flow can be told by the year (<see cref="Annualized"/>). Sums, differences and multiples of flows are flows; a ratio of two, or a
/// balance such as MRR, is none.
/// </remarks>
/// <typeparam name="TUnit">The unit.</typeparam>
public sealed class FlowMetric<TUnit> : Metric<TUnit>
    where TUnit : struct, IUnit<TUnit>
{
    internal FlowMetric(string name, Expression expression, MetricDefinition? definition = null)
        : base(name, expression, definition)
    {
    }

    /// <summary>What a year would have at the pace of the period: the value x 12 / the months of the period.</summary>
    /// <remarks>
    /// Of a week x 52 and of a day x 365 (<see cref="ReportingPeriod.MonthsLong"/>). The months are those that the flow is of: of three trailing
    /// months, x 4. A sum of flows of several lengths has no pace: annualize each and add.
    /// </remarks>
    public Metric<PerYear<TUnit>> Annualized() => new($"{Name}, annualized", new AnnualizedExpression(this));

    /// <inheritdoc/>
    public override FlowMetric<TUnit> Named(string name) => base.Named(name).AsFlow();

    /// <summary>The flow that the policy of each evaluation chooses.</summary>
    /// <inheritdoc cref="Metric{TUnit}.ByPolicy"/>
    public static FlowMetric<TUnit> ByPolicy(string name, Func<MetricPolicy, FlowMetric<TUnit>> choose) => Metric<TUnit>.ByPolicy(name, choose).AsFlow();

    /// <inheritdoc/>
    public override FlowMetric<TUnit> Unallocated() => base.Unallocated().AsFlow();

    /// <inheritdoc/>
    public override FlowMetric<TUnit> Where(Dimension dimension, params ReadOnlySpan<string?> values) => base.Where(dimension, values).AsFlow();

    /// <inheritdoc/>
    public override FlowMetric<TUnit> Trailing(int periods) => base.Trailing(periods).AsFlow();

    /// <inheritdoc/>
    public override FlowMetric<TUnit> ToDate(CalendarGrain grain) => base.ToDate(grain).AsFlow();

    /// <inheritdoc/>
    public override FlowMetric<TUnit> Shifted(int periods) => base.Shifted(periods).AsFlow();

    /// <inheritdoc/>
    public override FlowMetric<TUnit> PriorPeriod() => base.PriorPeriod().AsFlow();

    /// <inheritdoc/>
    public override FlowMetric<TUnit> PriorYear() => base.PriorYear().AsFlow();

    /// <summary>The sum.</summary>
    public static FlowMetric<TUnit> operator +(FlowMetric<TUnit> left, FlowMetric<TUnit> right) => MetricArithmetic.Add<TUnit>(left, right).AsFlow();

    /// <summary>The difference.</summary>
    public static FlowMetric<TUnit> operator -(FlowMetric<TUnit> left, FlowMetric<TUnit> right) => MetricArithmetic.Subtract<TUnit>(left, right).AsFlow();

    /// <summary>A multiple.</summary>
    public static FlowMetric<TUnit> operator *(FlowMetric<TUnit> left, decimal right) => MetricArithmetic.Scale<TUnit>(left, right).AsFlow();

    internal override FlowMetric<TUnit> Described(MetricDefinition definition) => base.Described(definition).AsFlow();
}
