using System.Globalization;
using System.Text.Json;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>One published example: what went in, and the figures that came out under the library's default policy.</summary>
internal sealed class WorkedExample
{
    private readonly JsonElement _inputs;
    private readonly Dictionary<string, JsonElement> _figures = [];

    private WorkedExample(JsonElement example)
    {
        Id = example.GetProperty("id").GetString()!;
        _inputs = example.GetProperty("inputs");
        Flatten("", example.GetProperty("expected"));

        // Where the page follows another definition, the figure under the default one stands beside it and takes its place.
        if (!example.TryGetProperty("default_policy", out JsonElement defaults)) return;
        foreach (JsonProperty figure in defaults.EnumerateObject().Where(p => p.Name != "why")) _figures[figure.Name] = figure.Value;
    }

    public string Id { get; }

    /// <summary>The names of the figures; one in a list is named by its place, as in <c>retained[0]</c>.</summary>
    public IReadOnlyCollection<string> Figures => _figures.Keys;

    public static IReadOnlyDictionary<string, WorkedExample> All { get; } = Read();

    /// <summary>A number among the inputs; <c>funnel.leads</c> is the leads within the funnel, <c>events.0</c> the first event.</summary>
    public decimal this[string path] => Find(path).GetDecimal();

    /// <summary>A text among the inputs.</summary>
    public string Text(string path) => Find(path).GetString()!;

    /// <summary>The billing interval among the inputs.</summary>
    public BillingInterval Interval => BillingInterval.Parse(Text("interval"), null);

    /// <summary>The named numbers of a group among the inputs.</summary>
    public IEnumerable<(string Key, decimal Value)> Parts(string path) => Find(path).EnumerateObject().Select(part => (part.Name, part.Value.GetDecimal()));

    /// <summary>The numbers of a list, or of the named parts of a sum, among the inputs.</summary>
    public IReadOnlyList<decimal> Numbers(string path)
    {
        JsonElement found = Find(path);
        return found.ValueKind == JsonValueKind.Array
            ? [.. found.EnumerateArray().Select(n => n.GetDecimal())]
            : [.. found.EnumerateObject().Select(p => p.Value.GetDecimal())];
    }

    /// <summary>The entries of a list of objects among the inputs.</summary>
    public IEnumerable<JsonElement> Entries(string path) => Find(path).EnumerateArray();

    /// <summary>The figure as the page gives it.</summary>
    public decimal Expected(string figure) => _figures[figure].GetDecimal();

    /// <summary>The figure as the page prints it.</summary>
    public string Printed(string figure) => _figures[figure].GetRawText();

    /// <summary>Whether a computed number, text or nothing is the figure that the page gives.</summary>
    public bool Gives(string figure, object? computed) => _figures[figure].ValueKind switch
    {
        JsonValueKind.Number => computed is decimal number && Math.Abs(number - Expected(figure)) <= Tolerance(figure),
        JsonValueKind.String => computed is string text && text == _figures[figure].GetString(),
        JsonValueKind.Null => computed is null,
        _ => throw new InvalidOperationException($"{Id}/{figure} is neither a number nor a text."),
    };

    /// <summary>
    /// How far a right answer may lie from the figure. Four or more digits with a fraction, or four after the point, may have been
    /// rounded: half a unit of the last one printed. Anything shorter, and every whole number, is exact.
    /// </summary>
    public decimal Tolerance(string figure)
    {
        string printed = _figures[figure].GetRawText();
        int point = printed.IndexOf('.', StringComparison.Ordinal);
        int digits = printed.TrimStart('-', '0', '.').Count(char.IsAsciiDigit);
        if (point < 0 || (digits < 4 && printed.Length - point - 1 < 4)) return 1e-12m;
        return decimal.Parse($"0.{new string('0', printed.Length - point - 1)}5", CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, WorkedExample> Read()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(ReferenceFolder.Case("worked_examples.json")));
        return file.RootElement.Clone().EnumerateArray().Select(e => new WorkedExample(e)).ToDictionary(e => e.Id, StringComparer.Ordinal);
    }

    private JsonElement Find(string path) => path.Split('.').Aggregate(_inputs, (element, name) =>
        element.ValueKind == JsonValueKind.Array ? element[int.Parse(name, CultureInfo.InvariantCulture)] : element.GetProperty(name));

    private void Flatten(string name, JsonElement figure)
    {
        switch (figure.ValueKind)
        {
            case JsonValueKind.Object:
                string prefix = name.Length == 0 ? "" : name + ".";
                foreach (JsonProperty part in figure.EnumerateObject()) Flatten(prefix + part.Name, part.Value);
                break;
            case JsonValueKind.Array:
                int place = 0;
                foreach (JsonElement part in figure.EnumerateArray()) Flatten($"{name}[{place++}]", part);
                break;
            default:
                _figures[name] = figure;
                break;
        }
    }
}
