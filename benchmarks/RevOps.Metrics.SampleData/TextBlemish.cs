namespace RevOps.Metrics.SampleData;

/// <summary>A text that a hasty export holds where a right value should be, and that no record can express.</summary>
/// <param name="Records">The list that the record is in, as <see cref="SampleCompany"/> names it, such as "Deals".</param>
/// <param name="Row">The record's place in the list, counted from one; the header is not counted.</param>
/// <param name="Column">The property, as the record names it; of an amount, "Amount" for the number and "Currency" for its currency.</param>
/// <param name="Text">What stands there.</param>
/// <param name="RecordId">The record's id, where it has one.</param>
public sealed record TextBlemish(string Records, int Row, string Column, string Text, string? RecordId = null);
