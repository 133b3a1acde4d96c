using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RevOps.Metrics;

/// <summary>A list as a JSON array.</summary>
internal sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new RecordJsonException("write an array in square brackets");
        JsonTypeInfo<T> itemType = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        List<T> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            using JsonDocument item = JsonDocument.ParseValue(ref reader);
            try
            {
                items.Add(RecordReader.Read(item.RootElement, itemType));
            }
            catch (RecordJsonException problem)
            {
                throw problem.Inside($"[{items.Count}]");
            }
        }

        return ValueList.From(items);
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        JsonTypeInfo<T> itemType = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        writer.WriteStartArray();
        foreach (T item in value) JsonSerializer.Serialize(writer, item, itemType);
        writer.WriteEndArray();
    }
}
