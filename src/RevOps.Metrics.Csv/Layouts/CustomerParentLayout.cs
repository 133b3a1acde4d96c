namespace RevOps.Metrics.Csv;

/// <summary>How customer-parents.csv holds its rows.</summary>
internal sealed class CustomerParentLayout() : CsvLayout<Owned<CustomerParent>>(
    CsvFile.CustomerParents,
    "customer-parents.csv",
    "the account that a customer belongs to from a day on",
    [CustomerId, ParentId, From, RecordedOn])
{
    private static readonly TextColumn CustomerId = new("customer_id", "The customer.", required: true);
    private static readonly TextColumn ParentId = new("parent_id", "The parent; empty means it belongs to none from that day.");
    private static readonly DateColumn From = new("from", "The first day; empty means since ever.");
    private static readonly RecordedOnColumn RecordedOn = new("The recorded_on of the version of the customer that the row belongs to.");

    public override Owned<CustomerParent> Read(CsvRow row) => new(row.Need(CustomerId), row.Get(RecordedOn), new CustomerParent(row.Get(ParentId), row.Get(From)));

    public override void Write(Owned<CustomerParent> record, CsvCells cells)
    {
        cells.SetText(CustomerId, record.OwnerId);
        cells.SetText(ParentId, record.Value.ParentId);
        cells.Set(From, record.Value.From);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
