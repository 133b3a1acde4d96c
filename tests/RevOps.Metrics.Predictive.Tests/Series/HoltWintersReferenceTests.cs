using System.Text.Json;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Classical smoothing at fixed parameters beside R's HoltWinters, as reference/holtwinters_fixed_params.json holds it.</summary>
public class HoltWintersReferenceTests
{
    [ReferenceTheory]
    [InlineData("AirPassengers_mult_fixed", "AirPassengers", TrendForm.Additive, SeasonalForm.Multiplicative)]
    [InlineData("AirPassengers_add_fixed", "AirPassengers", TrendForm.Additive, SeasonalForm.Additive)]
    [InlineData("Nile_ses_fixed", "Nile", TrendForm.None, SeasonalForm.None)]
    [InlineData("WWWusage_holt_fixed", "WWWusage", TrendForm.Additive, SeasonalForm.None)]
    public void Everything_is_as_in_R(string name, string series, TrendForm trend, SeasonalForm seasonal)
    {
        JsonElement expected = ReferenceSeries.Case("holtwinters_fixed_params.json").GetProperty("expected").GetProperty(name);
        double? Given(string parameter) => expected.GetProperty(parameter) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
        SmoothingOptions given = new() { Alpha = Given("alpha"), Beta = Given("beta"), Gamma = Given("gamma") };

        ExponentialSmoothing smoothing = ExponentialSmoothing.Fit(ReferenceSeries.Training(series), trend, seasonal, given);

        ReferenceSeries.Near(expected.Number("SSE"), smoothing.SumOfSquaredErrors, 1e-9);
        JsonElement end = expected.GetProperty("coefficients");
        ReferenceSeries.Near(end.Number("a"), smoothing.End.Level, 1e-9);
        if (trend != TrendForm.None) ReferenceSeries.Near(end.Number("b"), smoothing.End.Trend!.Value, 1e-9);
        for (int k = 0; k < smoothing.End.Seasonal.Count; k++) ReferenceSeries.Near(end.Number($"s{k + 1}"), smoothing.End.Seasonal[k], 1e-9);
        double[] fitted = [.. smoothing.Fitted.Where(value => value.IsDefined).Select(value => value.OrThrow())];
        ReferenceSeries.Near(expected.Numbers("fitted_first6"), fitted[..6], 1e-9);
        ReferenceSeries.Near(expected.Numbers("fitted_last3"), fitted[^3..], 1e-9);
        SeriesForecast forecast = smoothing.Forecast(expected.Numbers("fit").Length, intervals: HoltWintersIntervals.AsInR);
        ReferenceSeries.Near(expected.Numbers("fit"), forecast.Points.Select(point => point.Mean.OrThrow()), 1e-9);
        ReferenceSeries.Near(expected.Numbers("upr"), forecast.Points.Select(point => point.IntervalAt(0.95)!.Value.Upper), 1e-9);
        ReferenceSeries.Near(expected.Numbers("lwr"), forecast.Points.Select(point => point.IntervalAt(0.95)!.Value.Lower), 1e-9);
    }

    [ReferenceFact]
    public void The_textbook_gets_its_own_forecasts_and_errors()
    {
        JsonElement root = ReferenceSeries.Case("worked_textbook_forecast.json"), exact = root.GetProperty("expected").GetProperty("ses").GetProperty("exact");
        double[] y = root.GetProperty("inputs").GetProperty("ses").Numbers("y");
        ExponentialSmoothing smoothing = ExponentialSmoothing.Fit(new TimeSeries(y), given: new SmoothingOptions { Alpha = 0.3, Start = new SmoothingState(y[0]) });

        double[] fitted = [.. smoothing.Fitted.Select(value => value.OrThrow())];
        ReferenceSeries.Near(exact.Numbers("forecasts"), fitted, 1e-9);
        ReferenceSeries.Near(exact.Number("f11"), smoothing.Forecast(1)[1].Mean.OrThrow(), 1e-9);
        decimal[] forecasts = [.. fitted[1..].Select(value => (decimal)value)], actuals = [.. y[1..].Select(value => (decimal)value)];
        ReferenceSeries.Near(-exact.Number("bias"), (double)Formulas.MeanForecastBias(forecasts, actuals)!.Value, 1e-9);
        ReferenceSeries.Near(exact.Number("mad"), (double)Formulas.MeanAbsoluteError(forecasts, actuals)!.Value, 1e-9);
        ReferenceSeries.Near(exact.Number("mse"), (double)Formulas.MeanSquaredError(forecasts, actuals)!.Value, 1e-9);
        ReferenceSeries.Near(exact.Number("mape_pct"), 100 * (double)Formulas.MeanAbsolutePercentageError(forecasts, actuals)!.Value, 1e-9);
    }
}
