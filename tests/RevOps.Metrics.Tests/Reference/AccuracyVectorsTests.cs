using System.Text.Json;
using static RevOps.Metrics.Formulas;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Forecast errors against R's <c>accuracy()</c> and sktime, on small vectors.</summary>
public sealed class AccuracyVectorsTests
{
    private const decimal Tolerance = 1e-12m;

    [ReferenceFact]
    public void Mean_absolute_percentage_error_is_a_hundredth_of_what_R_prints()
    {
        (decimal[] forecasts, decimal[] actuals, JsonElement expected) = Read("r", "forecast", "actual");
        Same(expected.GetProperty("MAPE").GetDecimal(), 100m * MeanAbsolutePercentageError(forecasts, actuals));
    }

    [ReferenceFact]
    public void Bias_has_the_other_sign_than_the_mean_error_of_R()
    {
        (decimal[] forecasts, decimal[] actuals, JsonElement expected) = Read("r", "forecast", "actual");
        Same(-expected.GetProperty("ME").GetDecimal(), forecasts.Zip(actuals, ForecastBias).Average());
        Same(-expected.GetProperty("MPE").GetDecimal(), 100m * forecasts.Zip(actuals, RelativeForecastBias).Average());
    }

    [ReferenceFact]
    public void Weighted_error_is_the_mean_absolute_error_over_the_mean_actual()
    {
        (decimal[] forecasts, decimal[] actuals, JsonElement expected) = Read("r", "forecast", "actual");
        Same(expected.GetProperty("MAE").GetDecimal(), WeightedAbsolutePercentageError(forecasts, actuals) * actuals.Average());
    }

    [ReferenceFact]
    public void A_negative_actual_is_measured_by_its_size_as_in_sktime()
    {
        (decimal[] forecasts, decimal[] actuals, JsonElement expected) = Read("sktime", "y_pred", "y_true");
        Same(expected.GetProperty("MAPE").GetDecimal(), MeanAbsolutePercentageError(forecasts, actuals));
    }

    private static (decimal[] Forecasts, decimal[] Actuals, JsonElement Expected) Read(string vectors, string forecasts, string actuals)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(ReferenceFolder.Case("accuracy_vectors.json")));
        JsonElement root = file.RootElement.Clone();
        JsonElement inputs = root.GetProperty("inputs").GetProperty(vectors);
        JsonElement expected = root.GetProperty("expected").GetProperty(vectors);
        return (Numbers(inputs.GetProperty(forecasts)), Numbers(inputs.GetProperty(actuals)), expected);
    }

    private static decimal[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetDecimal())];

    private static void Same(decimal expected, decimal? computed) =>
        Assert.InRange(Assert.NotNull(computed), expected - Tolerance, expected + Tolerance);
}
