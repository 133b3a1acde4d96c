using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RevOps.Metrics;

/// <summary>Reads one record from JSON, and says in the record's own terms what is wrong with it.</summary>
/// <remarks>
/// The fields are checked here, before the serializer sees them, for two reasons. Its own messages name the .NET type and not
/// the value. And the generated code sets every property that can only be initialised, also one that the text leaves out, which
/// would turn a quantity of 1 into 0 and an empty list into null: so what is left out is filled in with its default first.
/// </remarks>
internal static class RecordReader
{
    private const int LongestValueShown = 80;

    public static T Read<T>(JsonElement json, JsonTypeInfo<T> type)
    {
        if (type.Kind == JsonTypeInfoKind.Object) CheckFields(json, type);
        try
        {
            byte[]? completed = WithDefaults(json, type);
            return (completed is null ? json.Deserialize(type) : JsonSerializer.Deserialize(completed, type))
                ?? throw new RecordJsonException("give a value", "is null", "null");
        }
        catch (RecordJsonException problem)
        {
            string path = problem.Path?.TrimStart('$') ?? "";
            throw (problem.Value is null ? problem.With(ValueAt(json, path)) : problem).Inside(path);
        }
        catch (JsonException problem)
        {
            string path = problem.Path?.TrimStart('$') ?? "";
            string value = ValueAt(json, path);
            throw new RecordJsonException(
                value is "null" ? "give a value, or leave the field out if the record does without it" : "write a value of the field's type",
                "cannot be read", value, path);
        }
    }

    private static void CheckFields(JsonElement json, JsonTypeInfo type)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new RecordJsonException("write an object in braces", "is not an object", Shown(json));
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonProperty field in json.EnumerateObject())
        {
            string trail = $".{field.Name}";
            if (!seen.Add(field.Name)) throw new RecordJsonException("give it once", "is there twice", Shown(field.Value), trail);
            if (!type.Properties.Any(property => field.NameEquals(property.Name)))
            {
                string fields = string.Join(", ", type.Properties.Select(property => property.Name));
                throw new RecordJsonException($"leave it out or correct its name; the fields are {fields}",
                    "is not a field of this record", Shown(field.Value), trail);
            }
        }

        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (!property.IsRequired || seen.Contains(property.Name)) continue;
            throw new RecordJsonException("add the field", "is missing", value: "", trail: $".{property.Name}");
        }
    }

    /// <summary>The record's text with the defaults of what it leaves out; null when nothing needs filling in.</summary>
    private static byte[]? WithDefaults<T>(JsonElement json, JsonTypeInfo<T> type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return null;
        List<(string Name, string Json)> missing = [];
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (RecordContract.DefaultOf(property) is { } value && !json.TryGetProperty(property.Name, out _)) missing.Add((property.Name, value));
        }

        if (missing.Count == 0) return null;
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer);
        writer.WriteStartObject();
        foreach (JsonProperty field in json.EnumerateObject()) field.WriteTo(writer);
        foreach ((string name, string value) in missing)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The value at a path of at most one step: deeper ones are looked up by the record that holds them.</summary>
    private static string ValueAt(JsonElement json, string path) =>
        path.Length == 0 ? Shown(json) : json.ValueKind == JsonValueKind.Object && json.TryGetProperty(path.TrimStart('.'), out JsonElement value) ? Shown(value) : "";

    private static string Shown(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= LongestValueShown ? text : $"{text[..LongestValueShown]}...";
    }
}
