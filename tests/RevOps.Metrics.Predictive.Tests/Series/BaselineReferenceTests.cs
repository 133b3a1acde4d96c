using System.Text.Json;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>The simple methods beside R's forecast 8.20, as reference/baseline_forecasts_accuracy.json holds them.</summary>
public class BaselineReferenceTests
{
    [ReferenceFact]
    public void Every_series_of_the_file_that_has_its_data_is_tested()
    {
        string[] inFile = [.. ReferenceSeries.Case("baseline_forecasts_accuracy.json").GetProperty("expected").EnumerateObject().Select(series => series.Name)];
        Assert.Equal(["AirPassengers", "Nile"], inFile.Where(name => File.Exists(ReferenceFolder.Data($"timeseries/{name}.csv"))));
    }

    [ReferenceTheory]
    [InlineData("AirPassengers")]
    [InlineData("Nile")]
    public void Forecasts_ranges_and_errors_are_as_in_R(string name)
    {
        JsonElement expected = ReferenceSeries.Case("baseline_forecasts_accuracy.json").GetProperty("expected").GetProperty(name);
        TimeSeries training = ReferenceSeries.Training(name);
        double[] actuals = ReferenceSeries.Test(name);
        foreach (JsonProperty method in expected.EnumerateObject())
        {
            SeriesForecast forecast = method.Name switch
            {
                "naive" => BaselineForecasts.Naive(training, actuals.Length),
                "snaive" => BaselineForecasts.SeasonalNaive(training, actuals.Length),
                "drift" => BaselineForecasts.Drift(training, actuals.Length),
                _ => BaselineForecasts.Mean(training, actuals.Length),
            };
            ReferenceSeries.SameForecast(method.Value, forecast, 1e-9);

            ReferenceSeries.SameAccuracy(method.Value.GetProperty("accuracy"), training, forecast, actuals);

            // The whole judgement, through a backtest of one origin.
            TimeSeries whole = new([.. training.Values, .. actuals.Select(value => (double?)value)], training.SeasonLength);
            Backtest backtest = Backtest.Run(whole, (_, _) => forecast, new BacktestOptions { MinimumHistory = training.Count, Horizon = actuals.Length, Every = actuals.Length });
            BacktestScore score = backtest.Score();
            JsonElement extra = method.Value.GetProperty("extra"), test = method.Value.GetProperty("accuracy").GetProperty("test");
            Near(extra, "bias_mean_fc_minus_actual", score.Bias);
            Near(extra, "mad", score.MeanAbsoluteError);
            Near(test, "RMSE", score.RootMeanSquaredError);
            Near(extra, "wape", score.Wape);
            Near(extra, "mase_seasonal", score.Mase);
            Near(extra, "rmsse_seasonal", score.Rmsse);
            ReferenceSeries.Near(extra.Number("smape_m4_pct") / 100, score.Smape.OrThrow(), 1e-9);
            foreach (BacktestRange range in score.Ranges)
            {
                string level = range.Level.Equals(0.8) ? "80" : "95";
                Near(extra, $"coverage_{level}", range.Coverage);
                Near(extra, $"winkler_{level}", range.IntervalScore);
                Near(extra, $"msis_{level}", range.ScaledIntervalScore);
                Near(extra, level == "80" ? "pinball_q0.1" : "pinball_q0.025", range.LowerPinballLoss);
                Near(extra, level == "80" ? "pinball_q0.9" : "pinball_q0.975", range.UpperPinballLoss);
            }
        }
    }

    private static void Near(JsonElement element, string name, Estimate actual) => ReferenceSeries.Near(element.Number(name), actual.OrThrow(), 1e-9);
}
