namespace RevOps.Metrics;

/// <summary>The states from the first side of a comparison to the second, each with one thing more as it is there.</summary>
internal static class ComparisonWay
{
    /// <summary>The changes in order: records, filters, assumptions, then the options of the policy; those that differ.</summary>
    public static IReadOnlyList<ComparisonChange> Between(ComparisonSide first, ComparisonSide second)
    {
        List<ComparisonChange> way = [];
        ComparisonSide current = first;
        void Add(string name, string from, string to, IMetricEngine engine, EvaluationOptions options)
        {
            current = current with { Engine = engine, Options = options };
            way.Add(new ComparisonChange(name, from, to, current));
        }

        (EvaluationOptions from, EvaluationOptions to) = (first.Options, second.Options);
        if (!ReferenceEquals(first.Engine, second.Engine)) Add("records", first.Name, second.Name, second.Engine, from);
        if (from.Where != to.Where) Add("filters", InWords(from.Where), InWords(to.Where), second.Engine, current.Options with { Where = to.Where });
        if (!ReferenceEquals(from.Assumptions, to.Assumptions))
        {
            Add("assumptions", first.Name, second.Name, second.Engine, current.Options with { Assumptions = to.Assumptions });
        }

        foreach ((IReadOnlyList<PolicyOption> changed, MetricPolicy policy) in PolicyOption.Path(from.Policy, to.Policy, PolicyOption.All))
        {
            string Told(Func<PolicyOption, string> of) => string.Join(", ", changed.Select(of));
            Add(
                Told(option => option.Name), Told(option => option.ValueIn(from.Policy)), Told(option => option.ValueIn(to.Policy)),
                second.Engine, current.Options with { Policy = policy });
        }

        return way;
    }

    private static string InWords(ValueList<DimensionFilter> filters) => filters.Count == 0
        ? "all"
        : string.Join("; ", filters.Select(filter => $"{filter.Dimension} in {string.Join(", ", filter.Values.Select(value => value ?? Cell.NoValue))}"));
}

/// <summary>A change and the state it leads to.</summary>
/// <param name="Name">What changes.</param>
/// <param name="From">Its value on the first side.</param>
/// <param name="To">Its value on the second side.</param>
/// <param name="State">The state it leads to.</param>
internal sealed record ComparisonChange(string Name, string From, string To, ComparisonSide State);
