using System.Globalization;
using System.Text.Json;
using static RevOps.Metrics.Formulas;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Forecast errors against R's <c>accuracy()</c>, sktime and utilsforecast, on small vectors: every figure of the file.</summary>
public sealed class AccuracyVectorsTests
{
    private const decimal Tolerance = 1e-12m;

    [ReferenceFact]
    public void Errors_are_those_of_R_with_the_other_sign_and_as_fractions()
    {
        (decimal[] forecasts, decimal[] actuals) = Series("r", "forecast", "actual");
        All("r", new()
        {
            ["ME"] = -MeanForecastBias(forecasts, actuals),
            ["RMSE"] = RootMeanSquaredError(forecasts, actuals),
            ["MAE"] = MeanAbsoluteError(forecasts, actuals),
            ["MPE"] = -100m * MeanRelativeForecastBias(forecasts, actuals),
            ["MAPE"] = 100m * MeanAbsolutePercentageError(forecasts, actuals),
        });
        Same(Expected("r").GetProperty("MAE").GetDecimal(), WeightedAbsolutePercentageError(forecasts, actuals) * actuals.Average());
    }

    [ReferenceFact]
    public void Errors_are_those_of_sktime()
    {
        (decimal[] forecasts, decimal[] actuals) = Series("sktime", "y_pred", "y_true");
        decimal[] training = Numbers(Inputs("sktime").GetProperty("y_train"));
        All("sktime", new()
        {
            ["MAE"] = MeanAbsoluteError(forecasts, actuals),
            ["MSE"] = MeanSquaredError(forecasts, actuals),
            ["RMSE"] = RootMeanSquaredError(forecasts, actuals),
            ["MAPE"] = MeanAbsolutePercentageError(forecasts, actuals),
            ["sMAPE_0_2"] = SymmetricMeanAbsolutePercentageError(forecasts, actuals),
            ["MASE"] = MeanAbsoluteScaledError(forecasts, actuals, training),
            ["RMSSE"] = RootMeanSquaredScaledError(forecasts, actuals, training),
            ["MdASE_first4"] = MedianAbsoluteScaledError(forecasts[..4], actuals[..4], training),
            ["RMdSSE"] = RootMedianSquaredScaledError(forecasts, actuals, training),
            // Its sides are those of actual - forecast: what is left of zero is a forecast that is too high.
            ["asymmetric_left_abs_right_sq"] = MeanAsymmetricError(forecasts, actuals, tooHigh: size => size, tooLow: size => size * size),
            ["asymmetric_default"] = MeanAsymmetricError(forecasts, actuals, tooHigh: size => size * size, tooLow: size => size),
        });
    }

    [ReferenceFact]
    public void A_season_is_so_many_periods_back()
    {
        (decimal[] forecasts, decimal[] actuals) = Series("seasonal", "y_pred", "y_true");
        Assert.Equal("1..24", Inputs("seasonal").GetProperty("y_train").GetString());
        decimal[] training = [.. Enumerable.Range(1, 24).Select(n => (decimal)n)];
        All("seasonal", new() { ["MASE"] = MeanAbsoluteScaledError(forecasts, actuals, training, Inputs("seasonal").GetProperty("sp").GetInt32()) });
    }

    [ReferenceFact]
    public void Pinball_losses_and_linex_are_those_of_utilsforecast()
    {
        JsonElement inputs = Inputs("pinball");
        decimal[] actuals = Numbers(inputs.GetProperty("y"));
        foreach (JsonProperty side in Expected("pinball").EnumerateObject())
        {
            foreach (JsonProperty quantile in side.Value.EnumerateObject())
            {
                Same(quantile.Value.GetDecimal(), PinballLoss(Numbers(inputs.GetProperty(side.Name)), actuals, decimal.Parse(quantile.Name, CultureInfo.InvariantCulture)));
            }
        }

        (decimal[] forecasts, decimal[] came) = Series("linex", "yhat", "y");
        Same(Expected("linex").GetDecimal(), LinexLoss(forecasts, came, Inputs("linex").GetProperty("a").GetDecimal()));
    }

    private static void All(string vectors, Dictionary<string, decimal?> computed)
    {
        Assert.Equal(Expected(vectors).EnumerateObject().Select(figure => figure.Name).Order(StringComparer.Ordinal), computed.Keys.Order(StringComparer.Ordinal));
        foreach (JsonProperty figure in Expected(vectors).EnumerateObject()) Same(figure.Value.GetDecimal(), computed[figure.Name]);
    }

    private static (decimal[] Forecasts, decimal[] Actuals) Series(string vectors, string forecasts, string actuals) =>
        (Numbers(Inputs(vectors).GetProperty(forecasts)), Numbers(Inputs(vectors).GetProperty(actuals)));

    private static JsonElement Inputs(string vectors) => Part("inputs", vectors);

    private static JsonElement Expected(string vectors) => Part("expected", vectors);

    private static JsonElement Part(string part, string vectors)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(ReferenceFolder.Case("accuracy_vectors.json")));
        return file.RootElement.GetProperty(part).GetProperty(vectors).Clone();
    }

    private static decimal[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetDecimal())];

    private static void Same(decimal expected, decimal? computed) =>
        Assert.InRange(Assert.NotNull(computed), expected - Tolerance, expected + Tolerance);
}
