namespace RevOps.Metrics;

/// <summary>Evaluates metrics over periods and dimensions, with any engine.</summary>
/// <remarks>All measures and windows that the metrics need are collected first, each once, and asked together; then the formulas run.</remarks>
public static class MetricEvaluator
{
    /// <summary>Evaluates metrics over a dataset in memory.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="metrics">The metrics; each is a column of the result.</param>
    /// <param name="periods">The periods.</param>
    /// <param name="by">The dimensions whose values make the cells; none for the total.</param>
    /// <param name="options">Policy, assumptions and filters.</param>
    /// <exception cref="MeasureRefusedException">A metric has no path to a dimension, or cannot be told by it.</exception>
    public static MetricTable Evaluate(
        this RevenueDataset data, IReadOnlyList<Metric> metrics, IReadOnlyList<ReportingPeriod> periods,
        IReadOnlyList<Dimension>? by = null, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        EvaluationPlan plan = PlanOf(data.Engine, metrics, periods, by, options);
        return plan.Finish(data.Engine, data.Engine.Measure(plan.Query));
    }

    /// <summary>Evaluates one metric over a dataset in memory.</summary>
    /// <inheritdoc cref="Evaluate(RevenueDataset, IReadOnlyList{Metric}, IReadOnlyList{ReportingPeriod}, IReadOnlyList{Dimension}?, EvaluationOptions?)"/>
    public static MetricTable Evaluate(
        this RevenueDataset data, Metric metric, IReadOnlyList<ReportingPeriod> periods,
        IReadOnlyList<Dimension>? by = null, EvaluationOptions? options = null) => data.Evaluate([metric], periods, by, options);

    /// <summary>Evaluates metrics with an engine.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="metrics">The metrics; each is a column of the result.</param>
    /// <param name="periods">The periods.</param>
    /// <param name="by">The dimensions whose values make the cells; none for the total.</param>
    /// <param name="options">Policy, assumptions and filters.</param>
    /// <param name="cancellationToken">Stops the engine.</param>
    /// <exception cref="MeasureRefusedException">A metric has no path to a dimension, or cannot be told by it.</exception>
    public static async ValueTask<MetricTable> EvaluateAsync(
        this IMetricEngine engine, IReadOnlyList<Metric> metrics, IReadOnlyList<ReportingPeriod> periods,
        IReadOnlyList<Dimension>? by = null, EvaluationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        EvaluationPlan plan = PlanOf(engine, metrics, periods, by, options);
        return plan.Finish(engine, await engine.MeasureAsync(plan.Query, cancellationToken).ConfigureAwait(false));
    }

    private static EvaluationPlan PlanOf(
        IMetricEngine engine, IReadOnlyList<Metric> metrics, IReadOnlyList<ReportingPeriod> periods, IReadOnlyList<Dimension>? by, EvaluationOptions? options)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(periods);
        EvaluationOptions chosen = options ?? EvaluationOptions.Default;
        return engine is InMemoryEngine memory ? memory.Plans.Of(metrics, periods, by, chosen) : new EvaluationPlan(metrics, periods, by ?? [], chosen);
    }
}
