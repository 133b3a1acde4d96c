namespace RevOps.Metrics.Predictive;

/// <summary>Gathers observed spans by group, and what could not be observed by reason.</summary>
internal sealed class SurvivalRows
{
    private readonly List<double> _durations = [], _entries = [];
    private readonly List<int> _outcomes = [];
    private readonly List<string?> _groups = [];
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);

    /// <summary>What was left out: "3 customers who churned before 2024-01-01, the first day of the data".</summary>
    public ValueList<string> LeftOut => [.. _leftOut.Select(reason => FormattableString.Invariant($"{reason.Value:N0} {reason.Key}"))];

    /// <summary>Takes a span: outcome 0 is none yet.</summary>
    public void Add(ObservedSpan span, int outcome, string? group)
    {
        _durations.Add(span.Duration);
        _entries.Add(span.Entry);
        _outcomes.Add(outcome);
        _groups.Add(group);
    }

    public void LeaveOut(string reason) => _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + 1;

    /// <summary>A curve for each group; one where the question is not by a dimension.</summary>
    /// <param name="by">True where it is.</param>
    /// <param name="isEvent">Which outcomes are the event; the others are censored.</param>
    public SurvivalCurves ToCurves(bool by, Func<int, bool> isEvent)
    {
        double[] durations = [.. _durations], entries = [.. _entries];
        bool[] events = [.. _outcomes.Select(isEvent)];
        return SurvivalCurves.Estimate(
            by ? SurvivalObservations.ByGroup(durations, events, _groups, entries) : new SurvivalObservations(durations, events, entries), LeftOut);
    }

    /// <summary>The outcomes of each group; one where the question is not by a dimension.</summary>
    public IReadOnlyList<CompetingRisks> ToCompetingRisks(bool by, ValueList<string> outcomes)
    {
        var groups = Enumerable.Range(0, _durations.Count)
            .GroupBy(row => by ? _groups[row] : null, StringComparer.Ordinal)
            .OrderBy(group => group.Key is null).ThenBy(group => group.Key, StringComparer.Ordinal);
        return
        [
            .. groups.Select(group => CompetingRisks.Estimate(
                group.Select(row => _durations[row]).ToArray(), group.Select(row => _outcomes[row]).ToArray(), outcomes,
                group.Select(row => _entries[row]).ToArray(), group: by ? group.Key ?? Cell.NoValue : null)),
        ];
    }
}
