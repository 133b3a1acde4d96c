using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RevOps.Metrics;

/// <summary>Writes the records as JSON and reads them back, exactly.</summary>
/// <remarks>
/// <para>Names are in camel case, and so are the words of an enumeration ("newBusiness"). A date is "2026-01-31", a billing interval
/// "3 months", an amount "12.50 USD": text, because JSON numbers pass through binary floating point in many readers and a cent is lost.
/// What is null and lists without items are left out on writing; on reading, what is left out has the record's own default.</para>
/// <para>A record must have every required field and no field it does not know: a misspelt name would otherwise be data lost in silence.
/// The error is a <see cref="JsonException"/> that names the record, the path, the value and what to do.</para>
/// <para>The serialization code is generated when the library is compiled, so it works trimmed and ahead of time.</para>
/// </remarks>
public static partial class RevenueJson
{
    private static readonly JsonSerializerOptions Options = CreateOptions(indented: false);

    private static readonly JsonSerializerOptions Indented = CreateOptions(indented: true);

    /// <summary>A record as JSON on one line, or indented over several.</summary>
    /// <exception cref="NotSupportedException">The type is not a record of this library.</exception>
    public static string Serialize<T>(T record, bool indented = false)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(record);
        return JsonSerializer.Serialize(record, TypeInfo<T>(indented ? Indented : Options));
    }

    /// <summary>The record that a JSON text holds.</summary>
    /// <exception cref="JsonException">The text is not JSON, or not such a record; the message says where and what to do.</exception>
    /// <exception cref="NotSupportedException">The type is not a record of this library.</exception>
    public static T Deserialize<T>(string json)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        using JsonDocument document = JsonDocument.Parse(json);
        return Read<T>(document.RootElement, typeof(T).Name, "$");
    }

    internal static T Read<T>(JsonElement json, string record, string path)
        where T : class => Read(json, TypeInfo<T>(Options), record, path);

    private static T Read<T>(JsonElement json, JsonTypeInfo<T> type, string record, string path)
    {
        try
        {
            return RecordReader.Read(json, type);
        }
        catch (RecordJsonException problem)
        {
            string where = path + problem.Trail;
            string value = string.IsNullOrEmpty(problem.Value) ? "" : $" {problem.Value}";
            throw new JsonException($"{record} at {where}:{value} {problem.Problem}. Remedy: {problem.Remedy}.", where, null, null, problem);
        }
    }

    private static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions options) =>
        options.TryGetTypeInfo(typeof(T), out JsonTypeInfo? type) && type is { Kind: JsonTypeInfoKind.Object }
            ? (JsonTypeInfo<T>)type
            : throw new NotSupportedException(
                $"{typeof(T).Name} is not a record of this library: give a Customer, a Subscription, a Deal or another of the records that a dataset is built from.");

    private static JsonSerializerOptions CreateOptions(bool indented)
    {
        JsonSerializerOptions options = new(RecordJsonContext.Default.Options)
        {
            TypeInfoResolver = RecordJsonContext.Default.WithAddedModifier(RecordContract.OmitWhatIsNotThere),
            WriteIndented = indented,
            NewLine = "\n",
            // Names in any script stay readable; what HTML or JavaScript would stumble over is still escaped.
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        };
        options.MakeReadOnly();
        return options;
    }
}
