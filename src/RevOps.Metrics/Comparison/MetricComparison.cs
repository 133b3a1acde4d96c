using System.Text.Json.Serialization;

namespace RevOps.Metrics;

/// <summary>A metric told twice: by two definitions, or from two states of the records, with what makes the difference.</summary>
/// <remarks>
/// The difference is split in two ways. By what changed: the records, the filters, the assumptions, then each option of the policy that differs,
/// one at a time in the order of declaration (the ledger's first); each step starts where the one before ended, so the steps add up to the whole,
/// and another order could give a step another share. And by customer (<see cref="ComparedPart"/>).
/// </remarks>
/// <param name="Metric">The metric.</param>
/// <param name="First">The first side.</param>
/// <param name="Second">The second side.</param>
/// <param name="Periods">The comparison by period, in the order asked.</param>
public sealed record MetricComparison(
    [property: JsonIgnore] Metric Metric, [property: JsonIgnore] ComparisonSide First, [property: JsonIgnore] ComparisonSide Second,
    ValueList<PeriodComparison> Periods)
{
    internal const string FirstName = "first", SecondName = "second";

    /// <summary>The metric's name.</summary>
    public string Name => Metric.Name;

    /// <summary>The unit of its numbers, in words.</summary>
    public string Unit => Metric.UnitName;

    /// <summary>The comparison for a period.</summary>
    /// <exception cref="KeyNotFoundException">It was not asked.</exception>
    public PeriodComparison this[ReportingPeriod period] => Periods.FirstOrDefault(one => one.Period == period)
        ?? throw new KeyNotFoundException($"The comparison of '{Metric}' does not hold {period}; it holds {string.Join(", ", Periods.Select(one => one.Label))}.");

    /// <summary>Compares a metric over two datasets, such as one as it was known on two dates, each under options of its own.</summary>
    /// <param name="first">The first side.</param>
    /// <param name="second">The second side.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="periods">The periods.</param>
    /// <param name="firstName">What the first side is called in tables.</param>
    /// <param name="secondName">What the second side is called.</param>
    /// <exception cref="MeasureRefusedException">A filter has no path to the metric's facts, or a side's policy cannot tell the metric for a period.</exception>
    /// <exception cref="ArgumentException">The sides report in different currencies.</exception>
    public static MetricComparison Between(
        (RevenueDataset Data, EvaluationOptions Options) first, (RevenueDataset Data, EvaluationOptions Options) second,
        Metric metric, IReadOnlyList<ReportingPeriod> periods, string firstName = FirstName, string secondName = SecondName)
    {
        ArgumentNullException.ThrowIfNull(first.Data, nameof(first));
        ArgumentNullException.ThrowIfNull(second.Data, nameof(second));
        // The engine in memory answers at once, so nothing is waited for.
        return BetweenAsync(
            new ComparisonSide(firstName, first.Data.Engine, first.Options), new ComparisonSide(secondName, second.Data.Engine, second.Options), metric, periods)
            .AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Compares a metric on two sides, with any engines.</summary>
    /// <param name="first">The first side.</param>
    /// <param name="second">The second side.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="periods">The periods.</param>
    /// <param name="cancellationToken">Stops the engines.</param>
    /// <exception cref="MeasureRefusedException">A filter has no path to the metric's facts, or a side's policy cannot tell the metric for a period.</exception>
    /// <exception cref="ArgumentException">The sides report in different currencies.</exception>
    public static ValueTask<MetricComparison> BetweenAsync(
        ComparisonSide first, ComparisonSide second, Metric metric, IReadOnlyList<ReportingPeriod> periods, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(periods);
        Currency one = first.Engine.ReportingCurrency, other = second.Engine.ReportingCurrency;
        return one == other
            ? new MetricComparer(first, second, metric, periods).CompareAsync(cancellationToken)
            : throw new ArgumentException($"Cannot compare {one} with {other}: build both datasets with one reporting currency first.", nameof(second));
    }

    /// <summary>The comparison for a terminal: for each period the whole, the steps, and the ten customers with the largest differences.</summary>
    public override string ToString() => new ComparisonText(this).ToString();
}
