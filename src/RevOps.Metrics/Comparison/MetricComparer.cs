namespace RevOps.Metrics;

/// <summary>Asks both sides, and every state between them.</summary>
internal sealed class MetricComparer(ComparisonSide first, ComparisonSide second, Metric metric, IReadOnlyList<ReportingPeriod> periods)
{
    private readonly ComparisonParts _parts = new(metric, first.Options.Policy, second.Options.Policy);

    public async ValueTask<MetricComparison> CompareAsync(CancellationToken cancellationToken)
    {
        ValueTask<MetricTable> Ask(ComparisonSide side, IReadOnlyList<Metric> metrics, params IReadOnlyList<Dimension> by) =>
            side.Engine.EvaluateAsync(metrics, periods, by, side.Options, cancellationToken);

        MetricTable before = await Ask(first, [metric, .. _parts.All]).ConfigureAwait(false);
        MetricTable after = await Ask(second, [metric, .. _parts.All]).ConfigureAwait(false);

        List<(Step Step, MetricTable Table)> way = [];
        foreach (Step step in Way())
        {
            way.Add((step, step.IsLast ? after : await Ask(step.Side, [metric]).ConfigureAwait(false)));
        }

        Metric[] byCustomer = periods.Count == 0 ? [] : [.. _parts.All.Where(part => _parts.NotByCustomer(part, periods[0]) is null)];
        MetricTable customersBefore = await Ask(first, byCustomer, Dimensions.Customer).ConfigureAwait(false);
        MetricTable customersAfter = await Ask(second, byCustomer, Dimensions.Customer).ConfigureAwait(false);
        Cell[] customers = [.. customersBefore.Cells.Union(customersAfter.Cells)];
        HashSet<Cell> isBefore = [.. customersBefore.Cells], isAfter = [.. customersAfter.Cells];

        CustomerDifference[] CustomersOf(Metric part, ReportingPeriod period) =>
        [
            .. customers.Select(cell => new CustomerDifference(
                    cell.Values[0],
                    isBefore.Contains(cell) ? customersBefore[part, period, cell].Magnitude ?? 0 : 0,
                    isAfter.Contains(cell) ? customersAfter[part, period, cell].Magnitude ?? 0 : 0))
                .Where(one => one.Difference != 0)
                .OrderByDescending(one => Math.Abs(one.Difference)).ThenBy(one => one.CustomerId, StringComparer.Ordinal),
        ];

        ComparedPart PartOf(Metric part, ReportingPeriod period)
        {
            ComparedValue value = ComparedValue.Of(before[part, period], after[part, period]);
            string? notByCustomer = _parts.NotByCustomer(part, period);
            return new ComparedPart(part, value, _parts.IsOfFirst(part), _parts.IsOfSecond(part))
            {
                Customers = notByCustomer is null && value.Difference is not null ? [.. CustomersOf(part, period)] : [],
                NotByCustomer = notByCustomer,
            };
        }

        return new MetricComparison(metric, first, second,
        [
            .. periods.Select(period => new PeriodComparison(
                period, ComparedValue.Of(before[metric, period], after[metric, period]),
                [.. Steps(before[metric, period].Magnitude, way.Select(state => (state.Step, state.Table[metric, period])))],
                [.. _parts.All.Select(part => PartOf(part, period))])),
        ]);
    }

    private static IEnumerable<ComparisonStep> Steps(decimal? start, IEnumerable<(Step Step, MetricResult Result)> way)
    {
        decimal? last = start;
        foreach ((Step step, MetricResult result) in way)
        {
            decimal? change = new ComparedValue(last, result.Magnitude).Difference;
            yield return new ComparisonStep(step.Name, step.From, step.To, result.Magnitude, result.UndefinedReason, change);
            last = result.Magnitude ?? last;
        }
    }

    /// <summary>The states from the first side to the second, each with one thing more as it is there.</summary>
    private List<Step> Way()
    {
        List<Step> way = [];
        ComparisonSide current = first;
        void Add(string name, string from, string to, ComparisonSide side)
        {
            way.Add(new Step(name, from, to, side, IsLast: false));
            current = side;
        }

        EvaluationOptions options = second.Options;
        if (!ReferenceEquals(first.Engine, second.Engine)) Add("records", first.Name, second.Name, current with { Engine = second.Engine });
        if (first.Options.Where != options.Where)
        {
            Add("filters", InWords(first.Options.Where), InWords(options.Where), current with { Options = current.Options with { Where = options.Where } });
        }

        if (!ReferenceEquals(first.Options.Assumptions, options.Assumptions))
        {
            Add("assumptions", first.Name, second.Name, current with { Options = current.Options with { Assumptions = options.Assumptions } });
        }

        foreach ((IReadOnlyList<PolicyOption> changed, MetricPolicy policy) in PolicyOption.Path(first.Options.Policy, options.Policy, PolicyOption.All))
        {
            Add(
                string.Join(", ", changed.Select(option => option.Name)),
                string.Join(", ", changed.Select(option => option.ValueIn(first.Options.Policy))),
                string.Join(", ", changed.Select(option => option.ValueIn(options.Policy))),
                current with { Options = current.Options with { Policy = policy } });
        }

        if (way.Count > 0) way[^1] = way[^1] with { IsLast = true };
        return way;
    }

    private static string InWords(ValueList<DimensionFilter> filters) => filters.Count == 0
        ? "all"
        : string.Join("; ", filters.Select(filter => $"{filter.Dimension} in {string.Join(", ", filter.Values.Select(value => value ?? Cell.NoValue))}"));

    /// <summary>A change and the state it leads to; the last leads to the second side.</summary>
    private sealed record Step(string Name, string From, string To, ComparisonSide Side, bool IsLast);
}
