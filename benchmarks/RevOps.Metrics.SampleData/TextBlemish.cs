namespace RevOps.Metrics.SampleData;

/// <summary>A text that a hasty export holds where a right value should be, and that no record can express.</summary>
/// <param name="File">The file that holds one row for each record of the list, by the name it has in the CSV layouts: "deals.csv".</param>
/// <param name="Row">The record's place in its list, counted from one; the header is not counted.</param>
/// <param name="Column">The column's header, such as "created_on".</param>
/// <param name="Text">What stands there.</param>
/// <param name="RecordId">The record's id, where it has one.</param>
public sealed record TextBlemish(string File, int Row, string Column, string Text, string? RecordId = null);
