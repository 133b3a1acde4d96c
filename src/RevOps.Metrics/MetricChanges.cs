namespace RevOps.Metrics;

/// <summary>Asks why a metric is another number than before, or in one segment than in another.</summary>
public static class MetricChanges
{
    /// <summary>What changed from one period to another, by segment.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="metric">A metric that adds up over the segments, or a quotient of two that do.</param>
    /// <param name="from">The period before.</param>
    /// <param name="to">The period after.</param>
    /// <param name="by">The dimensions whose values make the segments.</param>
    /// <param name="options">Policy, assumptions and filters.</param>
    /// <exception cref="ArgumentException">No dimension is given, or the metric is neither a sum nor a quotient of sums.</exception>
    /// <exception cref="MeasureRefusedException">The metric has no path to a dimension, cannot be told by it, or does not add up over its values.</exception>
    public static MetricChange WhatChanged(
        this RevenueDataset data, Metric metric, ReportingPeriod from, ReportingPeriod to, IReadOnlyList<Dimension> by, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ChangeQuestion question = ChangeQuestion.OfPeriods(metric, from, to, by, options);
        return question.Answer(data.Evaluate(question.Metrics, question.Periods, question.Cells, options), data.Evaluate(question.Metrics, question.Periods, question.Wholes, options));
    }

    /// <summary>What changed from one period to another, by segment, with any engine.</summary>
    /// <inheritdoc cref="WhatChanged"/>
    /// <param name="engine">The engine.</param>
    /// <param name="metric">A metric that adds up over the segments, or a quotient of two that do.</param>
    /// <param name="from">The period before.</param>
    /// <param name="to">The period after.</param>
    /// <param name="by">The dimensions whose values make the segments.</param>
    /// <param name="options">Policy, assumptions and filters.</param>
    /// <param name="cancellationToken">Stops the engine.</param>
    public static ValueTask<MetricChange> WhatChangedAsync(
        this IMetricEngine engine, Metric metric, ReportingPeriod from, ReportingPeriod to, IReadOnlyList<Dimension> by,
        EvaluationOptions? options = null, CancellationToken cancellationToken = default) =>
        AskAsync(engine, ChangeQuestion.OfPeriods(metric, from, to, by, options), options, cancellationToken);

    /// <summary>What makes one value of a dimension differ from another in a period, by segment: why SMB wins less than Enterprise, by channel.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="metric">A metric that adds up over the segments, or a quotient of two that do.</param>
    /// <param name="period">The period.</param>
    /// <param name="of">The dimension of which two values are compared.</param>
    /// <param name="from">The value that is compared with; null for rows without one.</param>
    /// <param name="to">The value that is compared; null for rows without one.</param>
    /// <param name="by">The dimensions whose values make the segments.</param>
    /// <param name="options">Policy, assumptions and filters.</param>
    /// <exception cref="ArgumentException">No dimension is given, or the metric is neither a sum nor a quotient of sums.</exception>
    /// <exception cref="MeasureRefusedException">The metric has no path to a dimension, cannot be told by it, or does not add up over its values.</exception>
    public static MetricChange WhatDiffers(
        this RevenueDataset data, Metric metric, ReportingPeriod period, Dimension of, string? from, string? to, IReadOnlyList<Dimension> by, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(of);
        ChangeQuestion question = ChangeQuestion.OfCells(metric, period, (of, from, to), by, options);
        return question.Answer(data.Evaluate(question.Metrics, question.Periods, question.Cells, options), data.Evaluate(question.Metrics, question.Periods, question.Wholes, options));
    }

    /// <summary>What makes one value of a dimension differ from another in a period, by segment, with any engine.</summary>
    /// <inheritdoc cref="WhatDiffers"/>
    /// <param name="engine">The engine.</param>
    /// <param name="metric">A metric that adds up over the segments, or a quotient of two that do.</param>
    /// <param name="period">The period.</param>
    /// <param name="of">The dimension of which two values are compared.</param>
    /// <param name="from">The value that is compared with; null for rows without one.</param>
    /// <param name="to">The value that is compared; null for rows without one.</param>
    /// <param name="by">The dimensions whose values make the segments.</param>
    /// <param name="options">Policy, assumptions and filters.</param>
    /// <param name="cancellationToken">Stops the engine.</param>
    public static ValueTask<MetricChange> WhatDiffersAsync(
        this IMetricEngine engine, Metric metric, ReportingPeriod period, Dimension of, string? from, string? to, IReadOnlyList<Dimension> by,
        EvaluationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(of);
        return AskAsync(engine, ChangeQuestion.OfCells(metric, period, (of, from, to), by, options), options, cancellationToken);
    }

    private static async ValueTask<MetricChange> AskAsync(IMetricEngine engine, ChangeQuestion question, EvaluationOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return question.Answer(
            await engine.EvaluateAsync(question.Metrics, question.Periods, question.Cells, options, cancellationToken).ConfigureAwait(false),
            await engine.EvaluateAsync(question.Metrics, question.Periods, question.Wholes, options, cancellationToken).ConfigureAwait(false));
    }
}
