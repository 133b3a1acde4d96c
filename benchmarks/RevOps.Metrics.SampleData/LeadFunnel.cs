using System.Globalization;
using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>Leads: those behind the new-business deals, and the many that came to nothing.</summary>
internal sealed class LeadFunnel
{
    private static readonly string[] Campaigns = ["Spring launch", "ROI guide", "Webinar", "Trade fair"];
    private readonly SampleCompanyOptions _options;
    private readonly SalesTeam _team;
    private readonly SampleRandom _random;

    private LeadFunnel(SampleCompanyOptions options, SalesTeam team)
    {
        _options = options;
        _team = team;
        _random = new SampleRandom(options.Seed, "leads");
    }

    /// <summary>Six leads for every five deals, numbered by first touch, and the deals with the leads they came from.</summary>
    public static (IReadOnlyList<Lead> Leads, IReadOnlyList<Deal> Deals) Make(
        SampleCompanyOptions options, SalesTeam team, IReadOnlyList<Deal> deals, IReadOnlyDictionary<string, Account> accounts)
    {
        LeadFunnel funnel = new(options, team);
        List<Lead> leads = [];
        foreach (Deal deal in deals)
        {
            Account account = accounts[deal.CustomerId!];
            if (deal.Type == DealType.NewBusiness && funnel._random.Chance(account.Channel.IsInbound ? 0.85 : 0.6))
                leads.Add(funnel.Converted(deal, account));
        }

        int wanted = Math.Max(leads.Count, options.Deals * 6 / 5);
        while (leads.Count < wanted) leads.Add(funnel.Unconverted());

        Dictionary<string, string> leadOfDeal = new(StringComparer.Ordinal);
        List<Lead> numbered = [];
        foreach (Lead lead in leads.OrderBy(lead => lead.FirstTouchOn))
        {
            string id = "L" + (numbered.Count + 1).ToString(CultureInfo.InvariantCulture);
            numbered.Add(lead with { Id = id });
            if (lead.DealId is { } deal) leadOfDeal.Add(deal, id);
        }

        return (numbered, [.. deals.Select(deal => leadOfDeal.TryGetValue(deal.Id, out string? lead) ? deal with { LeadId = lead } : deal)]);
    }

    private Lead Converted(Deal deal, Account account)
    {
        LocalDate converted = deal.CreatedOn!.Value;
        LocalDate touched = converted.PlusDays(-(int)_random.Around(28));
        int days = Period.DaysBetween(touched, converted);
        return Touched(touched, account.Channel, account.Region) with
        {
            CustomerId = account.Id,
            DealId = deal.Id,
            Owner = deal.History[0].Owner,
            MarketingQualifiedOn = _random.Chance(0.95) ? touched.PlusDays(days / 4) : null,
            AcceptedOn = _random.Chance(0.9) ? touched.PlusDays(days / 2) : null,
            SalesQualifiedOn = touched.PlusDays(days * 4 / 5),
            ConvertedOn = converted,
        };
    }

    /// <summary>Most stop before marketing qualifies them; four in five are given up in the end, the others are still being worked.</summary>
    private Lead Unconverted()
    {
        Channel channel = _random.Pick(Market.Channels, c => c.Weight / c.WinRate);
        string region = _random.Pick(Market.Regions, r => r == "Americas" ? 5 : r == "EMEA" ? 3 : 2);
        LocalDate touched = Market.SeasonalDay(_random, _options.From, _options.To);
        int reached = _random.Pick([0, 1, 2, 3], n => n switch { 0 => 55, 1 => 25, 2 => 13, _ => 7 });
        LocalDate qualified = touched.PlusDays(_random.Between(0, 10));
        LocalDate accepted = qualified.PlusDays(_random.Between(1, 8));
        LocalDate salesQualified = accepted.PlusDays(_random.Between(1, 12));
        LocalDate disqualified = salesQualified.PlusDays(_random.Between(3, 45));
        bool isOld = touched < _options.To.PlusDays(-120);
        return Touched(touched, channel, region) with
        {
            Owner = reached >= 2 ? _team.For(region, touched, _random).Name : null,
            MarketingQualifiedOn = reached >= 1 ? Known(qualified) : null,
            AcceptedOn = reached >= 2 ? Known(accepted) : null,
            SalesQualifiedOn = reached >= 3 ? Known(salesQualified) : null,
            DisqualifiedOn = _random.Chance(isOld ? 0.92 : 0.35) ? Known(disqualified) : null,
        };
    }

    private Lead Touched(LocalDate on, Channel channel, string region) => new()
    {
        Id = "",
        FirstTouchOn = on,
        Channel = channel.Name,
        Source = channel.Name switch
        {
            "Paid Search" => "Advertisement",
            "Organic" => _random.Chance(0.5) ? "Website" : "Blog",
            "Events" => "Event",
            "Outbound" => _random.Chance(0.6) ? "Email" : "Call",
            _ => channel.Name,
        },
        Campaign = _random.Chance(0.3) ? $"{_random.Pick(Campaigns)} {region}" : null,
        IsInbound = _random.Chance(0.96) ? channel.IsInbound : null,
    };

    private LocalDate? Known(LocalDate day) => day < _options.To ? day : null;
}
