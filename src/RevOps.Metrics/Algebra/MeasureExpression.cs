using NodaTime;

namespace RevOps.Metrics;

/// <summary>A leaf: a measure over a window that follows from the period.</summary>
internal sealed class MeasureExpression(Func<ReportingPeriod, MetricPolicy, MeasureRequest?> request, bool needsWholeWindow = false) : MeasureLeaf
{
    /// <summary>A measure over the period itself.</summary>
    public static MeasureExpression Flow(Measure measure) => Over(measure, (from, to) => new DateWindow(from, to));

    /// <summary>A measure of all rows before the period: the balance at the end of the day before it.</summary>
    public static MeasureExpression Opening(Measure measure) => Over(measure, (from, _) => DateWindow.Before(from));

    /// <summary>A measure of all rows until the period's end: the balance at the end of its last day.</summary>
    public static MeasureExpression Closing(Measure measure) => Over(measure, (_, to) => DateWindow.Before(to));

    /// <summary>A measure over the months that end at the period's close, whatever its length; undefined where the records do not reach back so far.</summary>
    public static MeasureExpression Trailing(Measure measure, int months) =>
        Over(measure, (_, to) => new DateWindow(to.PlusMonths(-months), to), needsWholeWindow: true);

    /// <summary>A measure over the days that end at the period's close, whatever its length; undefined where the records do not reach back so far.</summary>
    public static MeasureExpression TrailingDays(Measure measure, int days) =>
        Over(measure, (_, to) => new DateWindow(to.PlusDays(-days), to), needsWholeWindow: true);

    public override MeasureRequest? Request(ReportingPeriod period, MetricPolicy policy) => request(period, policy);

    public override bool AddsUp(MetricPolicy policy) => true;

    public override MeasurePlace PlaceIn(MetricEvaluation evaluation, ReportingPeriod period) =>
        needsWholeWindow && request(period, evaluation.Policy) is { } asked && evaluation.StartsTooLate(asked) is { } reason
            ? new MeasurePlace(0, false, reason)
            : base.PlaceIn(evaluation, period);

    protected override bool IsWorthKeeping => false;

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => evaluation.NumberOf(this, period, cell);

    private static MeasureExpression Over(Measure measure, Func<LocalDate, LocalDate, DateWindow> window, bool needsWholeWindow = false) => new(
        (period, policy) => PeriodEdges.Of(period, policy, measure.Relation) is var (from, to) ? new MeasureRequest(measure, window(from, to)) : null, needsWholeWindow);
}
