using System.Globalization;
using System.Text.Json;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Reads the data sets and the expectations of the survival references.</summary>
internal static class SurvivalReference
{
    public static JsonElement Json(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(ReferenceFolder.Case(file)));
        return document.RootElement.Clone();
    }

    public static double?[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? (double?)null : item.GetDouble())];

    /// <summary>The columns of a file by name.</summary>
    public static Dictionary<string, string[]> Columns(string path, char separator = ',')
    {
        string[][] lines = [.. File.ReadAllLines(ReferenceFolder.Data(path)).Where(line => line.Length > 0).Select(line => line.Split(separator).Select(cell => cell.Trim('"')).ToArray())];
        return lines[0].Index().ToDictionary(name => name.Item, name => lines.Skip(1).Select(line => line[name.Index]).ToArray(), StringComparer.Ordinal);
    }

    public static SurvivalObservations Lung(string? sex = null) => Of(Columns("survival/lung.csv"), "time", "event", sex is null ? null : "sex", sex);

    public static SurvivalObservations Ovarian(bool byTreatment = false) => Of(Columns("survival/ovarian.csv"), "futime", "fustat", byTreatment ? "rx" : null);

    public static SurvivalObservations Veteran(string? by = null) => Of(Columns("survival/veteran.csv"), "time", "status", by);

    public static SurvivalObservations Aml() => Of(Columns("survival/aml.csv"), "time", "status", "x");

    public static SurvivalObservations G3() => Of(Columns("survival/g3.csv"), "time", "event", "group");

    public static SurvivalObservations Leukemia() => Of(Columns("survival/anderson.csv", ' '), "t", "status", "Rx");

    public static SurvivalObservations Lymphoma() => Of(Columns("survival/lymphoma.csv"), "Time", "Censor", "Stage_group");

    public static SurvivalObservations Telco(bool byContract = false) => Of(Columns("telco/Telco-Customer-Churn.csv"), "tenure", "Churn", byContract ? "Contract" : null);

    /// <summary>Observations of a table; of one group, or by the values of a column, or those with one value of it.</summary>
    private static SurvivalObservations Of(Dictionary<string, string[]> table, string time, string status, string? by, string? only = null)
    {
        int[] rows = [.. Enumerable.Range(0, table[time].Length).Where(row => only is null || table[by!][row] == only)];
        double[] durations = [.. rows.Select(row => double.Parse(table[time][row], CultureInfo.InvariantCulture))];
        bool[] events = [.. rows.Select(row => table[status][row] is "1" or "Yes" or "True")];
        return by is null || only is not null
            ? new SurvivalObservations(durations, events)
            : SurvivalObservations.ByGroup(durations, events, [.. rows.Select(row => table[by][row])]);
    }

    /// <summary>Fails unless two numbers are equal to a part of their size.</summary>
    public static void Near(double expected, double actual, double tolerance = 1e-11) => Assert.True(
        Math.Abs(expected - actual) <= tolerance * Math.Max(Math.Abs(expected), 1e-3),
        string.Create(CultureInfo.InvariantCulture, $"expected {expected:R}, found {actual:R}"));

    /// <summary>Fails unless both are missing or the numbers are equal to a part of their size.</summary>
    public static void Near(double? expected, double? actual, double tolerance = 1e-11)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } one && actual is { } other) Near(one, other, tolerance);
    }
}
