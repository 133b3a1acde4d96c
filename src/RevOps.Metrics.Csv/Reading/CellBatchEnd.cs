namespace RevOps.Metrics.Csv;

/// <summary>Why no more rows are read.</summary>
/// <param name="IsCellTooLong">True where a cell after the last row is longer than any should be.</param>
/// <param name="Failure">What reading threw after the last row; null for the end of the file.</param>
internal sealed record CellBatchEnd(bool IsCellTooLong = false, Exception? Failure = null);
