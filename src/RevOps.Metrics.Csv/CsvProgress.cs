namespace RevOps.Metrics.Csv;

/// <summary>How far the reading of a file has come.</summary>
/// <param name="File">The file's name.</param>
/// <param name="RowsRead">The rows read so far, rejected ones included.</param>
/// <param name="RowsRejected">The rows rejected so far; each is among the data issues.</param>
/// <param name="Bytes">The bytes taken from the file so far; null where the text comes from a reader that does not know.</param>
public readonly record struct CsvProgress(string File, long RowsRead, long RowsRejected, long? Bytes);
