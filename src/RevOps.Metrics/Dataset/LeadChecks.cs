using NodaTime;

namespace RevOps.Metrics;

/// <summary>The rules a <see cref="Lead"/> must keep.</summary>
internal static class LeadChecks
{
    public static readonly RecordKind<Lead> Lead = new("lead", l => $"lead {l.Id}", l => l.Id, Check, Dates, l => l.RecordedOn, l => l.CustomerId);

    private static IEnumerable<LocalDate> Dates(Lead lead) =>
        Milestones(lead).Select(milestone => milestone.Date).OfType<LocalDate>().Prepend(lead.FirstTouchOn);

    private static IEnumerable<(LocalDate? Date, string Field)> Milestones(Lead lead) =>
    [
        (lead.MarketingQualifiedOn, "marketing qualified on"), (lead.AcceptedOn, "accepted on"),
        (lead.SalesQualifiedOn, "sales qualified on"), (lead.DisqualifiedOn, "disqualified on"), (lead.ConvertedOn, "converted on"),
    ];

    private static void Check(Lead lead, RecordCheck check)
    {
        check.Required(lead.Id, "id", "id");
        foreach ((LocalDate? date, string field) in Milestones(lead))
        {
            check.Ordered(lead.FirstTouchOn, "first touch on", date, field, "milestone.before-first-touch");
        }
    }
}
