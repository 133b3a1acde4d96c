namespace RevOps.Metrics;

/// <summary>Collects the measures and windows that some metrics need over some periods, each once.</summary>
/// <remarks>A part of a formula that asks about other rows, by other dimensions or for the total collects into a plan of its own that fills the same list.</remarks>
internal sealed class MeasurePlan
{
    private readonly Collected _collected;
    private readonly MeasureScope _scope;

    public MeasurePlan(MetricPolicy policy, MeasureScope scope)
        : this(policy, scope, new Collected())
    {
    }

    private MeasurePlan(MetricPolicy policy, MeasureScope scope, Collected collected)
    {
        Policy = policy;
        _scope = scope;
        _collected = collected;
    }

    public MetricPolicy Policy { get; }

    public IReadOnlyList<MeasureRequest> Requests => _collected.Requests;

    /// <summary>The relations asked, with the period that each is asked about.</summary>
    public IReadOnlyCollection<(Relation Relation, ReportingPeriod Period)> Asked => _collected.Asked;

    /// <summary>True when something asks for the total, whatever the cells.</summary>
    public bool UsesTotals => _collected.UsesTotals;

    /// <summary>Adds what a part of a formula needs to know of a period.</summary>
    public void Add(MeasureRequest request, ReportingPeriod period)
    {
        MeasureRequest scoped = _scope.Of(request);
        if (_collected.Seen.Add(scoped)) _collected.Requests.Add(scoped);
        _collected.Asked.Add((request.Measure.Relation, period));
        _collected.UsesTotals |= _scope.IsTotal;
    }

    /// <summary>The plan of a part that asks within another scope.</summary>
    public MeasurePlan Within(Func<MeasureScope, MeasureScope> scope) => new(Policy, scope(_scope), _collected);

    private sealed class Collected
    {
        public HashSet<MeasureRequest> Seen { get; } = [];

        public List<MeasureRequest> Requests { get; } = [];

        public HashSet<(Relation Relation, ReportingPeriod Period)> Asked { get; } = [];

        public bool UsesTotals { get; set; }
    }
}
