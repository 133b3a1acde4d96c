namespace RevOps.Metrics;

/// <summary>What will come, by category, and how well it was told.</summary>
/// <remarks>
/// <para>There are two sources, which are kept apart: <see cref="RolledUp"/> adds up deals by their forecast category, <see cref="Submitted"/> what
/// sellers said in forecast snapshots.</para>
/// <para>A period is judged by the forecast made for exactly that period: closed + commit of the last snapshot of each owner by day 5 of the
/// period (<see cref="MetricPolicy.ForecastDay"/>, <see cref="MetricPolicy.ForecastChoice"/>). What came true is the amount won, of the deals that
/// sales metrics count. <see cref="ErrorsOf"/> judges any other forecast, such as the best case on day 45.</para>
/// </remarks>
public static partial class Forecast
{
    private const string AccuracySource = "https://otexts.com/fpp3/accuracy.html";

    // The textbook above has errors of the other sign, and no mean of them.
    private const string MeanErrorSource = "https://www.nwrfc.noaa.gov/verification/verify_help.cgi";

    private const string WapeSource = "https://help.sap.com/doc/f34f13519204438c95bf0631a85ac4da/1908/en-US/89eed15489e16374e10000000a44538d.html";

    private static readonly ValueList<string> Judging = ["ForecastDay", "ForecastChoice", "Deals"];

    /// <summary>The forecast that follows from the deals: what is won of the period, and open deals expected to close in it by their category.</summary>
    public static ForecastRollUp RolledUp { get; } = new(ForecastSource.Deals, KnownBy.Close);

    /// <summary>The forecast that sellers gave: the last snapshot of each owner and category for exactly the period.</summary>
    /// <remarks>
    /// Undefined where none was given of the category. A source that stores cumulative figures gives them as commit; the open pipeline then
    /// holds what is closed too.
    /// </remarks>
    public static ForecastRollUp Submitted { get; } = new(ForecastSource.Snapshots, KnownBy.Close);

    /// <summary>The commit forecast by which the period is judged.</summary>
    /// <remarks>Unit: money. Formula: closed + commit of the last snapshots by day 5 of the period.</remarks>
    public static Metric<Money> Judged { get; } = Metric<Money>.ByPolicy("judged forecast", policy => policy.ForecastChoice switch
    {
        ForecastChoice.Average => JudgedForecast.Average,
        ForecastChoice.First => JudgedForecast.First,
        _ => JudgedForecast.Last,
    }).Described(new()
    {
        Id = "forecast.judged", Name = "judged forecast",
        Definition = "The commit forecast by which the period is judged.", Formula = "closed + commit of the last snapshots by day 5 of the period",
        Policies = ["ForecastDay", "ForecastChoice"], Source = "https://knowledge.hubspot.com/forecast/track-the-accuracy-of-forecasts",
    });

    /// <summary>The errors of the judged forecast against the amount won.</summary>
    public static ForecastErrors Errors { get; } = ErrorsOf(Judged);

    /// <summary>Forecast accuracy: how near the forecast came, 1 for a hit.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: 1 - |forecast - won amount| / won amount. Below zero when the forecast was off by more than the whole result;
    /// undefined when nothing was won or nothing was forecast. Read it beside <see cref="Bias"/>, which keeps the sign. By the policy
    /// <see cref="MetricPolicy.ForecastAccuracy"/> it is clamped at zero, or a share of the forecast.
    /// </remarks>
    public static Metric<Ratio> Accuracy { get; } = Errors.Accuracy.Described(new()
    {
        Id = "forecast.accuracy", Name = "forecast accuracy", Good = GoodDirection.Up,
        Definition = "How near the forecast came to the amount won.", Formula = "1 - |forecast - actual| / actual", Policies = [.. Judging, "ForecastAccuracy"],
        Source = "https://knowledge.hubspot.com/forecast/track-the-accuracy-of-forecasts",
    });

    /// <summary>Forecast bias: forecast less won amount; above zero, too much was promised.</summary>
    /// <remarks>Unit: money. Formula: forecast - won amount.</remarks>
    public static Metric<Money> Bias { get; } = Errors.Bias.Described(new()
    {
        Id = "forecast.bias", Name = "forecast bias",
        Definition = "Forecast less amount won: above zero, too much was promised.", Formula = "forecast - actual", Policies = Judging,
        Source = "https://kpiexamples.operately.com/inventory-management/forecast-bias",
    });

