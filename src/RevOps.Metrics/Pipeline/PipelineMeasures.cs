namespace RevOps.Metrics;

/// <summary>The measures of deals closed in a window, and of the pipeline at its end.</summary>
internal static class PipelineMeasures
{
    public static Measure Closed(DealOutcome outcome, MetricPolicy policy) =>
        InScope(new CountMeasure($"{outcome} deals", Deals.ClosedOn), Deals.Type, policy).With(OutcomeIs(outcome));

    public static Measure ClosedAmount(DealOutcome outcome, MetricPolicy policy) =>
        InScope(new SumMeasure($"{outcome} amount", Deals.Amount, Deals.ClosedOn), Deals.Type, policy).With(OutcomeIs(outcome));

    public static Measure ClosedWithAmount(DealOutcome outcome, MetricPolicy policy) =>
        InScope(new CountMeasure($"{outcome} deals with an amount", Deals.ClosedOn, Deals.Amount), Deals.Type, policy).With(OutcomeIs(outcome));

    public static Measure CycleDays(MetricPolicy policy) =>
        InScope(new SumMeasure("days from creation to close of won deals", Deals.CycleDays, Deals.ClosedOn), Deals.Type, policy).With(OutcomeIs(DealOutcome.Won));

    public static Measure WithCycle(MetricPolicy policy) =>
        InScope(new CountMeasure("won deals with a creation date", Deals.ClosedOn, Deals.CycleDays), Deals.Type, policy).With(OutcomeIs(DealOutcome.Won));

    public static HistogramMeasure CycleHistogram(MetricPolicy policy) =>
        (HistogramMeasure)InScope(new HistogramMeasure("days from creation to close of won deals", Deals.CycleDays, Deals.ClosedOn), Deals.Type, policy)
            .With(OutcomeIs(DealOutcome.Won));

    public static Measure Created(MetricPolicy policy) =>
        InScope(new CountMeasure("deals created", Deals.CreatedOn), Deals.Type, policy)
            .With(Condition.In(Deals.Outcome, nameof(DealOutcome.Open), nameof(DealOutcome.Won), nameof(DealOutcome.Lost)));

    public static Measure Open(MetricPolicy policy) =>
        InScope(new SumMeasure("open deals", PipelineMovements.CountChange, PipelineMovements.On), PipelineMovements.Type, policy);

    public static Measure OpenAmount(MetricPolicy policy) =>
        InScope(new SumMeasure("open pipeline", PipelineMovements.AmountChange, PipelineMovements.On), PipelineMovements.Type, policy);

    public static Measure InScope(Measure measure, CodeColumn type, MetricPolicy policy) =>
        policy.Deals == DealScope.AllTypes ? measure : measure.With(Condition.In(type, nameof(DealType.NewBusiness)));

    private static Condition OutcomeIs(DealOutcome outcome) => Condition.In(Deals.Outcome, outcome.ToString());
}
