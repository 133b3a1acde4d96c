namespace RevOps.Metrics;

/// <summary>Collects the measures and windows that some metrics need over some periods, each once.</summary>
/// <remarks>A part of a formula that asks about other rows, by other dimensions or for the total collects into a plan of its own that fills the same list.</remarks>
internal sealed class MeasurePlan
{
    private readonly HashSet<MeasureRequest> _requests;
    private readonly Asking _asking;
    private readonly MeasureScope _scope;

    public MeasurePlan(MetricPolicy policy, MeasureScope scope)
        : this(policy, scope, [], new Asking())
    {
    }

    private MeasurePlan(MetricPolicy policy, MeasureScope scope, HashSet<MeasureRequest> requests, Asking asking) =>
        (Policy, _scope, _requests, _asking) = (policy, scope, requests, asking);

    public MetricPolicy Policy { get; }

    /// <summary>What is asked, by this plan and by those beside it.</summary>
    public IReadOnlyList<MeasureRequest> Requests => [.. _requests];

    /// <summary>The relations that this plan asks, with the period that each is asked about.</summary>
    public IReadOnlyCollection<(Relation Relation, ReportingPeriod Period)> Asked => _asking.Asked;

    /// <summary>True when something asks for the total, whatever the cells.</summary>
    public bool UsesTotals => _asking.UsesTotals;

    /// <summary>True when an entity can be counted in several of the cells that something asks about.</summary>
    public bool CountsEntitiesOften => _asking.CountsEntitiesOften;

    /// <summary>Adds what a part of a formula needs to know of a period.</summary>
    public void Add(MeasureRequest request, ReportingPeriod period)
    {
        _requests.Add(_scope.Of(request));
        _asking.Asked.Add((request.Measure.Relation, period));
        _asking.UsesTotals |= _scope.IsTotal;
        _asking.CountsEntitiesOften |= request.Measure is EntityMeasure && _scope.By.Any(dimension => !dimension.IsSingleFor(Policy.Ledger));
    }

    /// <summary>The plan of a part that asks within another scope.</summary>
    public MeasurePlan Within(Func<MeasureScope, MeasureScope> scope) => new(Policy, scope(_scope), _requests, _asking);

    /// <summary>A plan that fills the same list of requests and knows by itself what it asks.</summary>
    public MeasurePlan Beside() => new(Policy, _scope, _requests, new Asking());

    private sealed class Asking
    {
        public HashSet<(Relation Relation, ReportingPeriod Period)> Asked { get; } = [];

        public bool UsesTotals { get; set; }

        public bool CountsEntitiesOften { get; set; }
    }
}
