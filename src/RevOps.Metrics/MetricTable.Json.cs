using System.Buffers;
using System.Text;
using System.Text.Json;
using NodaTime.Text;

namespace RevOps.Metrics;

public sealed partial class MetricTable
{
    /// <summary>The table as JSON, in the order of <see cref="Results"/> and always the same for the same table.</summary>
    /// <remarks>
    /// Says by whose definition: the policy's options that are not the default, and the id and version of each catalogue entry. Each result has
    /// a value and its unit, or under "undefined" the reason why there is none; flags only where there are any.
    /// </remarks>
    public string ToJson()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("currency", Currency.Code);
            json.WriteStartObject("policy");
            foreach (PolicyOption option in PolicyOption.All.Where(option => !option.IsSame(Policy, MetricPolicy.Default))) json.WriteString(option.Name, option.ValueIn(Policy));
            json.WriteEndObject();
            WriteMetrics(json);
            WritePeriods(json);
            json.WriteStartArray("results");
            foreach (MetricResult result in Results) Write(result, json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void WriteMetrics(Utf8JsonWriter json)
    {
        json.WriteStartArray("metrics");
        foreach (Metric metric in Metrics)
        {
            json.WriteStartObject();
            json.WriteString("name", metric.Name);
            if (metric.Definition is { } definition)
            {
                json.WriteString("id", definition.Id);
                json.WriteNumber("version", definition.Version);
            }

            json.WriteString("unit", metric.UnitName);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WritePeriods(Utf8JsonWriter json)
    {
        json.WriteStartArray("periods");
        foreach (ReportingPeriod period in Periods)
        {
            json.WriteStartObject();
            json.WriteString("label", period.Label);
            json.WriteString("start", LocalDatePattern.Iso.Format(period.Start));
            json.WriteString("end", LocalDatePattern.Iso.Format(period.End));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Write(MetricResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("metric", result.Metric.Name);
        json.WriteString("period", result.Period.Label);
        if (Dimensions.Count > 0) json.WriteStartObject("cell");
        for (int i = 0; i < Dimensions.Count; i++) json.WriteString(Dimensions[i].Name, result.Cell.Values[i]);
        if (Dimensions.Count > 0) json.WriteEndObject();
        if (result.Magnitude is { } magnitude)
        {
            json.WriteNumber("value", magnitude);
            json.WriteString("unit", result.Unit);
        }
        else
        {
            json.WriteString("undefined", result.UndefinedReason);
        }

        if (result.Flags != MetricFlags.None)
        {
            json.WriteStartArray("flags");
            foreach (MetricFlags flag in Enum.GetValues<MetricFlags>().Where(flag => flag != MetricFlags.None && result.Flags.HasFlag(flag))) json.WriteStringValue(flag.ToString());
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
