namespace RevOps.Metrics.Csv;

/// <summary>How customer-attributes.csv holds its rows.</summary>
internal sealed class CustomerAttributeLayout() : CsvLayout<Owned<CustomerAttribute>>(
    CsvFile.CustomerAttributes,
    "customer-attributes.csv",
    "one value of one attribute of a customer, from a day on",
    [CustomerId, Name, Value, From, RecordedOn])
{
    private static readonly TextColumn CustomerId = new("customer_id", "The customer.", required: true);
    private static readonly TextColumn Name = new("name", "The attribute: segment, channel, region.", required: true);
    private static readonly TextColumn Value = new("value", "Its value.", required: true);
    private static readonly DateColumn From = new("from", "The first day; empty means since ever.");
    private static readonly RecordedOnColumn RecordedOn = new("The recorded_on of the version of the customer that the row belongs to.");

    public override Owned<CustomerAttribute> Read(CsvRow row) =>
        new(row.Need(CustomerId), row.Get(RecordedOn), new CustomerAttribute(row.Need(Name), row.Need(Value), row.Get(From)));

    public override void Write(Owned<CustomerAttribute> record, CsvCells cells)
    {
        cells.SetText(CustomerId, record.OwnerId);
        cells.SetText(Name, record.Value.Name);
        cells.SetText(Value, record.Value.Value);
        cells.Set(From, record.Value.From);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
