using System.Globalization;
using System.Reflection;

namespace RevOps.Metrics.Tests;

/// <summary>The options of a policy by name, those of its ledger with the prefix "Ledger.".</summary>
internal static class PolicyOptions
{
    public static Dictionary<string, object> Of(MetricPolicy policy) => Named("", policy)
        .Where(option => option.Name != nameof(MetricPolicy.Ledger))
        .Concat(Named($"{nameof(MetricPolicy.Ledger)}.", policy.Ledger))
        .ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal);

    /// <summary>"Ledger.Free = Active": what is set otherwise than by default, in ordinal order.</summary>
    public static string[] Differences(MetricPolicy policy)
    {
        Dictionary<string, object> defaults = Of(MetricPolicy.Default);
        return [.. Of(policy).Where(option => !option.Value.Equals(defaults[option.Key])).Select(option => $"{option.Key} = {Text(option.Value)}").Order(StringComparer.Ordinal)];
    }

    public static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static IEnumerable<(string Name, object Value)> Named(string prefix, object options) =>
        options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => (prefix + property.Name, property.GetValue(options)!));
}
