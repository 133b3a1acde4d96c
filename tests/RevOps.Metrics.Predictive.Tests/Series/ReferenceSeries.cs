using System.Globalization;
using System.Text.Json;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>The series that the reference cases are about, and reading of the cases.</summary>
internal static class ReferenceSeries
{
    /// <summary>The first numbers of a series of the data folder.</summary>
    public static TimeSeries Read(string name, int count, int seasonLength = 1) => new(All(name).Take(count), seasonLength);

    public static double[] All(string name) =>
    [
        .. File.ReadLines(ReferenceFolder.Data($"timeseries/{name}.csv")).Skip(1).Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture)),
    ];

    /// <summary>The training of the reference cases: all but the test periods.</summary>
    public static TimeSeries Training(string name) => name == "AirPassengers" ? Read(name, 132, 12) : Read(name, 90);

    public static double[] Test(string name) => name == "AirPassengers" ? [.. All(name).Skip(132).Take(12)] : [.. All(name).Skip(90).Take(10)];

    private static void SameErrors(JsonElement expected, decimal[] forecasts, decimal[] actuals, decimal[] training, int season, decimal? theilsU)
    {
        double absolute = (double)Formulas.MeanAbsoluteError(forecasts, actuals)!.Value;
        // R's errors are actual - forecast. A mean that cancels is as good as the errors in it.
        Assert.Equal(expected.Number("ME"), -(double)Formulas.MeanForecastBias(forecasts, actuals)!.Value, 1e-9 * absolute);
        Near(expected.Number("RMSE"), (double)Formulas.RootMeanSquaredError(forecasts, actuals)!.Value, 1e-9);
        Near(expected.Number("MAE"), absolute, 1e-9);
        Assert.Equal(expected.Number("MPE"), -100 * (double)Formulas.MeanRelativeForecastBias(forecasts, actuals)!.Value, 1e-9 * expected.Number("MAPE"));
        Near(expected.Number("MAPE"), 100 * (double)Formulas.MeanAbsolutePercentageError(forecasts, actuals)!.Value, 1e-9);
        Near(expected.Number("MASE"), (double)Formulas.MeanAbsoluteScaledError(forecasts, actuals, training, season)!.Value, 1e-9);
        Assert.Equal(expected.Number("ACF1"), (double)Formulas.ErrorAutocorrelation(forecasts, actuals)!.Value, 1e-9);
        Assert.Equal(theilsU is null, expected.GetProperty("Theil's U").ValueKind == JsonValueKind.Null);
        if (theilsU is { } u) Near(expected.Number("Theil's U"), (double)u, 1e-9);
    }

    public static JsonElement Case(string file) => JsonDocument.Parse(File.ReadAllText(ReferenceFolder.Case(file))).RootElement;

    public static double[] Numbers(this JsonElement element, string property) => [.. element.GetProperty(property).EnumerateArray().Select(value => value.GetDouble())];

    public static double Number(this JsonElement element, string property) => element.GetProperty(property).GetDouble();

    public static void Near(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(expected - actual) <= relative * Math.Max(Math.Abs(expected), 1e-3), FormattableString.Invariant($"expected {expected:R}, got {actual:R}"));

    public static void Near(double[] expected, IEnumerable<double> actual, double relative)
    {
        double[] numbers = [.. actual];
        Assert.Equal(expected.Length, numbers.Length);
        for (int i = 0; i < expected.Length; i++) Near(expected[i], numbers[i], relative);
    }

    /// <summary>The errors as R's accuracy prints them: of the training, and of the test periods.</summary>
    public static void SameAccuracy(JsonElement expected, TimeSeries training, SeriesForecast forecast, double[] test)
    {
        int[] defined = [.. Enumerable.Range(0, training.Count).Where(t => forecast.Fitted[t].IsDefined)];
        decimal[] known = [.. training.Values.Select(value => (decimal)value!.Value)], came = [.. test.Select(value => (decimal)value)];
        decimal[] means = [.. forecast.Points.Select(point => (decimal)point.Mean.OrThrow())];
        SameErrors(expected.GetProperty("train"), [.. defined.Select(t => (decimal)forecast.Fitted[t].OrThrow())], [.. defined.Select(t => known[t])], known, training.SeasonLength, null);
        SameErrors(expected.GetProperty("test"), means, came, known, training.SeasonLength, Formulas.TheilsU(means, came));
    }

    /// <summary>Means and the ends of the ranges of 80 and 95 % as R's forecast prints them.</summary>
    public static void SameForecast(JsonElement expected, SeriesForecast actual, double relative)
    {
        Near(expected.Numbers("mean"), actual.Points.Select(point => point.Mean.OrThrow()), relative);
        double[] levels = [.. expected.Numbers("level").Select(level => level / 100)];
        JsonElement[] lower = [.. expected.GetProperty("lower").EnumerateArray()], upper = [.. expected.GetProperty("upper").EnumerateArray()];
        for (int i = 0; i < levels.Length; i++)
        {
            Near([.. lower[i].EnumerateArray().Select(value => value.GetDouble())], actual.Points.Select(point => point.IntervalAt(levels[i])!.Value.Lower), relative);
            Near([.. upper[i].EnumerateArray().Select(value => value.GetDouble())], actual.Points.Select(point => point.IntervalAt(levels[i])!.Value.Upper), relative);
        }
    }
}
