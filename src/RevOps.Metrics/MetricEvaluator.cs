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
        Evaluation evaluation = Plan(metrics, periods, by, options);
        return Finish(evaluation, data.Engine, data.Engine.Measure(evaluation.Query));
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
        Evaluation evaluation = Plan(metrics, periods, by, options);
        MeasureTable measures = await engine.MeasureAsync(evaluation.Query, cancellationToken).ConfigureAwait(false);
        return Finish(evaluation, engine, measures);
    }

    private static Evaluation Plan(
        IReadOnlyList<Metric> metrics, IReadOnlyList<ReportingPeriod> periods, IReadOnlyList<Dimension>? by, EvaluationOptions? options)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(periods);
        EvaluationOptions chosen = options ?? EvaluationOptions.Default;
        MeasureScope scope = new([.. by ?? []], chosen.Where);
        MeasurePlan plan = new(chosen.Policy, scope);
        foreach (Metric metric in metrics)
        {
            foreach (ReportingPeriod period in periods) metric.Expression.Collect(plan, period);
        }

        return new Evaluation(metrics, periods, chosen, scope, new MeasureQuery { Requests = plan.Requests, Ledger = chosen.Policy.Ledger });
    }

    private static MetricTable Finish(Evaluation evaluation, IMetricEngine engine, MeasureTable measures)
    {
        (IReadOnlyList<Metric> metrics, IReadOnlyList<ReportingPeriod> periods, EvaluationOptions options, MeasureScope scope, _) = evaluation;
        MetricEvaluation context = new(engine, measures, options.Policy, options.Assumptions, scope);
        IReadOnlyCollection<Cell> cells = scope.By.Count == 0 ? [Cell.Total] : measures.CellsBy(scope.By);
        List<MetricResult> results = new(metrics.Count * periods.Count * cells.Count);
        foreach (ReportingPeriod period in periods)
        {
            MetricFlags[] flags = [.. metrics.Select(metric => FlagsOf(metric, period, scope, context))];
            foreach (Cell cell in cells)
            {
                for (int i = 0; i < metrics.Count; i++) results.Add(ResultOf(metrics[i], period, cell, flags[i], context));
            }
        }

        return new MetricTable(metrics, periods, [.. cells], scope.By, results, options.Policy, engine.ReportingCurrency);
    }

    private static MetricResult ResultOf(Metric metric, ReportingPeriod period, Cell cell, MetricFlags flags, MetricEvaluation context)
    {
        Quantity quantity = metric.Expression.Evaluate(context, period, cell);
        Expression expression = metric.Expression;
        while (expression is PolicyExpression choice) expression = choice.Under(context.Policy).Expression;
        ValueList<MetricPart> parts = expression.Kind == ExplanationKind.Formula
            ? [.. expression.Parts(context, period, cell).Select(part => new MetricPart(part.Metric.Name, part.Metric.Expression.Evaluate(context, period, cell).Value))]
            : [];
        return new MetricResult(context)
        {
            Metric = metric,
            Period = period,
            Cell = cell,
            Magnitude = quantity.Value,
            UndefinedReason = quantity.Reason,
            Parts = parts,
            Flags = flags,
            Policy = context.Policy,
            Currency = context.Currency,
        };
    }

    private static MetricFlags FlagsOf(Metric metric, ReportingPeriod period, MeasureScope scope, MetricEvaluation context)
    {
        MeasurePlan plan = new(context.Policy, scope);
        metric.Expression.Collect(plan, period);
        MetricFlags flags = MetricFlags.None;
        if (plan.Asked.Any(asked => context.IsPartial(asked.Relation, asked.Period))) flags |= MetricFlags.PartialPeriod;
        if (scope.By.Count + scope.Where.Count > 0 && plan.UsesTotals) flags |= MetricFlags.Unallocated;
        if (plan.Requests.Any(request => request.Measure is EntityMeasure && request.By.Any(dimension => !dimension.IsSingleFor(context.Policy.Ledger)))) flags |= MetricFlags.NonAdditive;
        return flags;
    }

    private sealed record Evaluation(
        IReadOnlyList<Metric> Metrics, IReadOnlyList<ReportingPeriod> Periods, EvaluationOptions Options, MeasureScope Scope, MeasureQuery Query);
}