    /// <summary>The bias as a share of the won amount.</summary>
    /// <remarks>Unit: ratio. Formula: (forecast - won amount) / won amount.</remarks>
    public static Metric<Ratio> RelativeBias { get; } = Errors.RelativeBias.Described(new()
    {
        Id = "forecast.relative-bias", Name = "relative forecast bias",
        Definition = "Forecast bias as a share of the amount won.", Formula = "(forecast - actual) / actual", Policies = Judging,
        Source = "https://kpidepot.com/kpi/forecast-bias",
    });

    /// <summary>MAPE: the mean of the errors of the period's months, each as a share of its month's won amount.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: mean of |forecast - won amount| / won amount over the months. Undefined when nothing was won in one of them;
    /// <see cref="Wape"/> is not.
    /// </remarks>
    public static Metric<Ratio> Mape { get; } = Series(Errors.Mape, "forecast.mape", GoodDirection.Down,
        "The mean error of the period's monthly forecasts, each as a share of its month's amount won.",
        "mean of |forecast - actual| / actual over the months", AccuracySource, "mean absolute percentage error");

    /// <summary>WAPE: the errors of the period's months as a share of what was won in them.</summary>
    /// <remarks>Unit: ratio. Formula: sum of |forecast - won amount| / sum of won amounts over the months.</remarks>
    public static Metric<Ratio> Wape { get; } = Series(Errors.Wape, "forecast.wape", GoodDirection.Down,
        "The errors of the period's monthly forecasts as a share of what was won in those months.",
        "sum of |forecast - actual| / sum of actual over the months", WapeSource, "weighted absolute percentage error");

    /// <summary>sMAPE in the variant from 0 to 2: the mean of 2 |forecast - actual| / (|forecast| + |actual|) over the period's months.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: mean of 2 x |forecast - won amount| / (|forecast| + |won amount|) over the months. The M4 competition prints it times 100;
    /// some packages leave out the 2 and end at 1.
    /// </remarks>
    public static Metric<Ratio> Smape { get; } = Series(Errors.Smape, "forecast.smape", GoodDirection.Down,
        "The mean error of the period's monthly forecasts, each as a share of the mean of forecast and amount won.",
        "mean of 2 x |forecast - actual| / (|forecast| + |actual|) over the months", AccuracySource, "symmetric mean absolute percentage error");

    /// <summary>The mean bias of the period's months, in which too high and too low cancel.</summary>
    /// <remarks>Unit: money. Formula: mean of forecast - won amount over the months.</remarks>
    public static Metric<Money> MeanBias { get; } = Series(Errors.MeanBias, "forecast.mean-bias", GoodDirection.Neutral,
        "The mean bias of the period's monthly forecasts.", "mean of forecast - actual over the months", MeanErrorSource, "mean error");

    /// <summary>MAE: the mean size of the errors of the period's months.</summary>
    /// <remarks>Unit: money. Formula: mean of |forecast - won amount| over the months.</remarks>
    public static Metric<Money> MeanAbsoluteError { get; } = Series(Errors.MeanAbsoluteError, "forecast.mean-absolute-error", GoodDirection.Down,
        "The mean size of the errors of the period's monthly forecasts.", "mean of |forecast - actual| over the months", AccuracySource, "MAE", "MAD");

    /// <summary>RMSE: the root of the mean squared error of the period's months.</summary>
    /// <remarks>Unit: money. Formula: root of the mean of (forecast - won amount) squared over the months.</remarks>
    public static Metric<Money> RootMeanSquaredError { get; } = Series(Errors.RootMeanSquaredError, "forecast.root-mean-squared-error", GoodDirection.Down,
        "The root of the mean squared error of the period's monthly forecasts.",
        "root of the mean of (forecast - actual) squared over the months", AccuracySource, "RMSE");

    /// <summary>The tracking signal: the sum of the biases of the period's months over their mean absolute error.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: sum of (forecast - won amount) / mean of |forecast - won amount| over the months. Between -n and n for n months; beyond 4
    /// either way the forecast is usually called biased. Undefined where every forecast was exact.
    /// </remarks>
    public static Metric<Ratio> TrackingSignal { get; } = Series(Errors.TrackingSignal, "forecast.tracking-signal", GoodDirection.Neutral,
        "The sum of the biases of the period's monthly forecasts in units of their mean absolute error.",
        "sum of (forecast - actual) / mean of |forecast - actual| over the months", "https://qammunity.org/5140786");

