using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

public sealed partial class FormulasTests
{
    private static readonly Gen<(decimal[] Forecasts, decimal[] Actuals)> Judged =
        from pairs in (from forecast in SignedAmounts from actual in SignedAmounts select (Forecast: forecast, Actual: actual)).NonEmptyListOf()
        select (pairs.Select(pair => pair.Forecast).ToArray(), pairs.Select(pair => pair.Actual).ToArray());

    private static Gen<decimal> SignedAmounts => Gen.Choose(-1_000, 100_000).Select(cents => cents / 100m);

    [Fact]
    public void Errors_of_a_series_computed_by_hand()
    {
        decimal[] forecasts = [200m, 160m, 100m], actuals = [200m, 100m, 130m];
        Assert.Equal(10m, Formulas.MeanForecastBias(forecasts, actuals));
        Assert.Equal(30m, Formulas.MeanAbsoluteError(forecasts, actuals));
        Assert.Equal(1500m, Formulas.MeanSquaredError(forecasts, actuals));
        Assert.Equal(1m, Formulas.TrackingSignal(forecasts, actuals));
        Assert.Equal(0.5m, Formulas.MeanRelativeForecastBias([15m, 50m], [10m, 100m]) + 0.5m);
        Assert.Equal(0.6m, Formulas.MedianAbsolutePercentageError([16m, 100m, 0m], [10m, 100m, 7m]));
        Assert.Equal(5m, Formulas.RootMeanSquaredError([1m, 7m], [2m, 0m]));
        Assert.Equal(1.5m, Formulas.MeanAbsoluteScaledError([13m], [10m], training: [1m, 3m, 5m]));
        Assert.Equal(0.75m, Formulas.MeanAbsoluteScaledError([13m], [10m], training: [1m, 3m, 5m], seasonLength: 2));
        Assert.Equal(2m, Formulas.SymmetricMeanAbsolutePercentageError([0m, 5m], [3m, 0m]));
        Assert.Equal(0m, Formulas.SymmetricMeanAbsolutePercentageError([0m], [0m]));
    }

    [Fact]
    public void Ranges_computed_by_hand()
    {
        Assert.Equal(9m, Formulas.PinballLoss([60m], [150m], 0.1m));
        Assert.Equal(81m, Formulas.PinballLoss([150m], [60m], 0.1m));
        Assert.Equal(270m, Formulas.IntervalScore([60m], [130m], [150m], 0.8m));
        Assert.Equal(70m, Formulas.IntervalScore([60m], [130m], [130m], 0.8m));
        Assert.Equal(170m, Formulas.IntervalScore([60m], [130m], [50m], 0.8m));
        Assert.Equal(0.5m, Formulas.IntervalCoverage([60m, 60m], [130m, 130m], [60m, 131m]));
        Assert.Equal(35m, Formulas.MeanScaledIntervalScore([60m], [130m], [130m], 0.8m, training: [1m, 3m]));
    }

    [Fact]
    public void Accuracy_has_three_bases()
    {
        Assert.Equal(-1.5m, Formulas.ForecastAccuracy(forecast: 350m, actual: 100m, ForecastAccuracyBasis.Actual));
        Assert.Equal(0m, Formulas.ForecastAccuracy(forecast: 350m, actual: 100m, ForecastAccuracyBasis.ActualClamped));
        Assert.Equal(0.4m, Formulas.ForecastAccuracy(forecast: 250m, actual: 100m, ForecastAccuracyBasis.Forecast));
        Assert.Null(Formulas.ForecastAccuracy(forecast: 0m, actual: 100m, ForecastAccuracyBasis.Forecast));
        Assert.Null(Formulas.ForecastAccuracy(forecast: 100m, actual: 0m, ForecastAccuracyBasis.ActualClamped));
    }

    [Fact]
    public void A_perfect_forecast_has_no_error() => Law.Holds(Judged, series =>
    {
        (_, decimal[] actuals) = series;
        return Formulas.MeanForecastBias(actuals, actuals) == 0m && Formulas.MeanAbsoluteError(actuals, actuals) == 0m
            && Formulas.RootMeanSquaredError(actuals, actuals) == 0m && Formulas.SymmetricMeanAbsolutePercentageError(actuals, actuals) == 0m
            && Formulas.PinballLoss(actuals, actuals, 0.3m) == 0m && Formulas.IntervalScore(actuals, actuals, actuals, 0.8m) == 0m
            && Formulas.IntervalCoverage(actuals, actuals, actuals) == 1m && Formulas.LinexLoss(actuals, actuals, 0.2m) == 0m
            && Formulas.TrackingSignal(actuals, actuals) is null && Formulas.WeightedAbsolutePercentageError(actuals, actuals) is null or 0m
            && Formulas.MeanAbsolutePercentageError(actuals, actuals) is null or 0m
            && actuals.All(actual => Formulas.ForecastAccuracy(actual, actual) is null or 1m);
    });

