namespace RevOps.Metrics.Csv;

/// <summary>Text that a spreadsheet does not run as a formula.</summary>
/// <remarks>
/// A spreadsheet runs a cell that begins with = + - @ or a tab. Such text is written with a single quote before it, which
/// spreadsheets show as plain text, and reading takes exactly that quote off again. Text that already looks so protected gets
/// one more, and empty text, which would else read back as no text at all, is written as a quote alone.
/// </remarks>
internal static class SafeText
{
    public static string Protect(string text) => NeedsProtection(text) ? $"'{text}" : text;

    public static string Unprotect(string cell) => cell.StartsWith('\'') && NeedsProtection(cell.AsSpan(1)) ? cell[1..] : cell;

    private static bool NeedsProtection(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> rest = text.TrimStart('\'');
        return rest.IsEmpty || rest[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
    }
}
