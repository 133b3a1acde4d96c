namespace RevOps.Metrics;

/// <summary>The trials that began, or ended, in a period, and how many of them were charged after.</summary>
internal static class TrialCohort
{
    private static readonly Measure<RevenueStates, Count> Trials =
        Measures.Sum(RevenueStates.Started, on: RevenueStates.On).Where(RevenueStates.State.Is(nameof(RevenueState.Trial)));

    private static readonly Measure<RevenueStates, Count> Ends =
        Measures.Sum(RevenueStates.Ended, on: RevenueStates.On).Where(RevenueStates.State.Is(nameof(RevenueState.Trial)));

    private static readonly Condition<RevenueStates> IsCharged = RevenueStates.EndedBy.Is(nameof(RevenueStateEnd.Charged));

    private static readonly Condition<RevenueStates> IsDecided = RevenueStates.EndedBy.Is(nameof(RevenueStateEnd.Charged), nameof(RevenueStateEnd.Stopped));

    /// <summary>Of the trials started in the period; immature while one of them has not ended within the records.</summary>
    public static Metric<Ratio> ConversionOfStarted { get; } = MetricArithmetic.Apply<Ratio>(
        "trial conversion",
        [
            Trials.Where(IsCharged).InPeriod().Named("trials started and charged"), Trials.Where(IsDecided).InPeriod().Named("trials started and ended"),
            Trials.InPeriod().Named("trials started"),
        ],
        (v, _) => v[1] < v[2] ? null : Formulas.TrialConversion(trials: v[2], charged: v[0]),
        v => v[2] == 0 ? "no trial started" : "some of the trials started still ran where the records end");

    /// <summary>Of the trials ended in the period.</summary>
    public static Metric<Ratio> ConversionOfEnded { get; } = MetricArithmetic.Apply<Ratio>(
        "trial conversion", [Ends.Where(IsCharged).InPeriod().Named("trials ended and charged"), Ends.Where(IsDecided).InPeriod().Named("trials ended")],
        (v, _) => Formulas.TrialConversion(trials: v[1], charged: v[0]), _ => "no trial ended");
}
