namespace RevOps.Metrics;

/// <summary>Asks for the numbers that a result follows from, each split by one dimension more within its cell.</summary>
internal sealed class ContributorSearch
{
    private readonly IMetricEngine _engine;
    private readonly MetricResult _result;
    private readonly int _top;
    private readonly Dimension _by;
    private readonly List<(Explanation Part, string? Refusal)> _parts = [];

    public ContributorSearch(IMetricEngine engine, MetricResult result, int top, Dimension by)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(top);
        (_engine, _result, _top, _by) = (engine, result, top, by);
        MeasurePlan plan = new(result.Policy, MeasureScope.Everything);
        List<Refusal> refusals = [];
        foreach (Explanation part in Summed(Explanation.Of(result)).DistinctBy(part => (part.Metric.Expression, part.Period, part.Cell, part.Filters)))
        {
            MeasurePlan alone = new(result.Policy, MeasureScope.Everything);
            Collect(part, alone);
            IReadOnlyList<Refusal> refused = engine.Check(QueryOf(alone));
            if (refused.Count == 0) Collect(part, plan);
            _parts.Add((part, refused.Count == 0 ? null : refused[0].Reason));
            refusals.AddRange(refused);
        }

        if (_parts.Count > 0 && _parts.TrueForAll(part => part.Refusal is not null)) throw new MeasureRefusedException(refusals);
        Query = QueryOf(plan);
    }

    public MeasureQuery Query { get; }

    public Contributors Answer(MeasureTable measures) => new(_result, _by, [.. _parts.Select(part => Told(part.Part, part.Refusal, measures))]);

    /// <summary>The nodes nearest to the root that add up over entities, or are measures and so can be asked by entity.</summary>
    private static IEnumerable<Explanation> Summed(Explanation node) =>
        node.Request is not null || node.Metric.Expression.AddsUp(node.Evaluation.Policy) ? [node] : node.Parts.SelectMany(Summed);

    private void Collect(Explanation part, MeasurePlan plan) =>
        part.Metric.Expression.Collect(plan.Within(_ => part.Evaluation.Scope.SplitBy(_by)), part.Period);

    private MeasureQuery QueryOf(MeasurePlan plan) => new() { Requests = plan.Requests, Ledger = _result.Policy.Ledger };

    private ContributorPart Told(Explanation part, string? refusal, MeasureTable measures)
    {
        ContributorPart told = new() { Metric = part.Metric, Period = part.Period, Magnitude = part.Magnitude, Refusal = refusal };
        if (refusal is not null) return told;
        MetricEvaluation split = new(_engine, measures, part.Evaluation.Policy, part.Evaluation.Assumptions, part.Evaluation.Scope.SplitBy(_by));
        Contributor[] all =
        [
            .. from cell in split.CellsWithin(part.Cell).Order(Cell.Order)
               let magnitude = part.Metric.Expression.Evaluate(split, part.Period, cell).Value
               where magnitude is not null and not 0
               orderby Math.Abs(magnitude.Value) descending
               select new Contributor(cell.Values[^1], magnitude.Value),
        ];
        Contributor[] largest = [.. all.Take(_top)];
        // A measure of days, or of the largest balances, is told of each entity by itself.
        bool addsUp = part.Metric.Expression.AddsUp(part.Evaluation.Policy);
        return told with
        {
            Largest = ValueList.From(largest),
            Count = all.Length,
            Others = addsUp ? part.Magnitude - largest.Sum(one => one.Magnitude) : null,
        };
    }
}
