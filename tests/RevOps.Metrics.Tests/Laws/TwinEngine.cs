namespace RevOps.Metrics.Tests;

/// <summary>Asks two engines every question and insists on the same answer: for every cell of either, every number and histogram.</summary>
internal sealed class TwinEngine(IMetricEngine one, IMetricEngine other) : IMetricEngine
{
    public Currency ReportingCurrency => one.ReportingCurrency;

    public Coverage? CoverageOf(Relation relation) => one.CoverageOf(relation);

    public IReadOnlyList<Refusal> Check(MeasureQuery query) => one.Check(query);

    public async ValueTask<MeasureTable> MeasureAsync(MeasureQuery query, CancellationToken cancellationToken = default)
    {
        MeasureTable mine = await one.MeasureAsync(query, cancellationToken);
        MeasureTable its = await other.MeasureAsync(query, cancellationToken);
        foreach (var alike in query.Requests.GroupBy(request => request.By))
        {
            foreach (Cell cell in mine.CellsBy(alike.Key).Union(its.CellsBy(alike.Key)))
            {
                foreach (MeasureRequest request in alike) RequireSame(mine, its, cell, request);
            }
        }

        return mine;
    }

    private static void RequireSame(MeasureTable mine, MeasureTable its, Cell cell, MeasureRequest request)
    {
        if (mine[cell, request] != its[cell, request])
        {
            throw new InvalidOperationException($"{request.Measure} over {request.Window} in {cell}: {mine[cell, request]} and {its[cell, request]}.");
        }

        if (mine.Top(cell, request) != its.Top(cell, request))
        {
            throw new InvalidOperationException(
                $"{request.Measure} over {request.Window} in {cell}: {string.Join(", ", mine.Top(cell, request))} and {string.Join(", ", its.Top(cell, request))}.");
        }

        DayHistogram days = mine.Histogram(cell, request), otherDays = its.Histogram(cell, request);
        foreach (decimal share in (decimal[])[0m, 0.1m, 0.25m, 0.5m, 0.75m, 0.9m, 1m])
        {
            if (days.Count == otherDays.Count && days.Percentile(share) == otherDays.Percentile(share)) continue;
            throw new InvalidOperationException($"{request.Measure} over {request.Window} in {cell}: the percentile {share} differs.");
        }
    }
}
