namespace RevOps.Metrics.Csv;

/// <summary>How owner-splits.csv holds its rows.</summary>
internal sealed class OwnerSplitLayout() : CsvLayout<Owned<OwnerSplit>>(
    CsvFile.OwnerSplits,
    "owner-splits.csv",
    "an owner's share in the credit for a deal",
    [DealId, Owner, Share, RecordedOn])
{
    private static readonly TextColumn DealId = new("deal_id", "The deal.", required: true);
    private static readonly TextColumn Owner = new("owner", "The owner.", required: true);
    private static readonly NumberColumn Share = new("share", "The share: 0.5 is half.", required: true);
    private static readonly RecordedOnColumn RecordedOn = new("The recorded_on of the version of the deal that the row belongs to.");

    public override Owned<OwnerSplit> Read(CsvRow row) => new(row.Need(DealId), row.Get(RecordedOn), new OwnerSplit(row.Need(Owner), row.Need(Share)));

    public override void Write(Owned<OwnerSplit> record, CsvCells cells)
    {
        cells.SetText(DealId, record.OwnerId);
        cells.SetText(Owner, record.Value.Owner);
        cells.Set(Share, record.Value.Share);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
