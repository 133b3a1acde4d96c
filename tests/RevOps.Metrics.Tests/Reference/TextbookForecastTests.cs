using System.Text.Json;
using static RevOps.Metrics.Formulas;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Worked textbook examples of tracking signals and of the errors of given forecasts.</summary>
/// <remarks>How exponential smoothing makes the forecasts, and its forecast of an eleventh period, is another matter.</remarks>
public sealed class TextbookForecastTests
{
    private const decimal Tolerance = 1e-9m;

    [ReferenceFact]
    public void The_tracking_signal_grows_period_by_period()
    {
        JsonElement inputs = Part("inputs", "ts"), expected = Part("expected", "ts");
        decimal[] forecasts = Numbers(inputs.GetProperty("forecast")), actuals = Numbers(inputs.GetProperty("actual"));
        for (int n = 1; n <= actuals.Length; n++)
        {
            decimal[] soFar = forecasts[..n], came = actuals[..n];
            // The textbook's sign is that of actual - forecast.
            Same(expected.GetProperty("rsfe")[n - 1], -MeanForecastBias(soFar, came) * n);
            Same(expected.GetProperty("mad")[n - 1], MeanAbsoluteError(soFar, came));
            Same(expected.GetProperty("tracking_signal")[n - 1], -TrackingSignal(soFar, came));
        }
    }

    [ReferenceFact]
    public void The_errors_of_smoothed_forecasts_leave_out_the_first_period_which_has_none()
    {
        JsonElement exact = Part("expected", "ses").GetProperty("exact");
        decimal[] forecasts = Numbers(exact.GetProperty("forecasts"))[1..], actuals = Numbers(Part("inputs", "ses").GetProperty("y"))[1..];
        Same(exact.GetProperty("bias"), -MeanForecastBias(forecasts, actuals));
        Same(exact.GetProperty("mad"), MeanAbsoluteError(forecasts, actuals));
        Same(exact.GetProperty("mape_pct"), 100m * MeanAbsolutePercentageError(forecasts, actuals));
        Same(exact.GetProperty("mse"), MeanSquaredError(forecasts, actuals));

        JsonElement printed = Part("expected", "ses").GetProperty("printed");
        Assert.Equal(printed.GetProperty("bias").GetDecimal(), decimal.Round(-MeanForecastBias(forecasts, actuals)!.Value, 2));
        Assert.Equal(printed.GetProperty("mad").GetDecimal(), decimal.Round(MeanAbsoluteError(forecasts, actuals)!.Value, 2));
        Assert.Equal(printed.GetProperty("mape_pct").GetDecimal(), decimal.Round(100m * MeanAbsolutePercentageError(forecasts, actuals)!.Value, 2));
        Assert.Equal(printed.GetProperty("mse").GetDecimal(), decimal.Round(MeanSquaredError(forecasts, actuals)!.Value, 1));
    }

    private static JsonElement Part(string part, string example)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(ReferenceFolder.Case("worked_textbook_forecast.json")));
        return file.RootElement.GetProperty(part).GetProperty(example).Clone();
    }

    private static decimal[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetDecimal())];

    private static void Same(JsonElement expected, decimal? computed) =>
        Assert.InRange(Assert.NotNull(computed), expected.GetDecimal() - Tolerance, expected.GetDecimal() + Tolerance);
}
