namespace RevOps.Metrics.Csv;

/// <summary>The cells of one row, and whether one that was looked at is malformed.</summary>
internal sealed class RowCells
{
    private CellBatch _batch = new([], 0);
    private int _first;

    /// <summary>True once a cell was given in which a quotation mark stands wrongly.</summary>
    public bool MetBad { get; private set; }

    /// <summary>The number of cells.</summary>
    public int Count { get; private set; }

    /// <summary>The characters of a cell, which are good until the next row.</summary>
    public ReadOnlySpan<char> this[int cell]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cell, Count);
            if (_batch.IsBad(_first + cell)) MetBad = true;
            return _batch.Cell(_first + cell);
        }
    }

    /// <summary>Moves to a row.</summary>
    public void MoveTo(CellBatch batch, int row)
    {
        (_batch, _first) = (batch, batch.FirstCellOf(row));
        Count = batch.CountOf(row);
        Forgive();
    }

    /// <summary>Forgets that a cell was malformed.</summary>
    public void Forgive() => MetBad = false;
}
