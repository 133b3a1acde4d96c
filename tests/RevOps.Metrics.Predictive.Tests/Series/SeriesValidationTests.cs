using System.Text.Json;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>docs/validation.md says of series what is computed now.</summary>
public class SeriesValidationTests
{
    private const string R = "R 4.2.2, forecast 8.20";

    [ReferenceFact]
    public void The_page_on_validation_has_the_numbers_of_today() => ValidationLine.Hold("Series", [.. Ets(), .. HoltWinters(), .. Baselines(), .. Textbook()]);

    private static IEnumerable<ValidationLine> Ets()
    {
        JsonElement expected = ReferenceSeries.Case("ets_state_space_linear.json").GetProperty("expected");
        foreach (object[] row in EtsReferenceTests.Cases)
        {
            (string series, string method, EtsForm form) = ((string)row[0], (string)row[1], EtsForm.Parse((string)row[2]));
            if (method == "ets_AAA") continue;
            JsonElement theirs = expected.GetProperty(series).GetProperty(method), ets = theirs.GetProperty("ets");
            EtsModel given = EtsModel.Fit(ReferenceSeries.Training(series), form, EtsReferenceTests.Given(ets)), found = EtsModel.Fit(ReferenceSeries.Training(series), form);
            string name = $"{series}, {form}";
            int last = theirs.Numbers("mean").Length;
            yield return new($"{name}, R's parameters: log-likelihood", R, ets.Number("loglik"), given.Report.LogLikelihood, "1e-9 relative");
            yield return new(
                $"{name}, R's parameters: upper end of 95 % at step {last}", R, theirs.GetProperty("upper")[1][last - 1].GetDouble(), given.Forecast(last)[last].IntervalAt(0.95)!.Value.Upper, "1e-9 relative");
            yield return new($"{name}, fitted: log-likelihood", R, ets.Number("loglik"), found.Report.LogLikelihood, "at most 1e-6 relative below");
        }
    }

    private static IEnumerable<ValidationLine> HoltWinters()
    {
        JsonElement expected = ReferenceSeries.Case("holtwinters_fixed_params.json").GetProperty("expected");
        foreach ((string name, string series, TrendForm trend, SeasonalForm seasonal) in new[]
        {
            ("AirPassengers_mult_fixed", "AirPassengers", TrendForm.Additive, SeasonalForm.Multiplicative),
            ("AirPassengers_add_fixed", "AirPassengers", TrendForm.Additive, SeasonalForm.Additive),
            ("Nile_ses_fixed", "Nile", TrendForm.None, SeasonalForm.None),
            ("WWWusage_holt_fixed", "WWWusage", TrendForm.Additive, SeasonalForm.None),
        })
        {
            JsonElement theirs = expected.GetProperty(name);
            double? Given(string parameter) => theirs.GetProperty(parameter) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
            ExponentialSmoothing ours = ExponentialSmoothing.Fit(
                ReferenceSeries.Training(series), trend, seasonal, new SmoothingOptions { Alpha = Given("alpha"), Beta = Given("beta"), Gamma = Given("gamma") });
            int last = theirs.Numbers("fit").Length;
            ForecastPoint point = ours.Forecast(last, intervals: HoltWintersIntervals.AsInR)[last];
            yield return new($"{series}, {ours.Name}: SSE", "R 4.2.2, HoltWinters", theirs.Number("SSE"), ours.SumOfSquaredErrors, "1e-9 relative");
            yield return new($"{series}, {ours.Name}: step {last}", "R 4.2.2, HoltWinters", theirs.Numbers("fit")[^1], point.Mean.OrThrow(), "1e-9 relative");
            yield return new($"{series}, {ours.Name}: upper end of 95 %", "R 4.2.2, HoltWinters", theirs.Numbers("upr")[^1], point.IntervalAt(0.95)!.Value.Upper, "1e-9 relative");
        }
    }

    private static IEnumerable<ValidationLine> Baselines()
    {
        JsonElement expected = ReferenceSeries.Case("baseline_forecasts_accuracy.json").GetProperty("expected");
        foreach (string series in new[] { "AirPassengers", "Nile" })
        {
            foreach ((string method, Func<TimeSeries, int, SeriesForecastOptions?, SeriesForecast> forecast) in new (string, Func<TimeSeries, int, SeriesForecastOptions?, SeriesForecast>)[]
            {
                ("naive", BaselineForecasts.Naive), ("snaive", BaselineForecasts.SeasonalNaive), ("drift", BaselineForecasts.Drift), ("mean", BaselineForecasts.Mean),
            })
            {
                JsonElement theirs = expected.GetProperty(series).GetProperty(method);
                int last = theirs.Numbers("mean").Length;
                SeriesForecast ours = forecast(ReferenceSeries.Training(series), last, null);
                yield return new(
                    $"{series}, {ours.Method}: upper end of 95 % at step {last}", R, theirs.GetProperty("upper")[1][last - 1].GetDouble(), ours[last].IntervalAt(0.95)!.Value.Upper, "1e-9 relative");
            }
        }
    }

    private static IEnumerable<ValidationLine> Textbook()
    {
        JsonElement root = ReferenceSeries.Case("worked_textbook_forecast.json");
        double[] y = root.GetProperty("inputs").GetProperty("ses").Numbers("y");
        ExponentialSmoothing ours = ExponentialSmoothing.Fit(new TimeSeries(y), given: new SmoothingOptions { Alpha = 0.3, Start = new SmoothingState(y[0]) });
        yield return new(
            "a textbook's SES, alpha 0.3: the eleventh period", "http://www.wongsteve.com/Exponential_Smoothing.htm (exact; 65.42 is printed)",
            root.GetProperty("expected").GetProperty("ses").GetProperty("exact").Number("f11"), ours.Forecast(1)[1].Mean.OrThrow(), "1e-9 relative");
    }
}
