using NodaTime;

namespace RevOps.Metrics.Csv;

/// <summary>How ticket-reopenings.csv holds its rows.</summary>
internal sealed class TicketReopeningLayout() : CsvLayout<Owned<LocalDate>>(
    CsvFile.TicketReopenings,
    "ticket-reopenings.csv",
    "a day on which a ticket was opened again",
    [TicketId, ReopenedOn, RecordedOn])
{
    private static readonly TextColumn TicketId = new("ticket_id", "The ticket.", required: true);
    private static readonly DateColumn ReopenedOn = new("reopened_on", "The day.", required: true);
    private static readonly RecordedOnColumn RecordedOn = new("The recorded_on of the version of the ticket that the row belongs to.");

    public override Owned<LocalDate> Read(CsvRow row) => new(row.Need(TicketId), row.Get(RecordedOn), row.Need(ReopenedOn));

    public override void Write(Owned<LocalDate> record, CsvCells cells)
    {
        cells.SetText(TicketId, record.OwnerId);
        cells.Set(ReopenedOn, record.Value);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
