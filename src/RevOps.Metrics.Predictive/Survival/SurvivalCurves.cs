using System.Collections;

namespace RevOps.Metrics.Predictive;

/// <summary>A survival curve for each group, and the tests of whether they differ.</summary>
public sealed class SurvivalCurves : IReadOnlyList<SurvivalCurve>
{
    private readonly SurvivalCurve[] _curves;

    internal SurvivalCurves(SurvivalCurve[] curves, ValueList<string> leftOut) => (_curves, LeftOut) = (curves, leftOut);

    /// <summary>Kaplan and Meier's estimate for each group.</summary>
    public static SurvivalCurves Estimate(SurvivalObservations observations) => Estimate(observations, []);

    internal static SurvivalCurves Estimate(SurvivalObservations observations, ValueList<string> leftOut)
    {
        ArgumentNullException.ThrowIfNull(observations);
        RiskTable[] tables = RiskTableBuilder.Build(observations);
        SurvivalCurve[] curves = new SurvivalCurve[observations.GroupNames.Count == 0 ? 1 : tables.Length];
        for (int g = 0; g < curves.Length; g++) curves[g] = new SurvivalCurve(tables[g], observations.GroupNames.Count == 0 ? null : observations.GroupNames[g]);
        return new SurvivalCurves(curves, leftOut);
    }

    /// <inheritdoc/>
    public int Count => _curves.Length;

    /// <summary>What of the records could not be observed, and why; empty when nothing, and for plain numbers.</summary>
    public ValueList<string> LeftOut { get; }

    /// <summary>The curve of all groups together.</summary>
    public SurvivalCurve Total => field ??= _curves.Length == 1 ? _curves[0] : new SurvivalCurve(RiskTable.Pool([.. _curves.Select(curve => curve.Table)]), null);

    /// <inheritdoc/>
    public SurvivalCurve this[int index] => _curves[index];

    /// <summary>The curve of a group.</summary>
    /// <exception cref="KeyNotFoundException">There is no group of this name.</exception>
    public SurvivalCurve this[string group] => Array.Find(_curves, curve => curve.Group == group)
        ?? throw new KeyNotFoundException($"There is no group '{group}'; there are {string.Join(", ", _curves.Select(curve => curve.Group ?? "one without a name"))}.");

    /// <summary>Tests whether the groups leave at one rate: the log-rank test, or a weighted one.</summary>
    /// <param name="weights">Which times count most; all alike when not given.</param>
    public LogRankTest Compare(LogRankWeights weights = default) => LogRankTest.Of(_curves, weights);

    /// <summary>Tests each pair of groups, with Holm's adjustment for asking so many questions at once.</summary>
    /// <remarks>Each test is of the two groups alone. In the order of the groups.</remarks>
    /// <param name="weights">Which times count most; all alike when not given.</param>
    public IReadOnlyList<LogRankPair> ComparePairs(LogRankWeights weights = default) => LogRankPair.Of(_curves, weights);

    /// <inheritdoc/>
    public IEnumerator<SurvivalCurve> GetEnumerator() => ((IEnumerable<SurvivalCurve>)_curves).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
