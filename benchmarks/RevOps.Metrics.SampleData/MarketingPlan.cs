using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>What was spent on winning and keeping customers, and what marketing's channels showed for it.</summary>
internal static class MarketingPlan
{
    /// <summary>Monthly spend by category, channel, segment and owner.</summary>
    /// <param name="options">The window.</param>
    /// <param name="team">The owners, whose cost is spend too.</param>
    /// <param name="monthlyNew">The new business won in an average month, in the reporting currency: budgets follow it.</param>
    public static IReadOnlyList<Spend> Spends(SampleCompanyOptions options, SalesTeam team, decimal monthlyNew)
    {
        SampleRandom random = new(options.Seed, "spend");
        List<Spend> spends = [];
        foreach (LocalDate month in options.Months)
        {
            decimal growth = 0.85m + (0.15m * (month.Year - options.From.Year));
            foreach (Channel channel in Market.Channels)
            {
                foreach (Segment segment in Market.Segments)
                {
                    decimal share = (decimal)(channel.Cost / 100) * (segment.Name == "Mid-Market" ? 0.4m : 0.3m);
                    Add(month, 0.50m * monthlyNew * growth * share, SpendCategory.Marketing)(s => s with { Channel = channel.Name, Segment = segment.Name });
                }
            }

            foreach (Owner owner in team.Owners.Where(o => o.WorksOn(month)))
                Add(month, 0.75m * monthlyNew * growth / 11m, SpendCategory.Sales)(s => s with { Owner = owner.Name });
            foreach (Segment segment in Market.Segments)
                Add(month, 0.06m * monthlyNew * growth, SpendCategory.CustomerSuccess)(s => s with { Segment = segment.Name });
            Add(month, 0.05m * monthlyNew * growth, SpendCategory.Other)(s => s);
            if (month.Month == 9) AddYearlyFair(month, growth);
        }

        return spends;

        Action<Func<Spend, Spend>> Add(LocalDate from, decimal amount, SpendCategory category) => complete => spends.Add(complete(new Spend
        {
            From = from,
            To = from.PlusMonths(1),
            Amount = new Money(decimal.Round(amount * random.Between(85, 115) / 1000m) * 10m, options.ReportingCurrency),
            Category = category,
        }));

        // A trade fair costs once for a whole quarter, is paid in euros, and part of the stand's deposit comes back.
        void AddYearlyFair(LocalDate month, decimal growth)
        {
            Money cost = new(decimal.Round(0.15m * monthlyNew * growth / 100m) * 100m, Currency.Eur);
            Spend fair = new()
            {
                From = month,
                To = month.PlusMonths(3),
                Amount = cost,
                Category = SpendCategory.Marketing,
                Channel = "Events",
                Campaign = "Trade fair EMEA",
            };
            spends.Add(fair);
            spends.Add(fair with { From = month.PlusMonths(2), To = null, Amount = -(cost * 0.1m).Round().WithoutTrailingZeros() });
        }
    }

    /// <summary>One line for each channel and month, and the first touch of every tenth lead.</summary>
    public static IReadOnlyList<MarketingActivity> Activities(SampleCompanyOptions options, IReadOnlyList<Lead> leads)
    {
        SampleRandom random = new(options.Seed, "marketing activities");
        List<MarketingActivity> activities = [];
        ILookup<(LocalDate Month, string? Channel), Lead> byMonth =
            leads.ToLookup(lead => (lead.FirstTouchOn.With(DateAdjusters.StartOfMonth), lead.Channel));
        foreach (LocalDate month in options.Months)
        {
            foreach (Channel channel in Market.Channels)
            {
                long engagements = (byMonth[(month, channel.Name)].Count() + 1L) * random.Between(18, 40);
                activities.Add(new MarketingActivity
                {
                    On = month.With(DateAdjusters.EndOfMonth),
                    Channel = channel.Name,
                    IsPaid = channel.Name is "Paid Search" or "Events",
                    Impressions = engagements * random.Between(20, 60),
                    Engagements = engagements,
                });
            }
        }

        for (int i = 0; i < leads.Count; i += 10)
        {
            activities.Add(new MarketingActivity
            {
                On = leads[i].FirstTouchOn,
                Channel = leads[i].Channel,
                Campaign = leads[i].Campaign,
                IsPaid = leads[i].Channel is "Paid Search" or "Events",
                Impressions = 1,
                Engagements = 1,
                LeadId = leads[i].Id,
            });
        }

        return activities;
    }
}
