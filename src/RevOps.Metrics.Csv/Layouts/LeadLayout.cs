namespace RevOps.Metrics.Csv;

/// <summary>How leads.csv holds its rows.</summary>
internal sealed class LeadLayout() : CsvLayout<Lead>(
    CsvFile.Leads,
    "leads.csv",
    "one lead",
    [Id, FirstTouchOn, CustomerId, DealId, Source, Channel, Campaign, Owner, IsInbound, MarketingQualifiedOn, AcceptedOn, SalesQualifiedOn, DisqualifiedOn, ConvertedOn, RecordedOn])
{
    private static readonly TextColumn Id = new("id", "The identifier.", required: true);
    private static readonly DateColumn FirstTouchOn = new("first_touch_on", "The day of the first contact.", required: true);
    private static readonly TextColumn CustomerId = new("customer_id", "The customer it became or belongs to.");
    private static readonly TextColumn DealId = new("deal_id", "The deal it became.");
    private static readonly TextColumn Source = new("source", "Where it came from.");
    private static readonly TextColumn Channel = new("channel", "The marketing channel, in the words of spend.");
    private static readonly TextColumn Campaign = new("campaign", "The campaign.");
    private static readonly TextColumn Owner = new("owner", "Who works it.");
    private static readonly YesNoColumn IsInbound = new("is_inbound", "True when it reached out by itself; empty when unknown.");
    private static readonly DateColumn MarketingQualifiedOn = new("marketing_qualified_on", "The day marketing qualified it (MQL).");
    private static readonly DateColumn AcceptedOn = new("accepted_on", "The day sales accepted it (SAL).");
    private static readonly DateColumn SalesQualifiedOn = new("sales_qualified_on", "The day sales qualified it (SQL).");
    private static readonly DateColumn DisqualifiedOn = new("disqualified_on", "The day it was given up.");
    private static readonly DateColumn ConvertedOn = new("converted_on", "The day it became a deal.");
    private static readonly RecordedOnColumn RecordedOn = new("The day this version of the record was written down; empty means known since ever.");

    public override Lead Read(CsvRow row) => new()
    {
        Id = row.Need(Id),
        FirstTouchOn = row.Need(FirstTouchOn),
        CustomerId = row.Get(CustomerId),
        DealId = row.Get(DealId),
        Source = row.Get(Source),
        Channel = row.Get(Channel),
        Campaign = row.Get(Campaign),
        Owner = row.Get(Owner),
        IsInbound = row.Get(IsInbound),
        MarketingQualifiedOn = row.Get(MarketingQualifiedOn),
        AcceptedOn = row.Get(AcceptedOn),
        SalesQualifiedOn = row.Get(SalesQualifiedOn),
        DisqualifiedOn = row.Get(DisqualifiedOn),
        ConvertedOn = row.Get(ConvertedOn),
        RecordedOn = row.Get(RecordedOn),
    };

    public override void Write(Lead record, CsvCells cells)
    {
        cells.SetText(Id, record.Id);
        cells.Set(FirstTouchOn, record.FirstTouchOn);
        cells.SetText(CustomerId, record.CustomerId);
        cells.SetText(DealId, record.DealId);
        cells.SetText(Source, record.Source);
        cells.SetText(Channel, record.Channel);
        cells.SetText(Campaign, record.Campaign);
        cells.SetText(Owner, record.Owner);
        cells.Set(IsInbound, record.IsInbound);
        cells.Set(MarketingQualifiedOn, record.MarketingQualifiedOn);
        cells.Set(AcceptedOn, record.AcceptedOn);
        cells.Set(SalesQualifiedOn, record.SalesQualifiedOn);
        cells.Set(DisqualifiedOn, record.DisqualifiedOn);
        cells.Set(ConvertedOn, record.ConvertedOn);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
