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
