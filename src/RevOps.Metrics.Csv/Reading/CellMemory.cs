namespace RevOps.Metrics.Csv;

/// <summary>The values of a column's cells, each read once: for words, codes and dates, of which a file has few different ones.</summary>
/// <param name="column">The column, which is not one of text.</param>
/// <param name="source">Where its cells are; null where the file has none.</param>
/// <param name="format">How they are written.</param>
internal sealed class CellMemory<T>(CsvColumn<T> column, CsvSource? source, CsvFormat format)
    where T : struct
{
    /// <summary>More are not remembered: the column then holds something else than a few words.</summary>
    private const int Most = 10_000;

    private readonly Dictionary<string, T?> _values = new(StringComparer.Ordinal);
    private string _lastCell = "";
    private bool _hasLast;
    private T? _last;

    /// <summary>The value of the row's cell, or of the constant or default in its place; null where it is empty. False where it cannot be read.</summary>
    public bool TryRead(RowCells cells, out T? value)
    {
        value = null;
        if (source is null) return true;
        ReadOnlySpan<char> cell = source.Constant ?? (source.Index < 0 ? "" : cells[source.Index]);
        if (_hasLast && cell.SequenceEqual(_lastCell))
        {
            value = _last;
            return true;
        }

        if (_values.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(cell, out string? known, out value)) _lastCell = known;
        else
        {
            _lastCell = cell.ToString();
            _hasLast = TryConvert(_lastCell, source, out value);
            if (!_hasLast) return false;
            if (_values.Count < Most) _values.Add(_lastCell, value);
        }

        (_hasLast, _last) = (true, value);
        return true;
    }

    private bool TryConvert(string cell, CsvSource from, out T? value)
    {
        value = null;
        cell = cell.Trim();
        string? text = cell.Length == 0 ? from.Default : cell;
        if (text is not null && from.Replacements is not null && from.Replacements.TryGetValue(text, out string? replaced)) text = replaced;
        if (string.IsNullOrEmpty(text)) return true;
        if (!column.TryRead(text, format, out T found)) return false;
        value = found;
        return true;
    }
}
