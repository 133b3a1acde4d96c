using NodaTime;

namespace RevOps.Metrics;

/// <summary>The measures of the deals that are expected to close in the period asked about.</summary>
internal static class BridgeMeasures
{
    private static readonly SumMeasure Amount = new("pipeline expected to close in the period", ExpectedCloses.AmountChange, ExpectedCloses.On);

    /// <summary>The open deals expected to close in the period, as known at the end of the day before <paramref name="day"/>.</summary>
    public static MeasureRequest KnownBefore(LocalDate day, ReportingPeriod period, MetricPolicy policy) =>
        new(InPeriod(Amount, period, policy), DateWindow.Before(day));

    /// <summary>What came into the period's pipeline, left it or changed in it by one kind of change.</summary>
    public static MeasureRequest Changed(PipelineChangeKind kind, ReportingPeriod period, MetricPolicy policy) =>
        Within(period, InPeriod(Amount, period, policy).With(Condition.In(ExpectedCloses.Kind, kind.ToString())));

    /// <summary>The changes of amounts within the period's pipeline, those up or those down.</summary>
    public static MeasureRequest Revised(bool isUp, ReportingPeriod period, MetricPolicy policy)
    {
        MeasureRequest revised = Changed(PipelineChangeKind.Revised, period, policy);
        return revised with { Measure = revised.Measure.With(Signed(ExpectedCloses.AmountChange, isUp)) };
    }

    /// <summary>What moved into the period from another, or out of it.</summary>
    public static MeasureRequest Moved(bool isIn, ReportingPeriod period, MetricPolicy policy) => Moved(Amount, isIn, period, policy);

    /// <summary>How many times a deal was moved out of the period.</summary>
    public static MeasureRequest Pushes(ReportingPeriod period, MetricPolicy policy) =>
        Moved(new CountMeasure("pushes out of the period", ExpectedCloses.On), isIn: false, period, policy);

    /// <summary>What was known at the end of the day of creation of the deals created in the period, whenever they are expected to close.</summary>
    public static MeasureRequest Created(ReportingPeriod period, MetricPolicy policy) => Within(period, PipelineMeasures.InScope(
        new SumMeasure("pipeline created", ExpectedCloses.AmountChange, ExpectedCloses.On), ExpectedCloses.Type, policy)
        .With(Condition.In(ExpectedCloses.Kind, nameof(PipelineChangeKind.Created))));

    /// <summary>How many changes are known of deals that have a history and were expected to close in the period at any time.</summary>
    public static MeasureRequest Told(ReportingPeriod period, MetricPolicy policy) => new(
        InPeriod(new CountMeasure("changes of deals with a history", ExpectedCloses.On), period, policy)
            .With(Condition.In(ExpectedCloses.KnownFrom, nameof(PipelineSource.History))),
        DateWindow.Before(period.End));

    private static MeasureRequest Moved(Measure measure, bool isIn, ReportingPeriod period, MetricPolicy policy) =>
        Within(period, InPeriod(measure, period, policy).With(
            Condition.In(ExpectedCloses.Kind, nameof(PipelineChangeKind.Moved)), Condition.Outside(ExpectedCloses.OtherCloseOn, period),
            Signed(ExpectedCloses.CountChange, isIn)));

    private static Measure InPeriod(Measure measure, ReportingPeriod period, MetricPolicy policy) =>
        PipelineMeasures.InScope(measure, ExpectedCloses.Type, policy).With(Condition.Within(ExpectedCloses.CloseOn, period));

    private static Condition Signed(ValueColumn column, bool isAbove) =>
        isAbove ? Condition.Between(column, 1, long.MaxValue) : Condition.Between(column, long.MinValue + 1, -1);

    private static MeasureRequest Within(ReportingPeriod period, Measure measure) => new(measure, new DateWindow(period.Start, period.End));
}
