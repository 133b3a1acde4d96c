using System.Globalization;

namespace RevOps.Metrics;

/// <content>What the open pipeline is worth, and what of it rests.</content>
public static partial class Sales
{
    private const int UsualStaleDays = 30;

    private static readonly Metric<Money> Pipeline = new("open pipeline", Balance(PipelineMeasures.OpenAmount));

    /// <summary>The probability that a deal in a stage is won; state it for each stage by <see cref="Dimensions.Stage"/>.</summary>
    public static Assumption<Ratio> StageProbability { get; } = new("stage probability");

    /// <summary>Weighted pipeline: what the deals open at the close are expected to bring, each at the probability of its stage.</summary>
    /// <remarks>
    /// Unit: money. Formula: sum over stages of open pipeline x <see cref="StageProbability"/>, stage and amount as known at the close. Undefined where
    /// the probability of a stage with pipeline is not given. Source: https://www.winsabove.com/glossary/weighted-pipeline.
    /// </remarks>
    public static Metric<Money> WeightedPipeline { get; } = new Metric<Money>(
        "weighted pipeline", new WeightedExpression(Pipeline, Dimensions.Stage, StageProbability.Name)).Described(new()
        {
            Id = "sales.weighted-pipeline", Name = "weighted pipeline", Synonyms = ["expected revenue"], Good = GoodDirection.Up,
            Definition = "What the deals open at the close are expected to bring, each at the probability of its stage.",
            Formula = "sum over stages of open pipeline x stage probability", Policies = ["Deals"], Source = "https://www.winsabove.com/glossary/weighted-pipeline",
        });

    /// <summary>Stale deals: deals open at the close of which nothing changed in the last 30 days.</summary>
    /// <remarks>
    /// Unit: count. Formula: open deals whose creation and last change lie 30 days back or more. <see cref="StaleDealsAfter"/> takes another number of
    /// days.
    /// </remarks>
    public static Metric<Count> StaleDeals { get; } = StaleDealsAfter(UsualStaleDays).Described(new()
    {
        Id = "sales.stale-deals", Name = "stale deals", Good = GoodDirection.Down,
        Definition = "Deals open at the close of which nothing changed in the last 30 days.",
        Formula = "open deals whose creation and last change lie 30 days back or more", Policies = ["Deals"],
        Source = "https://support.teamwork.com/crm/pipelines/sales-rotting",
    });

    /// <summary>Commit conversion: of the deals in the forecast category commit on day 5 of the period, the share that was won by its close.</summary>
    /// <remarks>
    /// Unit: ratio, by count. Formula: those won in the period / deals open in commit at the end of the day (<see cref="MetricPolicy.ForecastDay"/>). What was
    /// won before the day is not in it, and neither is what came into commit after it. Undefined for a period that ends by the day.
    /// Source: https://orm-tech.com/glossary/commit-forecast-category.
    /// </remarks>
    public static Metric<Ratio> CommitConversion { get; } = MetricArithmetic.Apply<Ratio>("commit conversion",
        [
            new Metric<Count>("won of those in commit", new MeasureExpression(CommittedAndWon)),
            new Metric<Count>("deals in commit", new MeasureExpression(Committed)),
            new Metric<Count>("day of the period", new PolicyNumberExpression(policy => policy.ForecastDay)),
        ],
        (v, period) => v[1] == 0 || v[2] >= NodaTime.Period.DaysBetween(period.Start, period.End) ? null : v[0] / v[1],
        v => v[1] == 0
            ? string.Create(CultureInfo.InvariantCulture, $"no deal was in commit on day {v[2]:0} of the period")
            : string.Create(CultureInfo.InvariantCulture, $"the period ends by its day {v[2]:0}")).Described(new()
            {
                Id = "sales.commit-conversion", Name = "commit conversion", Synonyms = ["commit-to-close rate"], Good = GoodDirection.Up,
                Definition = "Of the deals in the forecast category commit on day 5 of the period, the share that was won by its close.",
                Formula = "won in the period / deals in commit on the day", Policies = ["Deals", "ForecastDay"],
                Source = "https://orm-tech.com/glossary/commit-forecast-category",
            });

    /// <summary>Deals open at the close of which nothing changed in the last so many days: neither stage, amount, expected close, category nor owner.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public static Metric<Count> StaleDealsAfter(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        string name = string.Create(CultureInfo.InvariantCulture, $"deals stale after {days} days");
        // Those open then, less those of them that changed or closed since.
        Metric<Count> open = new(string.Create(CultureInfo.InvariantCulture, $"open {days} days before"), new MeasureExpression(
            (period, policy) => new MeasureRequest(PipelineMeasures.Open(policy), Then(period))));
        Metric<Count> changed = new("changed or closed since", new MeasureExpression((period, policy) => new MeasureRequest(
            PipelineMeasures.Open(policy).With(Condition.Within(PipelineMovements.Until, DateWindow.Before(period.End))), Then(period))));
        return (open - changed).Named(name);

        DateWindow Then(ReportingPeriod period) => DateWindow.Before(period.End.PlusDays(-days));
    }

    /// <summary>Those open in commit at the end of the policy's day of the period.</summary>
    private static MeasureRequest Committed(ReportingPeriod period, MetricPolicy policy) =>
        new(PipelineMeasures.Committed(policy), DateWindow.Before(period.Start.PlusDays(policy.ForecastDay)));

    private static MeasureRequest CommittedAndWon(ReportingPeriod period, MetricPolicy policy) => new(
        PipelineMeasures.Committed(policy).With(
            Condition.In(PipelineMovements.Outcome, nameof(DealOutcome.Won)),
            Condition.Within(PipelineMovements.ClosedOn, new DateWindow(period.Start, period.End))),
        DateWindow.Before(period.Start.PlusDays(policy.ForecastDay)));
}
