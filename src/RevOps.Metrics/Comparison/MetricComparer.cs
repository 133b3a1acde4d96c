namespace RevOps.Metrics;

/// <summary>Asks both sides of a comparison, and every state between them.</summary>
internal sealed class MetricComparer(ComparisonSide first, ComparisonSide second, Metric metric, IReadOnlyList<ReportingPeriod> periods)
{
    private readonly ComparisonParts _parts = new(metric, first.Options.Policy, second.Options.Policy);

    public async ValueTask<MetricComparison> CompareAsync(CancellationToken cancellationToken)
    {
        ValueTask<SideTables> Ask(ComparisonSide side, IReadOnlyList<Metric> metrics, params ValueList<Dimension> by) =>
            SideTables.AskAsync(side, metrics, periods, by, cancellationToken);

        Metric[] wholes = [.. _parts.All.Prepend(metric).Distinct()];
        SideTables before = (await Ask(first, wholes).ConfigureAwait(false)).Telling(metric);
        SideTables after = (await Ask(second, wholes).ConfigureAwait(false)).Telling(metric);

        IReadOnlyList<ComparisonChange> changes = ComparisonWay.Between(first, second);
        List<(ComparisonChange Change, SideTables Tables)> way = [];
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
                period, ComparedValue.Of(before.Total(metric, period), after.Total(metric, period)),
                [.. Steps(before.Total(metric, period), way.Select(state => (state.Change, state.Tables.Total(metric, period))))],
                [.. _parts.All.Select(part => PartOf(part, period, ComparedValue.Of(before.Total(part, period), after.Total(part, period)), customers))])),
        ]);
    }

    private static IEnumerable<ComparisonStep> Steps(Quantity start, IEnumerable<(ComparisonChange Change, Quantity Value)> way)
    {
        decimal? last = start.Value;
        foreach ((ComparisonChange change, Quantity value) in way)
        {
            decimal? by = new ComparedValue(last, value.Value).Difference;
            yield return new ComparisonStep(change.Name, change.From, change.To, value.Value, value.Reason, by);
            last = value.Value ?? last;
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
