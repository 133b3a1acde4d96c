namespace RevOps.Metrics.Csv;

/// <summary>The day a version of a record was written down. Written only where a row of the file has it: most companies record no such day.</summary>
internal sealed class RecordedOnColumn(string description) : DateColumn("recorded_on", description);
