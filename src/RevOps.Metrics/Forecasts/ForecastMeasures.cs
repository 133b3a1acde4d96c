using NodaTime;

namespace RevOps.Metrics;

/// <summary>The measures of what was forecast for a period, and of the deals expected to close in it.</summary>
internal static class ForecastMeasures
{
    private static readonly SumMeasure Amount = new("forecast", Forecasts.Amount, Forecasts.PeriodStart);

    private static readonly CountMeasure Count = new("forecast snapshots", Forecasts.PeriodStart);

    /// <summary>What the last snapshots of some categories, taken by a day, forecast for exactly this period.</summary>
    public static Metric<Money> LastAmount(KnownBy known, params IReadOnlyList<ForecastCategory> categories) =>
        new("forecast", new MeasureExpression((period, policy) => OfPeriod(Amount.With(AreLast(known, period, policy)), period, categories)));

    /// <summary>How many snapshots <see cref="LastAmount"/> is made of.</summary>
    public static Metric<Count> LastCount(KnownBy known, params IReadOnlyList<ForecastCategory> categories) =>
        new("snapshots", new MeasureExpression((period, policy) => OfPeriod(Count.With(AreLast(known, period, policy)), period, categories)));

    /// <summary>What the first snapshots of some categories forecast for exactly this period.</summary>
    public static Metric<Money> FirstAmount(params IReadOnlyList<ForecastCategory> categories) =>
        new("forecast", new MeasureExpression((period, _) => OfPeriod(Amount.With(Condition.Between(Forecasts.Number, 1, 1)), period, categories)));

    /// <summary>What all snapshots of some categories for exactly this period add up to.</summary>
    public static Metric<Money> AllAmount(params IReadOnlyList<ForecastCategory> categories) =>
        new("forecasts", new MeasureExpression((period, _) => OfPeriod(Amount, period, categories)));

    /// <summary>How many snapshots of some categories there are for exactly this period.</summary>
    public static Metric<Count> AllCount(params IReadOnlyList<ForecastCategory> categories) =>
        new("snapshots", new MeasureExpression((period, _) => OfPeriod(Count, period, categories)));

    /// <summary>The last snapshot of a quantile by the policy's day of the period.</summary>
    public static Metric<Money> QuantileAmount(decimal quantile) => new("quantile forecast", new MeasureExpression((period, policy) =>
        OfQuantile(new SumMeasure("quantile forecast", QuantileForecasts.Amount, QuantileForecasts.PeriodStart), quantile, period, policy)));

    /// <summary>How many snapshots <see cref="QuantileAmount"/> is made of.</summary>
    public static Metric<Count> QuantileCount(decimal quantile) => new("snapshots", new MeasureExpression((period, policy) =>
        OfQuantile(new CountMeasure("quantile forecast snapshots", QuantileForecasts.PeriodStart), quantile, period, policy)));

    /// <summary>The amount won in the period by a day.</summary>
    public static Metric<Money> Won(KnownBy known) => new("closed", new KnownExpression(known, (period, policy) =>
    {
        LocalDate until = LocalDate.Max(period.Start, LocalDate.Min(period.End, known.FirstDayAfter(period, policy)));
        return new MeasureRequest(PipelineMeasures.ClosedAmount(DealOutcome.Won, policy), new DateWindow(period.Start, until));
    }));

    /// <summary>The amount of the open deals that are expected to close in the period, as known on a day; of some categories, or of all.</summary>
    public static Metric<Money> Expected(KnownBy known, IReadOnlyList<ForecastCategory>? categories = null) =>
        new("expected to close", new KnownExpression(known, (period, policy) =>
        {
            SumMeasure open = new("open deals expected to close", PipelineMovements.AmountChange, PipelineMovements.On);
            Measure measure = PipelineMeasures.InScope(open, PipelineMovements.Type, policy)
                .With(Condition.Within(PipelineMovements.ExpectedCloseOn, new DateWindow(period.Start, period.End)));
            if (categories is not null) measure = measure.With(AreOf(PipelineMovements.Category, categories));
            return new MeasureRequest(measure, DateWindow.Before(known.FirstDayAfter(period, policy)));
        }));

    private static MeasureRequest OfPeriod(Measure measure, ReportingPeriod period, IReadOnlyList<ForecastCategory> categories) => new(
        measure.With(Condition.On(Forecasts.PeriodEnd, period.End), AreOf(Forecasts.Category, categories)), StartingWith(period));

    private static MeasureRequest OfQuantile(Measure measure, decimal quantile, ReportingPeriod period, MetricPolicy policy) => new(
        measure.With(
            Condition.On(QuantileForecasts.PeriodEnd, period.End),
            Condition.In(QuantileForecasts.Quantile, QuantileForecasts.NameOf(quantile)),
            AreOf(QuantileForecasts.Category, [ForecastCategory.Commit]),
            Condition.Between(QuantileForecasts.FirstDay, int.MinValue, policy.ForecastDay),
            Condition.Between(QuantileForecasts.LastDay, policy.ForecastDay, int.MaxValue)),
        StartingWith(period));

    private static Condition[] AreLast(KnownBy known, ReportingPeriod period, MetricPolicy policy)
    {
        long day = Period.DaysBetween(period.Start, known.FirstDayAfter(period, policy));
        return [Condition.Between(Forecasts.FirstDay, int.MinValue, day), Condition.Between(Forecasts.LastDay, day, int.MaxValue)];
    }

    private static Condition AreOf(CodeColumn column, IReadOnlyList<ForecastCategory> categories) =>
        Condition.In(column, [.. categories.Select(category => category.ToString())]);

    private static DateWindow StartingWith(ReportingPeriod period) => new(period.Start, period.Start.PlusDays(1));
}
