namespace RevOps.Metrics;

/// <summary>The measures of deals closed in a window, and of the pipeline at its end.</summary>
internal static class PipelineMeasures
{
    public static Measure Closed(DealOutcome outcome, MetricPolicy policy) =>
        InScope(new CountMeasure($"{outcome} deals", Deals.ClosedOn), Deals.Type, policy).With(OutcomeIs(outcome));

    public static Measure ClosedAmount(DealOutcome outcome, MetricPolicy policy) =>
        InScope(new SumMeasure($"{outcome} amount", Deals.Amount, Deals.ClosedOn), Deals.Type, policy).With(OutcomeIs(outcome));

    /// <summary>The won amount, each representative's share where it is told by owner.</summary>
    public static Measure Credited(MetricPolicy policy) =>
        InScope(new SumMeasure("credited amount", DealCredits.Amount, DealCredits.ClosedOn), DealCredits.Type, policy)
            .With(Condition.In(DealCredits.Outcome, nameof(DealOutcome.Won)));

    public static Measure ClosedWithAmount(DealOutcome outcome, MetricPolicy policy) =>
        InScope(new CountMeasure($"{outcome} deals with an amount", Deals.ClosedOn, Deals.Amount), Deals.Type, policy).With(OutcomeIs(outcome));

    public static Measure LostToNoDecision(MetricPolicy policy) =>
        InScope(new SumMeasure("deals lost to no decision", Deals.LostToNoDecision, Deals.ClosedOn), Deals.Type, policy);

    public static Measure CycleDays(ValueColumn days, DealOutcome[] outcomes, MetricPolicy policy) =>
        InScope(new SumMeasure("days of the sales cycle", days, Deals.ClosedOn), Deals.Type, policy).With(OutcomeIs(outcomes));

    public static Measure WithCycle(ValueColumn days, DealOutcome[] outcomes, MetricPolicy policy) =>
        InScope(new CountMeasure("deals with a sales cycle", Deals.ClosedOn, days), Deals.Type, policy).With(OutcomeIs(outcomes));

    public static HistogramMeasure CycleHistogram(ValueColumn days, DealOutcome[] outcomes, MetricPolicy policy) =>
        (HistogramMeasure)InScope(new HistogramMeasure("days of the sales cycle", days, Deals.ClosedOn), Deals.Type, policy).With(OutcomeIs(outcomes));

    public static Measure Created(MetricPolicy policy) =>
        InScope(new CountMeasure("deals created", Deals.CreatedOn), Deals.Type, policy)
            .With(OutcomeIs(DealOutcome.Open, DealOutcome.Won, DealOutcome.Lost));

    public static Measure CreatedWith(DealOutcome outcome, MetricPolicy policy) =>
        InScope(new CountMeasure($"{outcome} deals of those created", Deals.CreatedOn), Deals.Type, policy).With(OutcomeIs(outcome));

    public static Measure Open(MetricPolicy policy) =>
        InScope(new SumMeasure("open deals", PipelineMovements.CountChange, PipelineMovements.On), PipelineMovements.Type, policy);

    public static Measure OpenAmount(MetricPolicy policy) =>
        InScope(new SumMeasure("open pipeline", PipelineMovements.AmountChange, PipelineMovements.On), PipelineMovements.Type, policy);

    /// <summary>Open deals in the forecast category commit.</summary>
    public static Measure Committed(MetricPolicy policy) =>
        Open(policy).With(Condition.In(PipelineMovements.Category, nameof(ForecastCategory.Commit)));

    /// <summary>The measure over the deals that the policy counts.</summary>
    public static Measure InScope(Measure measure, CodeColumn type, MetricPolicy policy) =>
        policy.Deals == DealScope.AllTypes ? measure : measure.With(Condition.In(type, nameof(DealType.NewBusiness)));

    private static Condition OutcomeIs(params DealOutcome[] outcomes) => Condition.In(Deals.Outcome, [.. outcomes.Select(outcome => outcome.ToString())]);
}
