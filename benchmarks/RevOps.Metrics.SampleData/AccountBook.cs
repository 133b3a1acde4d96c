using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>The customers as records: what is known of each and since when, who belongs to whom, and who is the same.</summary>
internal static class AccountBook
{
    private static readonly string[] FirstWords = ["North", "Blue", "Silver", "Bright", "Grand", "Iron", "Green", "Red", "Swift", "True"];
    private static readonly string[] LastWords = ["Harbor", "Field", "Stone", "Works", "Labs", "Bridge", "Point", "River", "Peak", "Gate"];

    public static IReadOnlyList<Customer> Customers(SampleCompanyOptions options, IReadOnlyList<Account> buyers, IReadOnlyList<Account> prospects)
    {
        SampleRandom random = new(options.Seed, "customers");
        List<Account> parents = [.. buyers.Where(b => b.Segment.Name == "Enterprise")];
        List<Customer> customers = [];
        foreach (Account account in buyers.Concat(prospects))
        {
            bool isOwned = parents.Count > 0 && account.JoinsOn is not null && account.Segment.Name != "Enterprise" && random.Chance(0.09);
            customers.Add(new Customer
            {
                Id = account.Id,
                Name = account.JoinsOn is null ? null : $"{random.Pick(FirstWords)} {random.Pick(LastWords)}",
                Attributes = Attributes(account),
                Parents = isOwned ? Parents(random, options, account, random.Pick(parents)) : [],
            });
        }

        return customers;
    }

    /// <summary>A few prospects turn out to be customers under another name, and a few customers are bought by others.</summary>
    public static IReadOnlyList<CustomerMerge> Merges(SampleCompanyOptions options, IReadOnlyList<Account> buyers, IReadOnlyList<Account> prospects)
    {
        SampleRandom random = new(options.Seed, "merges");
        List<CustomerMerge> merges = [];
        for (int i = 0; i < prospects.Count && i < Math.Max(2, options.Customers / 200); i++)
        {
            merges.Add(new CustomerMerge
            {
                CustomerId = prospects[i * prospects.Count / Math.Max(2, options.Customers / 200)].Id,
                IntoCustomerId = random.Pick(buyers).Id,
                Kind = CustomerMergeKind.Duplicate,
            });
        }

        List<Account> small = [.. buyers.Where(b => b.Segment.Name == "SMB" && b.JoinsOn < options.To.PlusMonths(-14))];
        List<Account> large = [.. buyers.Where(b => b.Segment.Name == "Enterprise" && b.JoinsOn < options.To.PlusMonths(-14))];
        for (int i = 0; i < Math.Min(small.Count, Math.Max(2, options.Customers / 200)) && large.Count > 0; i++)
        {
            merges.Add(new CustomerMerge
            {
                CustomerId = small[i * small.Count / Math.Max(2, options.Customers / 200)].Id,
                IntoCustomerId = random.Pick(large).Id,
                Kind = CustomerMergeKind.Acquisition,
                On = options.To.PlusDays(-random.Between(60, 400)),
            });
        }

        return merges;
    }

    private static ValueList<CustomerAttribute> Attributes(Account account)
    {
        List<CustomerAttribute> attributes = [new("segment", account.Segment.Name)];
        if (account.GrowsOn is { } grows) attributes.Add(new CustomerAttribute("segment", Market.Above(account.Segment).Name, grows));
        attributes.Add(new CustomerAttribute("channel", account.Channel.Name));
        attributes.Add(new CustomerAttribute("region", account.Region));
        attributes.Add(new CustomerAttribute("industry", account.Industry));
        return ValueList.From(attributes);
    }

    /// <summary>Half belonged to their parent all along, the others since a day; some of those left again.</summary>
    private static ValueList<CustomerParent> Parents(SampleRandom random, SampleCompanyOptions options, Account account, Account parent)
    {
        if (random.Chance(0.5)) return [new CustomerParent(parent.Id)];
        LocalDate from = account.JoinsOn!.Value.PlusMonths(random.Between(2, 14));
        LocalDate to = from.PlusMonths(random.Between(4, 12));
        if (from >= options.To) return [];
        CustomerParent joined = new(parent.Id, from);
        return random.Chance(0.5) && to < options.To ? [joined, new CustomerParent(null, to)] : [joined];
    }
}
