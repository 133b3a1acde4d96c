namespace RevOps.Metrics;

/// <summary>A leaf: a measure over a window that follows from the period.</summary>
internal sealed class MeasureExpression(Func<ReportingPeriod, MetricPolicy, MeasureRequest> request, bool needsWholeWindow = false) : Expression
{
    /// <summary>A measure over the period itself.</summary>
    public static MeasureExpression Flow(Measure measure) => new((period, _) => new MeasureRequest(measure, new DateWindow(period.Start, period.End)));

    /// <summary>A measure of all rows before the period: the balance at the end of the day before it.</summary>
    public static MeasureExpression Opening(Measure measure) => new((period, _) => new MeasureRequest(measure, DateWindow.Before(period.Start)));

    /// <summary>A measure of all rows until the period's end: the balance at the end of its last day.</summary>
    public static MeasureExpression Closing(Measure measure) => new((period, _) => new MeasureRequest(measure, DateWindow.Before(period.End)));

    /// <summary>A measure over the months that end at the period's close, whatever its length; undefined where the records do not reach back so far.</summary>
    public static MeasureExpression Trailing(Measure measure, int months) =>
        new((period, _) => new MeasureRequest(measure, new DateWindow(period.End.PlusMonths(-months), period.End)), needsWholeWindow: true);

    /// <summary>A measure over the days that end at the period's close, whatever its length; undefined where the records do not reach back so far.</summary>
    public static MeasureExpression TrailingDays(Measure measure, int days) =>
        new((period, _) => new MeasureRequest(measure, new DateWindow(period.End.PlusDays(-days), period.End)), needsWholeWindow: true);

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => plan.Add(request(period, plan.Policy));

    public override Quantity Evaluate(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        MeasureRequest asked = request(period, evaluation.Policy);
        return needsWholeWindow && evaluation.StartsTooLate(asked) is { } reason ? Quantity.Undefined(reason) : evaluation.NumberOf(asked, period, cell);
    }
}
