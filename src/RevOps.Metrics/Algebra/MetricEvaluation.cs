using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>What an expression is evaluated with: the engine's answer, the policy, the assumptions and what the records cover.</summary>
internal sealed class MetricEvaluation(
    IMetricEngine engine, MeasureTable measures, MetricPolicy policy, Assumptions assumptions, MeasureScope scope, EvaluationMemory? memory = null)
{
    private readonly decimal _unitsPerOne = AmountScale.UnitsPerOne(engine.ReportingCurrency);

    public MetricPolicy Policy => policy;

    /// <summary>The value of an assumption at the close of a period, in a cell and under the filters of the scope.</summary>
    public Quantity Assumed(string name, ReportingPeriod period, Cell cell) => assumptions.Find(name, period.End.PlusDays(-1), scope.ValuesIn(cell));

    public Assumptions Assumptions => assumptions;

    public Currency Currency => engine.ReportingCurrency;

    /// <summary>By which dimensions and over which rows it asks.</summary>
    public MeasureScope Scope => scope;

    /// <summary>The evaluation of a part that asks by a dimension more.</summary>
    public MetricEvaluation SplitBy(Dimension dimension) => memory?.Within(dimension) ?? Within(dimension, scope.SplitBy(dimension));

    /// <summary>The evaluation of a part that asks over the rows that a filter takes.</summary>
    public MetricEvaluation Filtered(DimensionFilter filter) => memory?.Within(filter) ?? Within(filter, scope.Filtered(filter));

    /// <summary>The evaluation of a part that asks within a scope of its own.</summary>
    public MetricEvaluation Over(MeasureScope inner) => memory?.Within(inner) ?? Within(inner, inner);

    private MetricEvaluation Within(object change, MeasureScope inner) => memory is null
        ? new MetricEvaluation(engine, measures, policy, assumptions, inner)
        : memory.Within(change, inner, () => new MetricEvaluation(engine, measures, policy, assumptions, inner, new EvaluationMemory(memory.Places.Within(inner))));

    /// <summary>What it has worked out so far; null where it works everything out anew.</summary>
    public EvaluationMemory? Memory => memory;

    /// <summary>The same evaluation, which remembers what it works out; for one thread.</summary>
    /// <param name="places">Where the numbers of leaves stand, as far as that is known.</param>
    public MetricEvaluation Remembering(PlaceMemory places) => new(engine, measures, policy, assumptions, scope, new EvaluationMemory(places));

    /// <summary>The cells of the scope that lie within one of a scope split by a dimension less.</summary>
    public IEnumerable<Cell> CellsWithin(Cell cell) => measures.CellsBy(scope.By).Where(inner => inner.Values.Take(cell.Values.Count).SequenceEqual(cell.Values, StringComparer.Ordinal));

    /// <summary>What a leaf asks the engine, in words; or why it cannot be asked.</summary>
    public string WordsFor(MeasureRequest? request, ReportingPeriod period) =>
        request is null ? PeriodEdges.WhyNone(period, policy) : MeasureWords.Of(scope.Of(request), _unitsPerOne);

    /// <summary>A measure's number: the amount for a measure of amounts, else the count.</summary>
    public Quantity NumberOf(MeasureRequest request, ReportingPeriod period, Cell cell) => NumberAt(PlaceOf(request, period), cell);

    /// <summary>The number of a leaf, of which the place is remembered where the evaluation remembers.</summary>
    public Quantity NumberOf(MeasureLeaf leaf, ReportingPeriod period, Cell cell) => NumberAt(PlaceOf(leaf, period), cell);

    /// <summary>Where a measure's numbers stand; or why it has none in a period.</summary>
    public MeasurePlace PlaceOf(MeasureRequest request, ReportingPeriod period) => OutsideCoverage(request.Measure.Relation, period) is { } reason
        ? new MeasurePlace(0, false, reason)
        : new MeasurePlace(measures.IndexOf(scope.Of(request)), request.Measure.IsAmount);

    /// <summary>The sum of the largest numbers that a measure keeps.</summary>
    public Quantity SumOfTop(MeasureLeaf leaf, ReportingPeriod period, Cell cell)
    {
        MeasurePlace place = PlaceOf(leaf, period);
        return place.Reason is { } reason ? Quantity.Undefined(reason) : Of(measures.TopAt(cell, place.Index).Sum(), place.IsAmount);
    }

    /// <summary>The histogram that a measure keeps; or why there is none.</summary>
    public DayHistogram? HistogramOf(MeasureLeaf leaf, ReportingPeriod period, Cell cell, out string? reason)
    {
        MeasurePlace place = PlaceOf(leaf, period);
        reason = place.Reason;
        return reason is null ? measures.HistogramAt(cell, place.Index) : null;
    }

    private MeasurePlace PlaceOf(MeasureLeaf leaf, ReportingPeriod period) => memory?.Places.PlaceOf(leaf, period, this) ?? leaf.PlaceIn(this, period);

    private Quantity NumberAt(MeasurePlace place, Cell cell) =>
        place.Reason is { } reason ? Quantity.Undefined(reason) : Of(measures.NumberAt(cell, place.Index), place.IsAmount);

    private Quantity Of(long units, bool isAmount) => Quantity.Of(isAmount ? units / _unitsPerOne : units);

    /// <summary>Why the records do not reach back to the start of a window; null when they do, or when there are none at all.</summary>
    public string? StartsTooLate(MeasureRequest request) =>
        request.Window.From is { } from && engine.CoverageOf(request.Measure.Relation) is { } coverage && coverage.From > from
            ? $"{RecordsOf(request.Measure.Relation)} are known from {LocalDatePattern.Iso.Format(coverage.From)}, "
                + $"too late for a window from {LocalDatePattern.Iso.Format(from)}"
            : null;

    /// <summary>Why nothing of a relation can stand behind a period: none of it was given, or it is known only from a later day; null when it can.</summary>
    public string? NotKnownBy(Relation relation, ReportingPeriod period) =>
        engine.CoverageOf(relation) is not { } coverage || period.End <= coverage.From ? OutsideCoverage(relation, period) : null;

    /// <summary>Why a relation says nothing about a period; null when it does.</summary>
    private string? OutsideCoverage(Relation relation, ReportingPeriod period)
    {
        string records = RecordsOf(relation);
        if (engine.CoverageOf(relation) is not { } coverage) return $"no {records} were given";
        if (coverage.Intersects(period.Start, period.End)) return null;
        string to = coverage.To is { } end ? $" to {LocalDatePattern.Iso.Format(end)}" : "";
        string known = relation == Relation.Renewals ? "due days of contracts" : records;
        return $"{known} are known from {LocalDatePattern.Iso.Format(coverage.From)}{to}, which {period.Label} is not part of";
    }

    /// <summary>True when a declared coverage ends or starts within the period, so that the period is known in part.</summary>
    /// <remarks>Contracts fall due on days that nobody has lived through: what becomes of them is known as far as subscriptions are.</remarks>
    public bool IsPartial(Relation relation, ReportingPeriod period) =>
        engine.CoverageOf(relation)?.Intersects(period.Start, period.End) == true
        && engine.CoverageOf(relation == Relation.Renewals ? Relation.Movements : relation) is { IsDeclared: true } coverage
        && !coverage.Contains(period.Start, period.End);

    private static string RecordsOf(Relation relation) => relation switch
    {
        Relation.Movements or Relation.RevenueStates or Relation.Renewals => "subscriptions",
        Relation.SpendDays => "spend records",
        Relation.Forecasts or Relation.QuantileForecasts => "forecasts",
        Relation.Figures => "financial figures",
        Relation.QuotaDays => "quotas",
        Relation.Credits => "credit notes",
        Relation.Leads => "leads",
        Relation.MarketingActivities => "marketing activities",
        Relation.Invoiced => "invoices",
        Relation.Payments => "payments",
        Relation.Tickets => "tickets",
        _ => "deals",
    };
}
