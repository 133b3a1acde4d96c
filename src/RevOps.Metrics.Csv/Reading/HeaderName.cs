using System.Diagnostics.CodeAnalysis;

namespace RevOps.Metrics.Csv;

/// <summary>Compares headers as people write them: "Customer ID", "customer_id" and "customer-id" are one.</summary>
internal sealed class HeaderName : IEqualityComparer<string>
{
    public static HeaderName Comparer { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(Plain(x), Plain(y), StringComparison.OrdinalIgnoreCase);

    public int GetHashCode([DisallowNull] string obj) => Plain(obj).GetHashCode(StringComparison.OrdinalIgnoreCase);

    private static string Plain(string? header) =>
        string.Concat((header ?? "").Split(['_', ' ', '-', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
}
