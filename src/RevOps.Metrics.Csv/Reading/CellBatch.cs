using CsvHelper;

namespace RevOps.Metrics.Csv;

/// <summary>Some thousand rows as the parser cut them: the cells' characters one after another, so that no cell is an object.</summary>
/// <remarks>A batch is filled by one thread and then read by another one.</remarks>
/// <param name="isRead">Which of the columns are read; cells of others are left empty and never looked into.</param>
/// <param name="mostRows">How many rows make it full; long ones do so before.</param>
internal sealed class CellBatch(bool[] isRead, int mostRows)
{
    private const int MostText = 1 << 18;

    private readonly List<int> _ends = [];
    private readonly List<(int FirstCell, long Line)> _rows = [];
    private readonly HashSet<int> _bad = [];
    private char[] _text = new char[1 << 16];
    private int _length;

    /// <summary>The number of rows.</summary>
    public int Rows => _rows.Count;

    public bool IsFull => _rows.Count >= mostRows || _length >= MostText;

    /// <summary>How many bytes of the file were read when it was filled; null where that is unknown.</summary>
    public long? Bytes { get; set; }

    /// <summary>The line after the last row.</summary>
    public long NextLine { get; set; }

    /// <summary>Why it is the last; null where more may follow.</summary>
    public CellBatchEnd? End { get; set; }

    public void Clear()
    {
        _ends.Clear();
        _rows.Clear();
        _bad.Clear();
        (_length, End) = (0, null);
    }

    /// <summary>Adds the row at which a parser is.</summary>
    /// <param name="parser">The parser.</param>
    /// <param name="line">The line on which the row starts.</param>
    /// <param name="isBad">Set by the parser where a quotation mark stands wrongly in the cell that it gives.</param>
    public void Add(CsvParser parser, long line, ref bool isBad)
    {
        _rows.Add((_ends.Count, line));
        for (int i = 0; i < parser.Count; i++)
        {
            if (i >= isRead.Length || isRead[i])
            {
                isBad = false;
                string cell = parser[i];
                if (isBad) _bad.Add(_ends.Count);
                Append(cell);
            }

            _ends.Add(_length);
        }
    }

    /// <summary>The line on which a row starts.</summary>
    public long LineOf(int row) => _rows[row].Line;

    /// <summary>The number of a row's cells.</summary>
    public int CountOf(int row) => (row + 1 < _rows.Count ? _rows[row + 1].FirstCell : _ends.Count) - _rows[row].FirstCell;

    /// <summary>The characters of a cell.</summary>
    public ReadOnlySpan<char> Cell(int number)
    {
        int start = number == 0 ? 0 : _ends[number - 1];
        return _text.AsSpan(start, _ends[number] - start);
    }

    /// <summary>The number of a row's first cell among those of the batch.</summary>
    public int FirstCellOf(int row) => _rows[row].FirstCell;

    /// <summary>True for a cell in which a quotation mark stands wrongly.</summary>
    public bool IsBad(int number) => _bad.Count > 0 && _bad.Contains(number);

    private void Append(string cell)
    {
        if (_text.Length - _length < cell.Length) Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + cell.Length));
        cell.CopyTo(_text.AsSpan(_length));
        _length += cell.Length;
    }
}
