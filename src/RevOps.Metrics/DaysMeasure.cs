namespace RevOps.Metrics;

/// <summary>How many rows of one relation there are of each number of days, on its way to be a metric. Made by <see cref="Measures"/>.</summary>
/// <typeparam name="TRelation">The relation.</typeparam>
public sealed class DaysMeasure<TRelation>
    where TRelation : IRelation
{
    private readonly HistogramMeasure _untyped;

    internal DaysMeasure(HistogramMeasure untyped) => _untyped = untyped;

    /// <summary>The same over the rows that meet these conditions too.</summary>
    public DaysMeasure<TRelation> Where(params ReadOnlySpan<Condition<TRelation>> conditions) => new((HistogramMeasure)_untyped.With(conditions));

    /// <summary>An exact percentile of the days of the rows dated in the period (type 7); undefined without one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public Metric<Days> Percentile(decimal share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1m);
        return new Metric<Days>(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"percentile {share:0.####} of {_untyped.Name}"),
            new PercentileExpression(_ => _untyped, share, $"no row has {_untyped.Name}"));
    }

    /// <summary>The exact median of the days of the rows dated in the period; undefined without one.</summary>
    public Metric<Days> Median() => Percentile(0.5m);
}
