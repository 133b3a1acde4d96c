namespace RevOps.Metrics.Csv;

/// <summary>How marketing-activities.csv holds its rows.</summary>
internal sealed class MarketingActivityLayout() : CsvLayout<MarketingActivity>(
    CsvFile.MarketingActivities,
    "marketing-activities.csv",
    "what a channel showed on one day and what people did with it",
    [On, Channel, Campaign, IsPaid, Impressions, Engagements, LeadId, RecordedOn])
{
    private static readonly DateColumn On = new("on", "The day.", required: true);
    private static readonly TextColumn Channel = new("channel", "The marketing channel, in the words of spend.");
    private static readonly TextColumn Campaign = new("campaign", "The campaign.");
    private static readonly YesNoColumn IsPaid = new("is_paid", "True for paid reach; empty means false.");
    private static readonly WholeNumberColumn Impressions = new("impressions", "How often content was shown; empty means 0.");
    private static readonly WholeNumberColumn Engagements = new("engagements", "How often people reacted; empty means 0.");
    private static readonly TextColumn LeadId = new("lead_id", "The lead touched.");
    private static readonly RecordedOnColumn RecordedOn = new("The day the record was written down; empty means known since ever.");

    public override MarketingActivity Read(CsvRow row) => new()
    {
        On = row.Need(On),
        Channel = row.Get(Channel),
        Campaign = row.Get(Campaign),
        IsPaid = row.Get(IsPaid) ?? false,
        Impressions = row.Get(Impressions) ?? 0,
        Engagements = row.Get(Engagements) ?? 0,
        LeadId = row.Get(LeadId),
        RecordedOn = row.Get(RecordedOn),
    };

    public override void Write(MarketingActivity record, CsvCells cells)
    {
        cells.Set(On, record.On);
        cells.SetText(Channel, record.Channel);
        cells.SetText(Campaign, record.Campaign);
        cells.Set(IsPaid, record.IsPaid);
        cells.Set(Impressions, record.Impressions);
        cells.Set(Engagements, record.Engagements);
        cells.SetText(LeadId, record.LeadId);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
