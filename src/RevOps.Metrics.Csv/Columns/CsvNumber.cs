using System.Globalization;

namespace RevOps.Metrics.Csv;

/// <summary>Reads numbers as a culture writes them, and refuses a separator that does not group.</summary>
internal static class CsvNumber
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static bool TryParse(string text, NumberFormatInfo culture, out decimal value)
    {
        value = 0m;
        string separator = culture.NumberGroupSeparator;
        if (separator.Length == 0 || separator == culture.NumberDecimalSeparator) return decimal.TryParse(text, Style, culture, out value);

        // French files group with any of three kinds of space; the culture names only one of them.
        if (string.IsNullOrWhiteSpace(separator)) text = text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace(" ", separator, StringComparison.Ordinal);
        int point = text.IndexOf(culture.NumberDecimalSeparator, StringComparison.Ordinal);
        string whole = point < 0 ? text : text[..point];
        if (!whole.Contains(separator, StringComparison.Ordinal)) return decimal.TryParse(text, Style, culture, out value);
        if (!Groups(whole.TrimStart('+', '-', '\u2212'), separator, culture.NumberGroupSizes)) return false;
        return decimal.TryParse(whole.Replace(separator, "", StringComparison.Ordinal) + text[whole.Length..], Style, culture, out value);
    }

    /// <summary>True when every group but the first has its full size: 1,234,567, or 12,34,567 in India.</summary>
    private static bool Groups(string whole, string separator, int[] sizes)
    {
        string[] groups = whole.Split(separator);
        for (int i = groups.Length - 1; i >= 0; i--)
        {
            int fromRight = groups.Length - 1 - i;
            int size = sizes.Length == 0 ? 0 : sizes[Math.Min(fromRight, sizes.Length - 1)];
            if (size == 0) return false;
            if (i > 0 ? groups[i].Length != size : groups[i].Length == 0 || groups[i].Length > size) return false;
        }

        return true;
    }
}
