using System.Text.Json;

namespace RevOps.Metrics;

/// <summary>A value of an enumeration as its name in camel case: "newBusiness".</summary>
internal sealed class EnumNameConverter<T>() : TextConverter<T>($"one of {string.Join(", ", Names.Select(name => $"\"{name.Key}\""))}")
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Names =
        Enum.GetValues<T>().ToDictionary(NameOf, StringComparer.Ordinal);

    protected override bool TryParse(string text, out T value) => Names.TryGetValue(text, out value);

    protected override string Format(T value) => NameOf(value);

    private static string NameOf(T value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
