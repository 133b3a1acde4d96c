using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>What an evaluation has worked out: metrics share their parts, and each part is worked out once a cell.</summary>
/// <remarks>Numbers of the total are kept until the end, those of other cells until the next one is begun. For one thread.</remarks>
/// <param name="places">Where the numbers of leaves stand.</param>
internal sealed class EvaluationMemory(PlaceMemory places)
{
    private readonly Dictionary<Key, Quantity> _totals = new(places.Totals), _ofCell = [];
    private readonly Dictionary<MeasureScope, MetricEvaluation> _scopes = [];
    private readonly Dictionary<object, MetricEvaluation> _changes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The evaluation of another scope, where the same object changed this one before.</summary>
    public MetricEvaluation? Within(object change) => _changes.GetValueOrDefault(change);

    /// <summary>The evaluation of another scope that remembers too, the same each time.</summary>
    /// <param name="change">What makes the other scope of this one.</param>
    /// <param name="scope">The other scope.</param>
    /// <param name="make">Makes its evaluation.</param>
    public MetricEvaluation Within(object change, MeasureScope scope, Func<MetricEvaluation> make)
    {
        ref MetricEvaluation? known = ref CollectionsMarshal.GetValueRefOrAddDefault(_scopes, scope, out _);
        return _changes[change] = known ??= make();
    }

    /// <summary>Where the engine's answers to leaves stand.</summary>
    public PlaceMemory Places => places;

    public bool TryGet(Expression expression, ReportingPeriod period, Cell cell, out Quantity known) =>
        Kept(cell).TryGetValue(new Key(expression, period, cell), out known);

    public Quantity Keep(Expression expression, ReportingPeriod period, Cell cell, Quantity quantity) => Kept(cell)[new Key(expression, period, cell)] = quantity;

    /// <summary>To be called after the last cell: the next evaluation of the plan will need as much room.</summary>
    public void End()
    {
        places.Totals = Math.Max(places.Totals, _totals.Count);
        foreach (MetricEvaluation inner in _scopes.Values) inner.Memory?.End();
    }

    /// <summary>Forgets the numbers of the cell before.</summary>
    public void BeginCell()
    {
        _ofCell.Clear();
        foreach (MetricEvaluation inner in _scopes.Values) inner.Memory?.BeginCell();
    }

    private Dictionary<Key, Quantity> Kept(Cell cell) => cell.Values.Count == 0 ? _totals : _ofCell;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Key(Expression Expression, ReportingPeriod Period, Cell Cell)
    {
        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Expression), Period, Cell);
    }
}
