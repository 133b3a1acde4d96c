using System.Text;

namespace RevOps.Metrics;

/// <summary>Lays rows of text out in aligned columns, for a terminal.</summary>
internal static class TextTable
{
    /// <summary>A number without its unit, for a column whose head has it.</summary>
    public static string WithoutUnit(string text, string symbol) =>
        symbol.Length > 0 && text.EndsWith(symbol, StringComparison.Ordinal) ? text[..^symbol.Length].TrimEnd() : text;

    public static string Format(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyCollection<int> rightAligned)
    {
        List<IReadOnlyList<string>> lines = [header, .. rows];
        int[] widths = new int[header.Count];
        foreach (IReadOnlyList<string> line in lines)
        {
            for (int i = 0; i < widths.Length; i++) widths[i] = Math.Max(widths[i], line[i].Length);
        }

        StringBuilder text = new();
        for (int row = 0; row < lines.Count; row++)
        {
            IEnumerable<string> cells = lines[row].Select((cell, i) => rightAligned.Contains(i) ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
            if (row == 0) text.Append('-', widths.Sum() + (2 * (widths.Length - 1))).Append('\n');
        }

        return text.ToString();
    }
}
