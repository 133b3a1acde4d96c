using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Random leads and marketing activities.</summary>
internal static partial class RandomBooks
{
    /// <summary>Leads, several of which can be one deal's; what ties the two is named by the lead, by the deal or by both.</summary>
    private static Gen<Lead[]> LeadsOf(string?[] customers, int deals, Gen<LocalDate> days) =>
        from qualifies in Flags(4, 5)
        from leads in Lists(
            from lead in LeadOf(qualifies, days)
            from customer in Gen.Elements([null, .. customers])
            from deal in Gen.Choose(-4, deals - 1)
            select lead with { CustomerId = customer, DealId = deal < 0 ? null : $"d{deal}" }, 10)
        select leads.Select((lead, i) => lead with { Id = $"l{i}" }).ToArray();

    /// <param name="qualifies">Whether marketing's qualification is recorded.</param>
    private static Gen<Lead> LeadOf(bool qualifies, Gen<LocalDate> days) =>
        from touched in days
        from qualified in Maybe(days, 2)
        from accepted in Maybe(days, 1)
        from bySales in Maybe(days, 2)
        from given in Maybe(days, 1, 4)
        from converted in Maybe(days, 1, 2)
        from source in Gen.Elements("Webinar", "Referral", null)
        from channel in Gen.Elements("Ads", "Events", null)
        from campaign in Gen.Elements("Spring", "Autumn", null)
        from owner in Gen.Elements("Ann", "Cal", null)
        from isInbound in Gen.Elements<bool?>(true, false, null)
        let After = (Func<LocalDate?, LocalDate?>)(day => day < touched ? touched : day)
        select new Lead
        {
            Id = "", FirstTouchOn = touched, MarketingQualifiedOn = qualifies ? After(qualified) : null, AcceptedOn = After(accepted), SalesQualifiedOn = After(bySales),
            DisqualifiedOn = After(given), ConvertedOn = After(converted), Source = source, Channel = channel, Campaign = campaign, Owner = owner, IsInbound = isInbound,
        };

    /// <summary>The deals, some of which name one of the leads that name them.</summary>
    private static IEnumerable<Deal> Naming(IEnumerable<Deal> deals, Lead[] leads) => deals.Select((deal, i) =>
        i % 3 == 0 ? deal with { LeadId = leads.LastOrDefault(lead => lead.DealId == deal.Id)?.Id } : deal);

    /// <summary>The leads; one whose deal names it need not name the deal.</summary>
    private static IEnumerable<Lead> Unnaming(Lead[] leads, IEnumerable<Deal> deals) => leads.Select((lead, i) =>
        i % 2 == 0 && deals.Any(deal => deal.LeadId == lead.Id) ? lead with { DealId = null } : lead);

    private static Gen<MarketingActivity> ActivityOf(Gen<LocalDate> days) =>
        from day in days
        from channel in Gen.Elements("Ads", "Events", null)
        from campaign in Gen.Elements("Spring", "Autumn", null)
        from isPaid in Flags(1, 2)
        from impressions in Gen.Elements(0L, 1L, 1000L, 12345L)
        from engagements in Gen.Elements(0L, 7L, 1000L)
        select new MarketingActivity { On = day, Channel = channel, Campaign = campaign, IsPaid = isPaid, Impressions = impressions, Engagements = engagements };
}
