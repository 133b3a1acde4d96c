using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>The touches of each lead.</summary>
internal sealed class LeadTouches
{
    private readonly ILookup<string, MarketingActivity> _activities;

    public LeadTouches(RevenueDataset data) => _activities = data.MarketingActivities
        .Where(activity => !string.IsNullOrEmpty(activity.LeadId))
        .ToLookup(activity => activity.LeadId!, StringComparer.Ordinal);

    /// <summary>The touches of some leads together up to a day, in the order of days, and how many days before it each was.</summary>
    public (ValueList<string> Channels, ValueList<double> Ages) UpTo(LocalDate day, IEnumerable<Lead> leads)
    {
        // The sort is stable, and a lead's own first touch comes before its activities.
        (LocalDate On, string Channel)[] touches = [.. leads.SelectMany(Of).Where(touch => touch.On <= day).OrderBy(touch => touch.On)];
        return ([.. touches.Select(touch => touch.Channel)], [.. touches.Select(touch => (double)Period.DaysBetween(touch.On, day))]);
    }

    private IEnumerable<(LocalDate On, string Channel)> Of(Lead lead)
    {
        bool isRecorded = _activities[lead.Id].Any(activity => activity.On == lead.FirstTouchOn && (lead.Channel is null || ChannelOf(activity.Channel) == lead.Channel));
        if (!isRecorded) yield return (lead.FirstTouchOn, ChannelOf(lead.Channel));
        foreach (MarketingActivity activity in _activities[lead.Id]) yield return (activity.On, ChannelOf(activity.Channel));
    }

    private static string ChannelOf(string? channel) => string.IsNullOrEmpty(channel) ? Cell.NoValue : channel;
}
