namespace RevOps.Metrics;

/// <summary>What a side of a comparison tells of some metrics; what its policy refuses to tell stands there with the reason and stops nothing else.</summary>
/// <remarks>
/// A part of one side's formula can be refused by the other side's policy, and a policy on the way between two is nobody's and can refuse what both
/// tell: one that nets over quarters, say, cannot tell a month.
/// </remarks>
internal sealed class SideTables
{
    private readonly Dictionary<(Metric, ReportingPeriod), MetricTable> _tables = [];
    private readonly Dictionary<(Metric, ReportingPeriod), MeasureRefusedException> _refusals = [];

    /// <summary>Asks for all at once; only where that is refused for each period, and then for each metric, by itself.</summary>
    public static async ValueTask<SideTables> AskAsync(
        ComparisonSide side, IReadOnlyList<Metric> metrics, IReadOnlyList<ReportingPeriod> periods, ValueList<Dimension> by, CancellationToken cancellationToken)
    {
        SideTables tables = new();
        await tables.AddAsync(side, metrics, periods, by, cancellationToken).ConfigureAwait(false);
        return tables;
    }

    /// <summary>The table that tells a metric for a period; there is none where it was refused.</summary>
    public MetricTable this[Metric metric, ReportingPeriod period] => _tables[(metric, period)];

    /// <summary>Requires that a metric is told for every period.</summary>
    /// <exception cref="MeasureRefusedException">It was refused for one.</exception>
    public SideTables Telling(Metric metric)
    {
        Refusal[] refusals = [.. _refusals.Where(refused => refused.Key.Item1 == metric).SelectMany(refused => refused.Value.Refusals).Distinct()];
        return refusals.Length == 0 ? this : throw new MeasureRefusedException(refusals);
    }

    /// <summary>The total of a metric for a period; undefined where it was refused.</summary>
    public Quantity Total(Metric metric, ReportingPeriod period)
    {
        if (_refusals.TryGetValue((metric, period), out MeasureRefusedException? refused)) return Quantity.Undefined(refused.Refusals[0].Reason);
        MetricResult result = _tables[(metric, period)][metric, period];
        return result.Magnitude is { } magnitude ? Quantity.Of(magnitude) : Quantity.Undefined(result.UndefinedReason!);
    }

    private async ValueTask AddAsync(
        ComparisonSide side, IReadOnlyList<Metric> metrics, IReadOnlyList<ReportingPeriod> periods, ValueList<Dimension> by, CancellationToken cancellationToken)
    {
        try
        {
            MetricTable table = await side.Engine.EvaluateAsync(metrics, periods, by, side.Options, cancellationToken).ConfigureAwait(false);
            foreach (Metric metric in metrics)
            {
                foreach (ReportingPeriod period in periods) _tables[(metric, period)] = table;
            }
        }
        catch (MeasureRefusedException refused) when (metrics.Count == 1 && periods.Count == 1)
        {
            _refusals[(metrics[0], periods[0])] = refused;
        }
        catch (MeasureRefusedException) when (periods.Count > 1)
        {
            foreach (ReportingPeriod period in periods) await AddAsync(side, metrics, [period], by, cancellationToken).ConfigureAwait(false);
        }
        catch (MeasureRefusedException)
        {
            foreach (Metric metric in metrics) await AddAsync(side, [metric], periods, by, cancellationToken).ConfigureAwait(false);
        }
    }
}
