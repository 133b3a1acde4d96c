using System.Globalization;
using System.Text.Json;
using static RevOps.Metrics.Formulas;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>The errors of naive forecasts of known series against R's <c>accuracy()</c> and others: every figure of the accuracy part, of the forecasts given.</summary>
/// <remarks>How the forecasts and their ranges are made is another matter. The file's third series, UKgas, is not among the data.</remarks>
public sealed class BaselineForecastsTests
{
    private static readonly Dictionary<string, (int Test, int Season)> Splits = new(StringComparer.Ordinal) { ["AirPassengers"] = (12, 12), ["Nile"] = (10, 1) };

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string series in Splits.Keys)
            {
                foreach (string method in (string[])["naive", "snaive", "mean", "drift"]) cases.Add(series, method);
            }

            return cases;
        }
    }

    [ReferenceFact]
    public void Every_series_of_the_data_is_asked()
    {
        using JsonDocument file = Read();
        string[] given = [.. file.RootElement.GetProperty("expected").EnumerateObject().Select(series => series.Name).Where(name => File.Exists(PathOf(name)))];
        Assert.Equal(Splits.Keys.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }

    [ReferenceTheory]
    [MemberData(nameof(Cases))]
    public void The_errors_of_the_test_periods_are_those_of_R(string series, string method)
    {
        JsonElement expected = Expected(series, method);
        (decimal[] training, decimal[] actuals, int season) = Split(series);
        decimal[] forecasts = Numbers(expected.GetProperty("mean"));
        All(expected.GetProperty("accuracy").GetProperty("test"), Accuracy(forecasts, actuals, training, season, TheilsU(forecasts, actuals)));
    }

    [ReferenceTheory]
    [MemberData(nameof(Cases))]
    public void The_errors_within_the_training_are_those_of_R(string series, string method)
    {
        (decimal[] training, _, int season) = Split(series);
        int first = method switch { "mean" => 0, "snaive" => season, _ => 1 };
        decimal slope = (training[^1] - training[0]) / (training.Length - 1);
        decimal[] actuals = training[first..];
        decimal[] forecasts = [.. actuals.Select((_, i) => method switch
        {
            "mean" => training.Average(),
            "drift" => training[i] + slope,
            _ => training[i],
        })];
        All(Expected(series, method).GetProperty("accuracy").GetProperty("train"), Accuracy(forecasts, actuals, training, season, theilsU: null));
    }

    [ReferenceTheory]
    [MemberData(nameof(Cases))]
    public void The_other_measures_are_those_of_the_file(string series, string method)
    {
        JsonElement expected = Expected(series, method);
        (decimal[] training, decimal[] actuals, int season) = Split(series);
        decimal[] forecasts = Numbers(expected.GetProperty("mean"));
        Dictionary<string, decimal?> computed = new()
        {
            ["bias_mean_fc_minus_actual"] = MeanForecastBias(forecasts, actuals),
            ["cfe_actual_minus_fc"] = -MeanForecastBias(forecasts, actuals) * actuals.Length,
            ["mad"] = MeanAbsoluteError(forecasts, actuals),
            ["tracking_signal"] = -TrackingSignal(forecasts, actuals),
            ["mape_pct"] = 100m * MeanAbsolutePercentageError(forecasts, actuals),
            ["smape_m4_pct"] = 100m * SymmetricMeanAbsolutePercentageError(forecasts, actuals),
            ["smape_0_1_utilsforecast"] = SymmetricMeanAbsolutePercentageError(forecasts, actuals) / 2m,
            ["wape"] = WeightedAbsolutePercentageError(forecasts, actuals),
            ["mase_m1"] = MeanAbsoluteScaledError(forecasts, actuals, training),
            ["mase_seasonal"] = MeanAbsoluteScaledError(forecasts, actuals, training, season),
            ["rmsse_m1"] = RootMeanSquaredScaledError(forecasts, actuals, training),
            ["rmsse_seasonal"] = RootMeanSquaredScaledError(forecasts, actuals, training, season),
            ["mdape_pct"] = 100m * MedianAbsolutePercentageError(forecasts, actuals),
        };
        for (int i = 0; i < 2; i++)
        {
            int level = expected.GetProperty("level")[i].GetInt32();
            decimal share = level / 100m, outside = (1m - share) / 2m;
            decimal[] lower = Numbers(expected.GetProperty("lower")[i]), upper = Numbers(expected.GetProperty("upper")[i]);
            computed[$"winkler_{level}"] = IntervalScore(lower, upper, actuals, share);
            computed[$"msis_{level}"] = MeanScaledIntervalScore(lower, upper, actuals, share, training, season);
            computed[$"coverage_{level}"] = IntervalCoverage(lower, upper, actuals);
            computed[string.Create(CultureInfo.InvariantCulture, $"pinball_q{outside:0.###}")] = PinballLoss(lower, actuals, outside);
            computed[string.Create(CultureInfo.InvariantCulture, $"pinball_q{1m - outside:0.###}")] = PinballLoss(upper, actuals, 1m - outside);
        }

        All(expected.GetProperty("extra"), computed);
    }

    private static Dictionary<string, decimal?> Accuracy(decimal[] forecasts, decimal[] actuals, decimal[] training, int season, decimal? theilsU) => new()
    {
        ["ME"] = -MeanForecastBias(forecasts, actuals),
        ["RMSE"] = RootMeanSquaredError(forecasts, actuals),
        ["MAE"] = MeanAbsoluteError(forecasts, actuals),
        ["MPE"] = -100m * MeanRelativeForecastBias(forecasts, actuals),
        ["MAPE"] = 100m * MeanAbsolutePercentageError(forecasts, actuals),
        ["MASE"] = MeanAbsoluteScaledError(forecasts, actuals, training, season),
        ["ACF1"] = ErrorAutocorrelation(forecasts, actuals),
        ["Theil's U"] = theilsU,
    };

    private static void All(JsonElement expected, Dictionary<string, decimal?> computed)
    {
        Assert.Equal(expected.EnumerateObject().Select(figure => figure.Name).Order(StringComparer.Ordinal), computed.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected.EnumerateObject(), figure =>
        {
            if (figure.Value.ValueKind == JsonValueKind.Null)
            {
                Assert.Null(computed[figure.Name]);
                return;
            }

            decimal number = (decimal)figure.Value.GetDouble(), tolerance = 1e-9m * Math.Max(1m, Math.Abs(number));
            Assert.InRange(Assert.NotNull(computed[figure.Name]), number - tolerance, number + tolerance);
        });
    }

    private static (decimal[] Training, decimal[] Actuals, int Season) Split(string series)
    {
        decimal[] all = [.. File.ReadLines(PathOf(series)).Skip(1).Select(line => decimal.Parse(line.Split(',')[1], CultureInfo.InvariantCulture))];
        (int test, int season) = Splits[series];
        return (all[..^test], all[^test..], season);
    }

    private static string PathOf(string series) => ReferenceFolder.Data(Path.Combine("timeseries", $"{series}.csv"));

    private static JsonElement Expected(string series, string method)
    {
        using JsonDocument file = Read();
        return file.RootElement.GetProperty("expected").GetProperty(series).GetProperty(method).Clone();
    }

    private static JsonDocument Read() => JsonDocument.Parse(File.ReadAllText(ReferenceFolder.Case("baseline_forecasts_accuracy.json")));

    private static decimal[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetDecimal())];
}
