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
        List<MeasurePlan> plans = new(periods.Count * metrics.Count);
        foreach (ReportingPeriod period in periods)
        {
            foreach (Metric metric in metrics)
            {
                plans.Add(plan.Beside());
                metric.Expression.Collect(plans[^1], period);
            }
        }

        return new Evaluation(metrics, periods, chosen, scope, plans, new MeasureQuery { Requests = plan.Requests, Ledger = chosen.Policy.Ledger });
    }

    private static MetricTable Finish(Evaluation evaluation, IMetricEngine engine, MeasureTable measures)
    {
        (IReadOnlyList<Metric> metrics, IReadOnlyList<ReportingPeriod> periods, EvaluationOptions options, MeasureScope scope, IReadOnlyList<MeasurePlan> plans, _) = evaluation;
        MetricEvaluation context = new(engine, measures, options.Policy, options.Assumptions, scope);
        IReadOnlyCollection<Cell> cells = scope.By.Count == 0 ? [Cell.Total] : measures.CellsBy(scope.By);
        MetricFlags[] flags = [.. plans.Select(plan => FlagsOf(plan, scope, context))];
        MetricEvaluation working = context.Remembering();
        MetricResult[] results = new MetricResult[plans.Count * cells.Count];
        foreach ((int place, Cell cell) in cells.Index())
        {
            working.Memory!.BeginCell();
            for (int i = 0; i < plans.Count; i++)
            {
                (int period, int metric) = Math.DivRem(i, metrics.Count);
                results[(((period * cells.Count) + place) * metrics.Count) + metric] = ResultOf(metrics[metric], periods[period], cell, flags[i], working, context);
            }
        }

        return new MetricTable(metrics, periods, [.. cells], scope.By, results, options.Policy, engine.ReportingCurrency);
    }

    private static MetricResult ResultOf(Metric metric, ReportingPeriod period, Cell cell, MetricFlags flags, MetricEvaluation working, MetricEvaluation context)
    {
        Quantity quantity = metric.Expression.Evaluate(working, period, cell);
        return new MetricResult(context)
        {
            Metric = metric,
            Period = period,
            Cell = cell,
            Magnitude = quantity.Value,
            UndefinedReason = quantity.Reason,
            Flags = metric.Expression.IsImmature(working, period, cell) ? flags | MetricFlags.Immature : flags,
            Policy = context.Policy,
            Currency = context.Currency,
        };
    }

    private static MetricFlags FlagsOf(MeasurePlan plan, MeasureScope scope, MetricEvaluation context)
    {
        MetricFlags flags = MetricFlags.None;
        if (plan.Asked.Any(asked => context.IsPartial(asked.Relation, asked.Period))) flags |= MetricFlags.PartialPeriod;
        if (scope.By.Count + scope.Where.Count > 0 && plan.UsesTotals) flags |= MetricFlags.Unallocated;
        if (plan.CountsEntitiesOften) flags |= MetricFlags.NonAdditive;
        return flags;
    }

    private sealed record Evaluation(
        IReadOnlyList<Metric> Metrics, IReadOnlyList<ReportingPeriod> Periods, EvaluationOptions Options, MeasureScope Scope,
        IReadOnlyList<MeasurePlan> Plans, MeasureQuery Query);
}