    [Fact]
    public void Errors_have_the_bounds_they_are_known_for() => Law.Holds(Judged, series =>
    {
        (decimal[] forecasts, decimal[] actuals) = series;
        decimal bias = Formulas.MeanForecastBias(forecasts, actuals)!.Value, size = Formulas.MeanAbsoluteError(forecasts, actuals)!.Value;
        return Math.Abs(bias) <= size && size <= Formulas.RootMeanSquaredError(forecasts, actuals) + 1e-20m
            && Formulas.WeightedAbsolutePercentageError(forecasts, actuals) is null or >= 0m
            && Formulas.SymmetricMeanAbsolutePercentageError(forecasts, actuals) is >= 0m and <= 2m
            && Math.Abs(Formulas.TrackingSignal(forecasts, actuals) ?? 0m) <= actuals.Length + 1e-20m
            && Formulas.LinexLoss(forecasts, actuals, 0.01m) >= 0m;
    });

    [Fact]
    public void A_naive_forecast_over_its_own_training_has_the_scaled_error_of_one() => Law.Holds(
        from training in SignedAmounts.ListOf()
        from season in Gen.Choose(1, 4)
        select (Training: training.ToArray(), Season: season),
        c =>
        {
            decimal[] forecasts = [.. c.Training.SkipLast(c.Season)], actuals = [.. c.Training.Skip(c.Season)];
            if (forecasts.SequenceEqual(actuals)) return Formulas.MeanAbsoluteScaledError(forecasts, actuals, c.Training, c.Season) is null;
            return Near(1m, Formulas.MeanAbsoluteScaledError(forecasts, actuals, c.Training, c.Season))
                && Near(1m, Formulas.RootMeanSquaredScaledError(forecasts, actuals, c.Training, c.Season));
        });

    [Fact]
    public void The_pinball_loss_of_the_median_is_half_the_absolute_error() => Law.Holds(Judged, series =>
        Near(Formulas.MeanAbsoluteError(series.Forecasts, series.Actuals) / 2m, Formulas.PinballLoss(series.Forecasts, series.Actuals, 0.5m)));

    [Fact]
    public void An_interval_score_is_made_of_the_pinball_losses_of_its_ends() => Law.Holds(
        from series in Judged
        from widths in Gen.Choose(0, 100).ArrayOf(series.Actuals.Length)
        from percent in Gen.Choose(1, 99)
        select (Lower: series.Forecasts, Upper: series.Forecasts.Zip(widths, (lower, width) => lower + width).ToArray(), series.Actuals, Share: percent / 100m),
        c =>
        {
            decimal outside = (1m - c.Share) / 2m;
            return Near(
                Formulas.IntervalScore(c.Lower, c.Upper, c.Actuals, c.Share),
                (Formulas.PinballLoss(c.Lower, c.Actuals, outside) + Formulas.PinballLoss(c.Upper, c.Actuals, 1m - outside)) / outside);
        });

    [Fact]
    public void An_error_without_a_forecast_or_a_scale_is_undefined()
    {
        Assert.Null(Formulas.MeanForecastBias([], []));
        Assert.Null(Formulas.MeanAbsoluteError([], []));
        Assert.Null(Formulas.RootMeanSquaredError([], []));
        Assert.Null(Formulas.SymmetricMeanAbsolutePercentageError([], []));
        Assert.Null(Formulas.TrackingSignal([], []));
        Assert.Null(Formulas.MeanRelativeForecastBias([1m], [0m]));
        Assert.Null(Formulas.MedianAbsolutePercentageError([1m], [0m]));
        Assert.Null(Formulas.MeanAbsoluteScaledError([1m], [2m], training: [5m]));
        Assert.Null(Formulas.MeanAbsoluteScaledError([1m], [2m], training: [5m, 5m]));
        Assert.Null(Formulas.RootMeanSquaredScaledError([], [], training: [5m, 6m]));
        Assert.Null(Formulas.TheilsU([1m], [2m]));
        Assert.Null(Formulas.TheilsU([1m, 2m], [0m, 2m]));
        Assert.Null(Formulas.ErrorAutocorrelation([1m, 2m], [1m, 2m]));
        Assert.Null(Formulas.PinballLoss([], [], 0.1m));
        Assert.Null(Formulas.IntervalScore([], [], [], 0.8m));
        Assert.Null(Formulas.IntervalCoverage([], [], []));
        Assert.Null(Formulas.LinexLoss([], [], 0.2m));
    }

    [Fact]
    public void A_quantile_season_or_list_that_cannot_be_meant_is_refused()
    {
        Assert.Contains("write P10 as 0.1", Refuses("quantile", () => Formulas.PinballLoss([1m], [1m], quantile: 10m)), StringComparison.Ordinal);
        Refuses("share", () => Formulas.IntervalScore([1m], [1m], [1m], share: 1m));
        Refuses("seasonLength", () => Formulas.MeanAbsoluteScaledError([1m], [1m], [1m, 2m], seasonLength: 0));
        Refuses("asymmetry", () => Formulas.LinexLoss([1m], [1m], asymmetry: 0m));
        Assert.Throws<ArgumentException>(() => Formulas.MeanForecastBias([1m], []));
        Assert.Throws<ArgumentException>(() => Formulas.IntervalCoverage([1m], [1m, 2m], [1m]));
    }
}
