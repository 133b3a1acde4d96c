namespace RevOps.Metrics.Csv;

/// <summary>How pauses.csv holds its rows.</summary>
internal sealed class ServicePauseLayout() : CsvLayout<Owned<ServicePause>>(
    CsvFile.Pauses,
    "pauses.csv",
    "a span in which a subscription is suspended",
    [SubscriptionId, From, To, RecordedOn])
{
    private static readonly TextColumn SubscriptionId = new("subscription_id", "The subscription.", required: true);
    private static readonly DateColumn From = new("from", "The first day suspended.", required: true);
    private static readonly EndDateColumn To = new("to", "The end of the pause; empty while it lasts.");
    private static readonly RecordedOnColumn RecordedOn = new("The recorded_on of the version of the subscription that the row belongs to.");

    public override Owned<ServicePause> Read(CsvRow row) => new(row.Need(SubscriptionId), row.Get(RecordedOn), new ServicePause(row.Need(From), row.Get(To)));

    public override void Write(Owned<ServicePause> record, CsvCells cells)
    {
        cells.SetText(SubscriptionId, record.OwnerId);
        cells.Set(From, record.Value.From);
        cells.Set(To, record.Value.To);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
