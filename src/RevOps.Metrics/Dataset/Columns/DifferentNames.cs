namespace RevOps.Metrics;

/// <summary>A list of names in which none stands twice and none is empty, with codes to match.</summary>
internal static class DifferentNames
{
    /// <summary>The list without what stands in it twice or is empty, and codes that lead to the same names; an empty name is none.</summary>
    public static (IReadOnlyList<string> Names, int[] Codes) Of(IReadOnlyList<string> names, int[] codes)
    {
        NameList different = new();
        int[] codeOf = [.. names.Select(name => different.CodeOf(name) - 1)];
        bool isSame = codeOf.AsSpan().SequenceEqual([.. Enumerable.Range(0, codeOf.Length)]);
        return ([.. different], isSame ? codes : Array.ConvertAll(codes, code => code == SubscriptionColumns.NoName ? code : codeOf[code]));
    }
}
