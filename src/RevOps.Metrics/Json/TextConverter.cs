using System.Text.Json;
using System.Text.Json.Serialization;

namespace RevOps.Metrics;

/// <summary>Reads and writes a value as one piece of text; text that does not fit says what would.</summary>
internal abstract class TextConverter<T>(string expected) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out T value) ? value : throw new RecordJsonException($"write {expected}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));

    protected abstract bool TryParse(string text, out T value);

    protected abstract string Format(T value);
}