    /// <summary>MASE: the mean size of the errors of the period's months over what saying "as last month" was off by in the twelve months before.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: mean of |forecast - won amount| / mean of |won amount - that of the month before|, the latter in the twelve months before.
    /// Below 1 the forecast beats that. Undefined where the won amount never changed in those months. Other lengths: <see cref="ForecastErrors.Mase"/>.
    /// </remarks>
    public static Metric<Ratio> Mase { get; } = Series(Errors.Mase(trainingPeriods: 12), "forecast.mase", GoodDirection.Down,
        "The mean size of the errors of the period's monthly forecasts over the mean change of the amount won in the twelve months before.",
        "mean of |forecast - actual| / mean of |actual - actual of the month before|, the latter in the twelve months before",
        AccuracySource, "mean absolute scaled error");

    /// <summary>RMSSE: as <see cref="Mase"/>, of squared errors.</summary>
    /// <remarks>Unit: ratio. Formula: root of (mean of squared errors / mean of squared changes), the latter in the twelve months before.</remarks>
    public static Metric<Ratio> Rmsse { get; } = Series(Errors.Rmsse(trainingPeriods: 12), "forecast.rmsse", GoodDirection.Down,
        "The root mean squared error of the period's monthly forecasts over the root mean squared change of the amount won in the twelve months before.",
        "root of (mean of squared errors / mean of squared changes), the latter in the twelve months before",
        AccuracySource, "root mean squared scaled error");

    /// <summary>WAPE across owners: the errors of all owners' forecasts of the period as a share of what they won.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: sum of |forecast - won amount| / sum of won amounts over the owners. One owner's miss is not made good by another's
    /// surplus, as it is in <see cref="Accuracy"/>. Undefined where no forecast has an owner.
    /// </remarks>
    public static Metric<Ratio> OwnerWape { get; } = Series(
        Errors.Across(Dimensions.Owner).Wape.Named("WAPE across owners"), "forecast.owner-wape", GoodDirection.Down,
        "The errors of all owners' forecasts of the period as a share of what they won.",
        "sum of |forecast - actual| / sum of actual over the owners", WapeSource);

    /// <summary>The pinball loss of the P10 of the period, the low end of its range.</summary>
    /// <remarks>Unit: money. Formula: 0.1 x (won amount - forecast) where the forecast is lower, else 0.9 x (forecast - won amount).</remarks>
    public static Metric<Money> LowPinballLoss { get; } = OfQuantiles(PinballLoss(0.1m), "forecast.low-pinball-loss",
        "The pinball loss of the P10 forecast of the period.", "0.1 x (actual - forecast) where the forecast is lower, else 0.9 x (forecast - actual)");

    /// <summary>The pinball loss of the P90 of the period, the high end of its range.</summary>
    /// <remarks>Unit: money. Formula: 0.9 x (won amount - forecast) where the forecast is lower, else 0.1 x (forecast - won amount).</remarks>
    public static Metric<Money> HighPinballLoss { get; } = OfQuantiles(PinballLoss(0.9m), "forecast.high-pinball-loss",
        "The pinball loss of the P90 forecast of the period.", "0.9 x (actual - forecast) where the forecast is lower, else 0.1 x (forecast - actual)");

    /// <summary>The interval score (Winkler score) of the range from P10 to P90 of the period.</summary>
    /// <remarks>
    /// Unit: money. Formula: P90 - P10, + 10 x (P10 - won amount) where that is above zero, + 10 x (won amount - P90) where that is above zero.
    /// </remarks>
    public static Metric<Money> RangeScore { get; } = OfQuantiles(IntervalScore(0.8m), "forecast.interval-score",
        "The width of the period's range from P10 to P90, and ten times what the amount won lies outside it.",
        "P90 - P10, + 10 x (P10 - actual) where that is above zero, + 10 x (actual - P90) where that is above zero", "Winkler score");

    private static Metric<TUnit> Series<TUnit>(
        Metric<TUnit> metric, string id, GoodDirection good, string definition, string formula, string source, params ReadOnlySpan<string> synonyms)
        where TUnit : struct, IUnit<TUnit> => metric.Described(new()
        {
            Id = id, Name = metric.Name, Good = good, Definition = definition, Formula = formula, Policies = Judging, Source = source,
            Synonyms = ValueList.Create(synonyms),
        });

    private static Metric<Money> OfQuantiles(Metric<Money> metric, string id, string definition, string formula, params ReadOnlySpan<string> synonyms) =>
        metric.Described(new()
        {
            Id = id, Name = metric.Name, Good = GoodDirection.Down, Definition = definition, Formula = formula, Policies = ["ForecastDay", "Deals"],
            Source = "https://otexts.com/fpp3/distaccuracy.html", Synonyms = ValueList.Create(synonyms),
        });
}
