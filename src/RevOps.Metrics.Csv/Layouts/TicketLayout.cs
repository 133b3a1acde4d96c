namespace RevOps.Metrics.Csv;

/// <summary>How tickets.csv holds its rows.</summary>
internal sealed class TicketLayout() : CsvLayout<Ticket>(
    CsvFile.Tickets,
    "tickets.csv",
    "one request to support",
    [Id, OpenedOn, CustomerId, FirstRespondedOn, ResolvedOn, Owner, Priority, Topic, RecordedOn])
{
    private static readonly TextColumn Id = new("id", "The identifier.", required: true);
    private static readonly DateColumn OpenedOn = new("opened_on", "The day it was opened.", required: true);
    private static readonly TextColumn CustomerId = new("customer_id", "The customer who asked.");
    private static readonly DateColumn FirstRespondedOn = new("first_responded_on", "The day of the first answer by a person.");
    private static readonly DateColumn ResolvedOn = new("resolved_on", "The day it was resolved for the last time; empty while open.");
    private static readonly TextColumn Owner = new("owner", "Who works it.");
    private static readonly TextColumn Priority = new("priority", "How urgent it is.");
    private static readonly TextColumn Topic = new("topic", "What it is about.");
    private static readonly RecordedOnColumn RecordedOn = new("The day this version of the record was written down; empty means known since ever.");

    public override Ticket Read(CsvRow row) => new()
    {
        Id = row.Need(Id),
        OpenedOn = row.Need(OpenedOn),
        CustomerId = row.Get(CustomerId),
        FirstRespondedOn = row.Get(FirstRespondedOn),
        ResolvedOn = row.Get(ResolvedOn),
        Owner = row.Get(Owner),
        Priority = row.Get(Priority),
        Topic = row.Get(Topic),
        RecordedOn = row.Get(RecordedOn),
    };

    public override void Write(Ticket record, CsvCells cells)
    {
        cells.SetText(Id, record.Id);
        cells.Set(OpenedOn, record.OpenedOn);
        cells.SetText(CustomerId, record.CustomerId);
        cells.Set(FirstRespondedOn, record.FirstRespondedOn);
        cells.Set(ResolvedOn, record.ResolvedOn);
        cells.SetText(Owner, record.Owner);
        cells.SetText(Priority, record.Priority);
        cells.SetText(Topic, record.Topic);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
