namespace RevOps.Metrics.Csv;

/// <summary>How cancellations.csv holds its rows.</summary>
internal sealed class CancellationRequestLayout() : CsvLayout<Owned<CancellationRequest>>(
    CsvFile.Cancellations,
    "cancellations.csv",
    "a request to end a subscription",
    [SubscriptionId, RequestedOn, WithdrawnOn, Reason, IsVoluntary, RecordedOn])
{
    private static readonly TextColumn SubscriptionId = new("subscription_id", "The subscription.", required: true);
    private static readonly DateColumn RequestedOn = new("requested_on", "The day of the request.", required: true);
    private static readonly DateColumn WithdrawnOn = new("withdrawn_on", "The day it was taken back; empty when it stands.");
    private static readonly TextColumn Reason = new("reason", "Why, in the words of the source.");
    private static readonly YesNoColumn IsVoluntary = new("is_voluntary", "True when the customer chose to leave; empty when unknown.");
    private static readonly RecordedOnColumn RecordedOn = new("The recorded_on of the version of the subscription that the row belongs to.");

    public override Owned<CancellationRequest> Read(CsvRow row) => new(row.Need(SubscriptionId), row.Get(RecordedOn), new CancellationRequest
    {
        RequestedOn = row.Need(RequestedOn),
        WithdrawnOn = row.Get(WithdrawnOn),
        Reason = row.Get(Reason),
        IsVoluntary = row.Get(IsVoluntary),
    });

    public override void Write(Owned<CancellationRequest> record, CsvCells cells)
    {
        cells.SetText(SubscriptionId, record.OwnerId);
        cells.Set(RequestedOn, record.Value.RequestedOn);
        cells.Set(WithdrawnOn, record.Value.WithdrawnOn);
        cells.SetText(Reason, record.Value.Reason);
        cells.Set(IsVoluntary, record.Value.IsVoluntary);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
