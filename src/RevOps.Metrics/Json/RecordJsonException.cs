using System.Text.Json;

namespace RevOps.Metrics;

/// <summary>What is wrong with a value while it is read, before the place of it is known in full.</summary>
/// <remarks>
/// It carries no <see cref="JsonException.Path"/> of its own: the serializer fills in the path down to the list it is reading,
/// and <see cref="Trail"/> holds the rest of the way, which only the list's converter knows.
/// </remarks>
internal sealed class RecordJsonException(string remedy, string problem = "cannot be read", string? value = null, string trail = "")
    : JsonException($"{problem}: {remedy}.")
{
    /// <summary>What to do.</summary>
    public string Remedy => remedy;

    /// <summary>What is wrong.</summary>
    public string Problem => problem;

    /// <summary>The value as it stands in the text; null until the reader of the record has looked it up.</summary>
    public string? Value => value;

    /// <summary>The way from the value that the serializer was reading to the one that is wrong: "[1].price".</summary>
    public string Trail => trail;

    /// <summary>The same problem, seen from one level further out.</summary>
    public RecordJsonException Inside(string step) => new(remedy, problem, value, step + trail);

    /// <summary>The same problem with the value that has it.</summary>
    public RecordJsonException With(string text) => new(remedy, problem, text, trail);
}
