namespace RevOps.Metrics.Csv;

/// <summary>Takes rows without making records of them, and reports nothing: a row about which there is something to say goes the general way.</summary>
internal interface IPlainRowReader
{
    /// <summary>Reads the row's cells, none that the general way would not read; false where the row must go the general way.</summary>
    bool TryRead(RowCells cells);

    /// <summary>Adds the row that was read; false where the dataset refused it.</summary>
    bool Accept(DataOrigin origin);
}
