namespace RevOps.Metrics;

/// <summary>The evaluations that an engine was asked for last, with what does not change from one answer to the next; safe for many threads.</summary>
/// <remarks>A dashboard asks the same again and again: the measures that its metrics need, and where their numbers stand, are then known.</remarks>
internal sealed class EvaluationPlans
{
    /// <summary>Enough for the pages of a dashboard; what was asked longest ago is forgotten.</summary>
    private const int Most = 16;

    private readonly Lock _lock = new();
    private readonly List<EvaluationPlan> _latest = [];

    /// <summary>The plan of a question, made where it was not asked lately.</summary>
    public EvaluationPlan Of(IReadOnlyList<Metric> metrics, IReadOnlyList<ReportingPeriod> periods, IReadOnlyList<Dimension>? by, EvaluationOptions options)
    {
        lock (_lock)
        {
            int place = _latest.FindIndex(plan => plan.Answers(metrics, periods, by ?? [], options));
            if (place >= 0)
            {
                EvaluationPlan known = _latest[place];
                _latest.RemoveAt(place);
                _latest.Add(known);
                return known;
            }
        }

        EvaluationPlan made = new(metrics, periods, by ?? [], options);
        lock (_lock)
        {
            if (_latest.Count == Most) _latest.RemoveAt(0);
            _latest.Add(made);
        }

        return made;
    }
}
