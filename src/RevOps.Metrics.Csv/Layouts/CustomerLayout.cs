namespace RevOps.Metrics.Csv;

/// <summary>How customers.csv holds its rows.</summary>
internal sealed class CustomerLayout() : CsvLayout<Customer>(
    CsvFile.Customers,
    "customers.csv",
    "one customer. Any number of further columns named attribute:NAME (attribute:segment) hold attributes that have always been so; attributes with a date stand in customer-attributes.csv",
    [Id, Name, ParentId, RecordedOn])
{
    private static readonly TextColumn Id = new("id", "The identifier that the other files refer to.", required: true);
    private static readonly TextColumn Name = new("name", "The name people know it by.");
    private static readonly TextColumn ParentId = new("parent_id", "The account it has always belonged to; accounts with a date stand in customer-parents.csv.");
    private static readonly RecordedOnColumn RecordedOn = new("The day this version of the record was written down; empty means known since ever.");

    public override bool TakesAttributes => true;

    public override Customer Read(CsvRow row) => new()
    {
        Id = row.Need(Id),
        Name = row.Get(Name),
        Attributes = row.Attributes(),
        Parents = row.Get(ParentId) is { } parent ? [new CustomerParent(parent)] : [],
        RecordedOn = row.Get(RecordedOn),
    };

    // Attributes and parents are written with their dates, in their own files.
    public override void Write(Customer record, CsvCells cells)
    {
        cells.SetText(Id, record.Id);
        cells.SetText(Name, record.Name);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
