using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RevOps.Metrics;

/// <content>Whole datasets: one object with an array for each type of record.</content>
public static partial class RevenueJson
{
    private const string ReportingCurrencyField = "reportingCurrency";
    private const string MaximumAgeField = "maximumRateAgeDays";
    private const string RatesField = "exchangeRates";
    private const string CoverageField = "coverage";
    private const string StagesField = "stages";

    /// <summary>Writes a dataset: its records, its reporting currency, its exchange rates, the coverage that was declared and the stages of its sales process.</summary>
    /// <remarks>Coverage that was taken from the data is not written: it is taken from the data again. Data issues are not written either.</remarks>
    public static void Write(Stream stream, RevenueDataset dataset, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(dataset);
        JsonSerializerOptions options = indented ? Indented : Options;
        using Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = options.Encoder });
        Write(writer, dataset);
    }

    /// <summary>Writes a dataset as one value of a larger JSON text.</summary>
    public static void Write(Utf8JsonWriter writer, RevenueDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(dataset);
        writer.WriteStartObject();
        writer.WriteString(ReportingCurrencyField, dataset.ReportingCurrency.Code);
        WriteRates(writer, dataset.Options.ExchangeRates);
        if (dataset.Options.Coverage.Count > 0)
        {
            writer.WriteStartObject(CoverageField);
            foreach ((RecordType type, Coverage coverage) in dataset.Options.Coverage.OrderBy(entry => entry.Key))
            {
                writer.WritePropertyName(NameOf(type));
                JsonSerializer.Serialize(writer, coverage, TypeInfo<Coverage>(Options));
            }

            writer.WriteEndObject();
        }

        if (dataset.Options.Stages.Count > 0)
        {
            writer.WriteStartArray(StagesField);
            foreach (string stage in dataset.Options.Stages) writer.WriteStringValue(stage);
            writer.WriteEndArray();
        }

        foreach (DatasetSection section in DatasetSection.All) section.Write(writer, dataset, Options);
        writer.WriteEndObject();
        writer.Flush();
    }

    /// <summary>Builds a dataset from the JSON that <see cref="Write(Stream, RevenueDataset, bool)"/> wrote.</summary>
    /// <param name="stream">UTF-8 text; the whole of it is held in memory while it is read.</param>
    /// <param name="options">
    /// How the dataset is built: strict unless said otherwise. The reporting currency, exchange rates, coverage and stages in the text take the place of its own.
    /// </param>
    /// <exception cref="JsonException">The text is not JSON, or not a dataset; the message says where and what to do.</exception>
    /// <exception cref="DataIssueException">A record breaks a rule and the dataset is built strictly.</exception>
    public static RevenueDataset Read(Stream stream, DatasetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using JsonDocument document = JsonDocument.Parse(stream);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw Problem("$", "is not an object", "write an object in braces with an array for each type of record");
        RefuseUnknownFields(root);

        RevenueDatasetBuilder builder = new(ReadOptions(root, options ?? DatasetOptions.Default));
        foreach (DatasetSection section in DatasetSection.All)
        {
            if (!root.TryGetProperty(section.Name, out JsonElement array)) continue;
            if (array.ValueKind != JsonValueKind.Array) throw Problem($"$.{section.Name}", "is not an array", "write the records in square brackets");
            section.Read(array, builder);
        }

        return builder.Build();
    }

    private static void WriteRates(Utf8JsonWriter writer, ExchangeRates rates)
    {
        if (rates.MaximumAgeDays is { } days) writer.WriteNumber(MaximumAgeField, days);
        if (rates.Rates.Count == 0) return;
        writer.WriteStartArray(RatesField);
        foreach (ExchangeRate rate in rates.Rates) JsonSerializer.Serialize(writer, rate, RateType);
        writer.WriteEndArray();
    }

    private static JsonTypeInfo<ExchangeRate> RateType => (JsonTypeInfo<ExchangeRate>)Options.GetTypeInfo(typeof(ExchangeRate));

    private static void RefuseUnknownFields(JsonElement root)
    {
        string[] known = [ReportingCurrencyField, MaximumAgeField, RatesField, CoverageField, StagesField, .. DatasetSection.All.Select(section => section.Name)];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonProperty field in root.EnumerateObject())
        {
            if (!seen.Add(field.Name)) throw Problem($"$.{field.Name}", "is there twice", "give it once");
            if (known.Contains(field.Name, StringComparer.Ordinal)) continue;
            throw Problem($"$.{field.Name}", "is not a field of a dataset", $"leave it out or correct its name; the fields are {string.Join(", ", known)}");
        }
    }

    private static DatasetOptions ReadOptions(JsonElement root, DatasetOptions options)
    {
        if (root.TryGetProperty(ReportingCurrencyField, out JsonElement currency))
        {
            options = options with
            {
                ReportingCurrency = currency.ValueKind == JsonValueKind.String && Currency.TryFromCode(currency.GetString(), out Currency known)
                    ? known
                    : throw Problem($"$.{ReportingCurrencyField}", $"{currency.GetRawText()} is not a currency", "write a currency code of ISO 4217, such as \"USD\""),
            };
        }

        if (root.TryGetProperty(RatesField, out JsonElement rates) | root.TryGetProperty(MaximumAgeField, out JsonElement age))
        {
            options = options with { ExchangeRates = ReadRates(rates, age) };
        }

        if (root.TryGetProperty(CoverageField, out JsonElement coverage)) options = options with { Coverage = ReadCoverage(coverage) };
        if (root.TryGetProperty(StagesField, out JsonElement stages)) options = WithStages(options, stages);
        return options;
    }

    private static DatasetOptions WithStages(DatasetOptions options, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array || json.EnumerateArray().Any(stage => stage.ValueKind != JsonValueKind.String))
        {
            throw Problem($"$.{StagesField}", "is not a list of names", "write the stages from the first to the last in square brackets");
        }

        try
        {
            return options with { Stages = [.. json.EnumerateArray().Select(stage => stage.GetString()!)] };
        }
        catch (ArgumentException problem)
        {
            throw new JsonException($"dataset at $.{StagesField}: {problem.Message}", $"$.{StagesField}", null, null, problem);
        }
    }

    private static ExchangeRates ReadRates(JsonElement rates, JsonElement age)
    {
        int? days = null;
        if (age.ValueKind != JsonValueKind.Undefined)
        {
            days = age.ValueKind == JsonValueKind.Number && age.TryGetInt32(out int given) && given >= 0
                ? given
                : throw Problem($"$.{MaximumAgeField}", $"{age.GetRawText()} is not a number of days", "write a whole number of at least 0");
        }

        if (rates.ValueKind == JsonValueKind.Undefined) return new ExchangeRates([], days);
        if (rates.ValueKind != JsonValueKind.Array) throw Problem($"$.{RatesField}", "is not an array", "write the rates in square brackets");
        List<ExchangeRate> read = [];
        foreach (JsonElement rate in rates.EnumerateArray())
        {
            read.Add(Read(rate, RateType, nameof(ExchangeRate), string.Create(CultureInfo.InvariantCulture, $"$.{RatesField}[{read.Count}]")));
        }

        try
        {
            return new ExchangeRates(read, days);
        }
        catch (ArgumentException problem)
        {
            throw new JsonException($"dataset at $.{RatesField}: {problem.Message}", $"$.{RatesField}", null, null, problem);
        }
    }

    private static Dictionary<RecordType, Coverage> ReadCoverage(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Problem($"$.{CoverageField}", "is not an object", "write the coverage by type of record in braces");
        Dictionary<string, RecordType> types = Enum.GetValues<RecordType>().ToDictionary(NameOf, StringComparer.Ordinal);
        Dictionary<RecordType, Coverage> coverage = [];
        foreach (JsonProperty entry in json.EnumerateObject())
        {
            string path = $"$.{CoverageField}.{entry.Name}";
            if (!types.TryGetValue(entry.Name, out RecordType type)) throw Problem(path, "is not a type of record", $"write one of {string.Join(", ", types.Keys)}");
            coverage[type] = Read<Coverage>(entry.Value, nameof(Coverage), path);
        }

        return coverage;
    }

    private static string NameOf(RecordType type) => JsonNamingPolicy.CamelCase.ConvertName(type.ToString());

    private static JsonException Problem(string path, string problem, string remedy) => new($"dataset at {path}: {problem}. Remedy: {remedy}.", path, null, null);
}
