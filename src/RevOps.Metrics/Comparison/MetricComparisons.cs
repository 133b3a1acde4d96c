namespace RevOps.Metrics;

/// <summary>Compares a metric by two definitions.</summary>
public static class MetricComparisons
{
    /// <summary>What a metric is under two policies, and which options and customers make the difference.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="periods">The periods.</param>
    /// <param name="first">The policy to start from.</param>
    /// <param name="second">The policy to end with.</param>
    /// <param name="options">Assumptions and filters of both sides; its policy does not count.</param>
    /// <param name="firstName">What the first side is called in tables.</param>
    /// <param name="secondName">What the second side is called.</param>
    /// <exception cref="MeasureRefusedException">A filter has no path to the metric's facts, or a side's policy cannot tell the metric for a period.</exception>
    public static MetricComparison Compare(
        this RevenueDataset data, Metric metric, IReadOnlyList<ReportingPeriod> periods, MetricPolicy first, MetricPolicy second,
        EvaluationOptions? options = null, string firstName = MetricComparison.FirstName, string secondName = MetricComparison.SecondName)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        EvaluationOptions both = options ?? EvaluationOptions.Default;
        return MetricComparison.Between((data, both with { Policy = first }), (data, both with { Policy = second }), metric, periods, firstName, secondName);
    }

    /// <summary>What a metric is under two policies, with any engine.</summary>
    /// <inheritdoc cref="Compare"/>
    /// <param name="engine">The engine.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="periods">The periods.</param>
    /// <param name="first">The policy to start from.</param>
    /// <param name="second">The policy to end with.</param>
    /// <param name="options">Assumptions and filters of both sides; its policy does not count.</param>
    /// <param name="firstName">What the first side is called in tables.</param>
    /// <param name="secondName">What the second side is called.</param>
    /// <param name="cancellationToken">Stops the engine.</param>
    public static ValueTask<MetricComparison> CompareAsync(
        this IMetricEngine engine, Metric metric, IReadOnlyList<ReportingPeriod> periods, MetricPolicy first, MetricPolicy second,
        EvaluationOptions? options = null, string firstName = MetricComparison.FirstName, string secondName = MetricComparison.SecondName,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        EvaluationOptions both = options ?? EvaluationOptions.Default;
        return MetricComparison.BetweenAsync(
            new ComparisonSide(firstName, engine, both with { Policy = first }), new ComparisonSide(secondName, engine, both with { Policy = second }),
            metric, periods, cancellationToken);
    }
}
