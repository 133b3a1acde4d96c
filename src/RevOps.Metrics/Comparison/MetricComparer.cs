namespace RevOps.Metrics;

/// <summary>Asks both sides of a comparison, and every state between them.</summary>
internal sealed class MetricComparer(ComparisonSide first, ComparisonSide second, Metric metric, IReadOnlyList<ReportingPeriod> periods)
{
    private readonly ComparisonParts _parts = new(metric, first.Options.Policy, second.Options.Policy);

    public async ValueTask<MetricComparison> CompareAsync(CancellationToken cancellationToken)
    {
        ValueTask<MetricTable> Ask(ComparisonSide side, IReadOnlyList<Metric> metrics, params IReadOnlyList<Dimension> by) =>
            side.Engine.EvaluateAsync(metrics, periods, by, side.Options, cancellationToken);

        Metric[] wholes = [.. _parts.All.Prepend(metric).Distinct()];
        MetricTable before = await Ask(first, wholes).ConfigureAwait(false);
        MetricTable after = await Ask(second, wholes).ConfigureAwait(false);

        IReadOnlyList<ComparisonChange> changes = ComparisonWay.Between(first, second);
        List<(ComparisonChange Change, MetricTable Table)> way = [];
        foreach (ComparisonChange change in changes)
        {
            // The last state is the second side itself.
            bool isLast = ReferenceEquals(change, changes[^1]);
            way.Add((change, isLast ? after : await Ask(change.State, [metric]).ConfigureAwait(false)));
        }

        Metric[] byCustomer = [.. _parts.All.Where(part => periods.Any(period => _parts.NotByCustomer(part, period) is null))];
        CustomerTables customers = new(
            await Ask(first, byCustomer, Dimensions.Customer).ConfigureAwait(false), await Ask(second, byCustomer, Dimensions.Customer).ConfigureAwait(false));

        return new MetricComparison(metric, first, second,
        [
            .. periods.Select(period => new PeriodComparison(
                period, ComparedValue.Of(before[metric, period], after[metric, period]),
                [.. Steps(before[metric, period].Magnitude, way.Select(state => (state.Change, state.Table[metric, period])))],
                [.. _parts.All.Select(part => PartOf(part, period, ComparedValue.Of(before[part, period], after[part, period]), customers))])),
        ]);
    }

    private static IEnumerable<ComparisonStep> Steps(decimal? start, IEnumerable<(ComparisonChange Change, MetricResult Result)> way)
    {
        decimal? last = start;
        foreach ((ComparisonChange change, MetricResult result) in way)
        {
            decimal? by = new ComparedValue(last, result.Magnitude).Difference;
            yield return new ComparisonStep(change.Name, change.From, change.To, result.Magnitude, result.UndefinedReason, by);
            last = result.Magnitude ?? last;
        }
    }

    private ComparedPart PartOf(Metric part, ReportingPeriod period, ComparedValue value, CustomerTables customers)
    {
        string? notByCustomer = _parts.NotByCustomer(part, period);
        return new ComparedPart(part, value, _parts.IsOfFirst(part), _parts.IsOfSecond(part))
        {
            Customers = notByCustomer is null && value.Difference is not null ? [.. customers.Differences(part, period)] : [],
            NotByCustomer = notByCustomer,
        };
    }
}
