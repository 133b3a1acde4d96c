using System.Text.Json;

namespace RevOps.Metrics.Csv;

/// <summary>A word of a closed list.</summary>
internal sealed class WordColumn<T>(string name, string description, bool required = false)
    : CsvColumn<T>(name, $"one of {string.Join(", ", Words.Keys)}", description, required)
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Words = Enum.GetValues<T>().ToDictionary(WordOf, HeaderName.Comparer);

    public override string ProblemCode => "csv.word.unknown";

    public override string Problem => "is not a word of this column";

    public override bool TryRead(string cell, CsvFormat format, out T value) => Words.TryGetValue(cell, out value);

    public override string Write(T value, CsvFormat format) => WordOf(value);

    public override string Remedy(CsvFormat format) => $"Write one of {string.Join(", ", Words.Keys)}, or map other words with CsvMapping.Replace.";

    private static string WordOf(T value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
