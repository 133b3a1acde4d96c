namespace RevOps.Metrics;

/// <summary>Collects the measures and windows that some metrics need over some periods, each once: by cell, and as totals.</summary>
internal sealed class MeasurePlan(MetricPolicy policy)
{
    private readonly HashSet<MeasureRequest> _seen = [];
    private readonly List<MeasureRequest> _requests = [];
    private MeasurePlan? _totals;

    public MetricPolicy Policy => policy;

    public IReadOnlyList<MeasureRequest> Requests => _requests;

    /// <summary>What is needed as a total, whatever the cells.</summary>
    public IReadOnlyList<MeasureRequest> TotalRequests => _totals?.Requests ?? [];

    public void Add(MeasureRequest request)
    {
        if (_seen.Add(request)) _requests.Add(request);
    }

    /// <summary>The plan of totals that belongs to this one; a plan of totals is its own.</summary>
    public MeasurePlan ForTotals()
    {
        if (_totals is null)
        {
            _totals = new MeasurePlan(policy);
            _totals._totals = _totals;
        }

        return _totals;
    }
}
