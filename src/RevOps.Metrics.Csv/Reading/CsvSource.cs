namespace RevOps.Metrics.Csv;

/// <summary>Where a column of ours gets its cells from.</summary>
/// <param name="Index">The place in the file's rows; -1 where only the constant or the default counts.</param>
/// <param name="Header">The header as the file has it; our own name where it has none.</param>
/// <param name="Constant">The value of every row.</param>
/// <param name="Default">The value of rows whose cell is empty.</param>
/// <param name="Replacements">The cells that become others.</param>
internal sealed record CsvSource(int Index, string Header, string? Constant, string? Default, IReadOnlyDictionary<string, string>? Replacements)
{
    /// <summary>The column's name, with the file's header where that is another one.</summary>
    public string Describe(CsvColumn column) => Index < 0 || HeaderName.Comparer.Equals(Header, column.Name) ? column.Name : $"{column.Name} (from {Header})";
}
