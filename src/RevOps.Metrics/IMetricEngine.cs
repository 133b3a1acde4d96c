namespace RevOps.Metrics;

/// <summary>Answers measure queries; the only thing that knows where the facts are.</summary>
/// <remarks>Engines agree to the last digit. Metrics, policies and results never know which one answered.</remarks>
public interface IMetricEngine
{
    /// <summary>The currency of the amounts it answers with.</summary>
    Currency ReportingCurrency { get; }

    /// <summary>The days for which the records behind a relation are known; null when they were never given.</summary>
    Coverage? CoverageOf(Relation relation);

    /// <summary>What the engine cannot honour in a query, by name, before anything runs; empty when it can answer.</summary>
    IReadOnlyList<Refusal> Check(MeasureQuery query);

    /// <summary>Answers a query.</summary>
    /// <exception cref="MeasureRefusedException">The query has something that <see cref="Check"/> refuses.</exception>
    ValueTask<MeasureTable> MeasureAsync(MeasureQuery query, CancellationToken cancellationToken = default);
}
