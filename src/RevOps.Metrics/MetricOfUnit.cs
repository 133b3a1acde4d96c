using System.Globalization;

namespace RevOps.Metrics;

/// <summary>A metric whose values have the unit <typeparamref name="TUnit"/>.</summary>
/// <remarks>
/// Metrics compose like numbers: <c>UnitEconomics.Cltv / Marketing.Cac</c> is a metric of ratios. Only what has a meaning compiles: like units add
/// and divide, and the units of <see cref="MetricOperators"/> combine. A division by zero is undefined with a reason, and so is all that stands on it.
/// </remarks>
/// <typeparam name="TUnit">The unit.</typeparam>
public class Metric<TUnit> : Metric
    where TUnit : struct, IUnit<TUnit>
{
    internal Metric(string name, Expression expression, MetricDefinition? definition = null)
        : base(name, expression, definition)
    {
    }

    /// <inheritdoc/>
    public override string UnitName => TUnit.UnitName;

    /// <summary>The same metric under another name.</summary>
    public virtual Metric<TUnit> Named(string name)
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
    public virtual Metric<TUnit> Unallocated() => new(Name, new UnallocatedExpression(this), Definition);

    /// <summary>The total shared out over the cells as another metric is: a cost without a channel by the channel's leads.</summary>
    /// <remarks>
    /// Each cell gets the whole x its weight / the weight of all cells, so cells add up to the whole. Undefined where the weights add up to zero.
    /// Results carry the flag <see cref="MetricFlags.Unallocated"/>, since the total is of all rows, whatever the filter.
    /// </remarks>
    /// <param name="weight">By what it is shared out; it must add up over cells.</param>
    public Metric<TUnit> AllocatedBy(Metric weight)
    {
        ArgumentNullException.ThrowIfNull(weight);
        return new Metric<TUnit>($"{Name}, allocated by {weight}", new AllocatedExpression(this, weight));
    }

    /// <summary>The metric of the rows that have one of these values of a dimension, whatever else is asked.</summary>
    /// <remarks>
    /// When evaluated, a value of a customer's attribute that nothing has is refused, as it is more likely a slip than a question about nobody. Of other
    /// dimensions, such as plans, it takes no rows.
    /// </remarks>
    /// <param name="dimension">The dimension.</param>
    /// <param name="values">The values taken; null among them stands for rows without a value.</param>
    /// <exception cref="ArgumentException">No value is given.</exception>
    public virtual Metric<TUnit> Where(Dimension dimension, params ReadOnlySpan<string?> values)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        if (values.IsEmpty) throw new ArgumentException($"No value of '{dimension}' is given: name those to take.", nameof(values));
        DimensionFilter filter = new(dimension, ValueList.Create(values));
        return new Metric<TUnit>($"{Name} where {filter}", new FilteredExpression(this, filter));
    }

    /// <summary>The metric over the last so many periods: flows sum, what is at the open is that of the first, what is at the close stays.</summary>
    /// <param name="periods">How many, the period itself included.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public virtual Metric<TUnit> Trailing(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(periods);
        return new Metric<TUnit>(string.Create(CultureInfo.InvariantCulture, $"{Name}, trailing {periods}"), new PeriodExpression(this, period => PeriodShift.Trailing(period, periods)));
    }

    /// <summary>The metric from the start of the year, half, quarter or month that the period starts in to the period's end.</summary>
    /// <remarks>A week belongs to the year it starts in.</remarks>
    /// <param name="grain">What it is to date of; when evaluated, a period must lie within one.</param>
    public virtual Metric<TUnit> ToDate(CalendarGrain grain)
    {
        if (!Enum.IsDefined(grain) || grain == CalendarGrain.Custom)
        {
            throw new ArgumentException("Custom ranges have no start to count from: take a week, month, quarter, half or year to date.", nameof(grain));
        }

        return new Metric<TUnit>($"{Name}, {grain.ToString().ToLowerInvariant()} to date", new PeriodExpression(this, period => PeriodShift.ToDate(period, grain)));
    }

    /// <summary>The metric of so many periods before, each the <see cref="ReportingCalendar.Prior"/> of the next: by the day, <c>Shifted(7)</c> is a week ago.</summary>
    /// <param name="periods">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not one at least.</exception>
    public virtual Metric<TUnit> Shifted(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(periods);
        return new Metric<TUnit>(string.Create(CultureInfo.InvariantCulture, $"{Name}, {periods} before"), new PeriodExpression(this, period => PeriodShift.Shifted(period, periods)));
    }

    /// <summary>The metric of the period before, by the calendar that the period is of (<see cref="ReportingCalendar.Prior"/>).</summary>
    public virtual Metric<TUnit> PriorPeriod() => new($"{Name}, prior period", new PeriodExpression(this, PeriodShift.Prior));

    /// <summary>The metric of the same period a year before, aligned by the calendar that the period is of (<see cref="ReportingCalendar.PriorYear"/>).</summary>
    public virtual Metric<TUnit> PriorYear() => new($"{Name}, prior year", new PeriodExpression(this, PeriodShift.PriorYear));

    /// <summary>The growth over another metric, usually itself earlier: <c>Revenue.Mrr.GrowthOver(Revenue.Mrr.PriorYear())</c>.</summary>
    /// <remarks>Formula: (this - earlier) / earlier. Undefined where the earlier is not above zero: from nothing, nothing grows by a share.</remarks>
    public Metric<Ratio> GrowthOver(Metric<TUnit> earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return MetricArithmetic.Apply<Ratio>(
            $"growth of {Name} over {earlier}", [this, earlier], (v, _) => v[1] <= 0 ? null : (v[0] - v[1]) / v[1], _ => $"{earlier} is not above zero");
    }

    /// <summary>The sum.</summary>
    public static Metric<TUnit> operator +(Metric<TUnit> left, Metric<TUnit> right) => MetricArithmetic.Add<TUnit>(left, right);

    /// <summary>The difference.</summary>
    public static Metric<TUnit> operator -(Metric<TUnit> left, Metric<TUnit> right) => MetricArithmetic.Subtract<TUnit>(left, right);

    /// <summary>The quotient of like units.</summary>
    public static Metric<Ratio> operator /(Metric<TUnit> left, Metric<TUnit> right) => MetricArithmetic.Divide<Ratio>(left, right);

    /// <summary>A multiple.</summary>
    public static Metric<TUnit> operator *(Metric<TUnit> left, decimal right) => MetricArithmetic.Scale<TUnit>(left, right);

    internal virtual Metric<TUnit> Described(MetricDefinition definition) => new(definition.Name, Expression, definition);

    internal FlowMetric<TUnit> AsFlow() => new(Name, Expression, Definition);

    internal override string Format(decimal magnitude, Currency currency) => TUnit.Format(magnitude, currency);

    internal override string Symbol(Currency currency) => TUnit.Symbol(currency);
}
