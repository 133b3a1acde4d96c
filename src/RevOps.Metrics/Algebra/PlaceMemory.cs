using System.Collections.Concurrent;

namespace RevOps.Metrics;

/// <summary>Where the engine's answers to the leaves of formulas stand: the same in all answers to one plan; safe for many threads.</summary>
internal sealed class PlaceMemory
{
    private readonly ConcurrentDictionary<(Expression Leaf, ReportingPeriod Period), MeasurePlace> _places = new();
    private readonly ConcurrentDictionary<MeasureScope, PlaceMemory> _scopes = new();

    /// <summary>How many numbers of the total the last evaluation kept, so that the next one has room for them.</summary>
    public int Totals { get; set; }

    /// <summary>The places of a part that asks within another scope.</summary>
    public PlaceMemory Within(MeasureScope scope) => _scopes.GetOrAdd(scope, _ => new PlaceMemory());

    /// <summary>Where the engine's answer to a leaf stands.</summary>
    public MeasurePlace PlaceOf(MeasureLeaf leaf, ReportingPeriod period, MetricEvaluation evaluation)
    {
        if (_places.TryGetValue((leaf, period), out MeasurePlace place)) return place;
        return _places[(leaf, period)] = leaf.PlaceIn(evaluation, period);
    }
}
