using NodaTime;

namespace RevOps.Metrics;

/// <summary>Who belongs to whom on which days, kept free of cycles.</summary>
internal sealed class ParentChains
{
    private readonly Dictionary<string, List<Link>> _links = new(StringComparer.Ordinal);

    /// <summary>
    /// Adds a customer's parents; false where on some day a chain of parents would lead back to the customer, with the first such day on the
    /// chain found (null for the beginning of time).
    /// </summary>
    public bool TryAdd(Customer customer, out LocalDate? day)
    {
        day = null;
        if (customer.Parents.Count == 0) return true;
        List<Link> links = LinksOf(customer);
        // Without cycles so far, a chain is finite: on each of its days every customer on it has one parent.
        Stack<Link> open = new(links);
        while (open.TryPop(out Link reached))
        {
            if (reached.ParentId == customer.Id)
            {
                day = reached.From == LocalDate.MinIsoValue ? null : reached.From;
                return false;
            }

            foreach (Link next in _links.GetValueOrDefault(reached.ParentId, []))
            {
                LocalDate from = LocalDate.Max(reached.From, next.From), to = LocalDate.Min(reached.To, next.To);
                if (from < to) open.Push(new Link(next.ParentId, from, to));
            }
        }

        if (links.Count > 0) _links.Add(customer.Id, links);
        return true;
    }

    /// <summary>Each parent from its day until the next one's.</summary>
    private static List<Link> LinksOf(Customer customer)
    {
        CustomerParent[] parents = [.. customer.Parents.OrderBy(parent => parent.From ?? LocalDate.MinIsoValue)];
        List<Link> links = [];
        for (int i = 0; i < parents.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(parents[i].ParentId)) continue;
            LocalDate to = i + 1 < parents.Length ? parents[i + 1].From!.Value : LocalDate.MaxIsoValue;
            links.Add(new Link(parents[i].ParentId!, parents[i].From ?? LocalDate.MinIsoValue, to));
        }

        return links;
    }

    private readonly record struct Link(string ParentId, LocalDate From, LocalDate To);
}
