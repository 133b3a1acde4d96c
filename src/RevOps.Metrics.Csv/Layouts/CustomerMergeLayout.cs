namespace RevOps.Metrics.Csv;

/// <summary>How customer-merges.csv holds its rows.</summary>
internal sealed class CustomerMergeLayout() : CsvLayout<CustomerMerge>(
    CsvFile.CustomerMerges,
    "customer-merges.csv",
    "one customer that is, or became, part of another",
    [CustomerId, IntoCustomerId, Kind, On, RecordedOn])
{
    private static readonly TextColumn CustomerId = new("customer_id", "The customer that goes.", required: true);
    private static readonly TextColumn IntoCustomerId = new("into_customer_id", "The customer that stays.", required: true);
    private static readonly WordColumn<CustomerMergeKind> Kind = new("kind", "Whether they were one all along or became one.", required: true);
    private static readonly DateColumn On = new("on", "The first day as one customer; needed for an acquisition.");
    private static readonly RecordedOnColumn RecordedOn = new("The day the record was written down; empty means known since ever.");

    public override CustomerMerge Read(CsvRow row) => new()
    {
        CustomerId = row.Need(CustomerId),
        IntoCustomerId = row.Need(IntoCustomerId),
        Kind = row.Need(Kind),
        On = row.Get(On),
        RecordedOn = row.Get(RecordedOn),
    };

    public override void Write(CustomerMerge record, CsvCells cells)
    {
        cells.SetText(CustomerId, record.CustomerId);
        cells.SetText(IntoCustomerId, record.IntoCustomerId);
        cells.Set(Kind, record.Kind);
        cells.Set(On, record.On);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
