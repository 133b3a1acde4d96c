namespace RevOps.Metrics;

/// <summary>Finds what renews the contracts of one customer, by the rules that <see cref="Renewals"/> tells.</summary>
/// <param name="subscriptions">The customer's subscriptions, in the ordinal order of ids.</param>
/// <param name="paid">For each of them the spans in which it charges something, in order.</param>
/// <param name="productOf">The product of a price term's number.</param>
/// <param name="coveredTo">The first day that the records no longer cover.</param>
internal sealed class RenewalMatching(IReadOnlyList<Subscription> subscriptions, IReadOnlyList<PricedSpan[]> paid, Func<int, int> productOf, int coveredTo)
{
    /// <summary>How long after the due day a subscription that names no other can still be judged a renewal.</summary>
    private const int LatestByService = 366;

    private readonly ILookup<string, int> _renewing = Naming(subscriptions, subscription => subscription.RenewsId);
    private readonly ILookup<string, int> _replacing = Naming(subscriptions, subscription => subscription.ReplacesId);

    /// <summary>True where another subscription of the customer says that it renews this one.</summary>
    public bool IsRenewed(Subscription subscription) => _renewing.Contains(subscription.Id);

    /// <summary>What renews each of the customer's contracts, given in the order in which they fall due, and from which day on.</summary>
    public (int Day, PricedSpan Span)?[] RenewalsOf(IReadOnlyList<DueContract> contracts)
    {
        (int Day, PricedSpan Span)?[] renewals = [.. contracts.Select(contract => GoingOn(contract) ?? Named(contract))];
        List<int> open = [.. Enumerable.Range(0, contracts.Count).Where(i => renewals[i] is null)];
        foreach (int silent in Silent())
        {
            PricedSpan first = paid[silent][0];
            int latest = -1;
            foreach (int i in open)
            {
                DueContract contract = contracts[i];
                if (contract.Subscription == silent || productOf(contract.Last.Term) != productOf(first.Term)) continue;
                if (first.From < contract.ServiceEnd || first.From > contract.Due + LatestByService) continue;
                if (latest < 0 || contract.ServiceEnd > contracts[latest].ServiceEnd) latest = i;
            }

            if (latest < 0) continue;
            renewals[latest] = (first.From, first);
            open.Remove(latest);
        }

        return renewals;
    }

    private (int Day, PricedSpan Span)? GoingOn(DueContract contract)
    {
        int next = Array.FindIndex(paid[contract.Subscription], span => span.To > contract.Due);
        if (next < 0) return null;
        PricedSpan span = paid[contract.Subscription][next];
        int day = Math.Max(span.From, contract.Due);
        return day < coveredTo ? (day, span) : null;
    }

    private (int Day, PricedSpan Span)? Named(DueContract contract)
    {
        string id = subscriptions[contract.Subscription].Id;
        return Earliest(_renewing[id], contract.From) ?? Earliest(_replacing[id], contract.From);
    }

    /// <summary>The earliest first paid day of some subscriptions, from a day on.</summary>
    private (int Day, PricedSpan Span)? Earliest(IEnumerable<int> candidates, int from) => candidates
        .Where(candidate => IsPaid(candidate) && paid[candidate][0].From >= from)
        .Select(candidate => ((int Day, PricedSpan Span)?)(paid[candidate][0].From, paid[candidate][0]))
        .MinBy(renewal => renewal!.Value.Day);

    /// <summary>The subscriptions that name no other one, by their first paid day.</summary>
    private IEnumerable<int> Silent()
    {
        HashSet<int> naming = [.. _renewing.Concat(_replacing).SelectMany(numbers => numbers)];
        return Enumerable.Range(0, subscriptions.Count).Where(number => IsPaid(number) && !naming.Contains(number)).OrderBy(number => paid[number][0].From);
    }

    private bool IsPaid(int subscription) => paid[subscription].Length > 0 && paid[subscription][0].From < coveredTo;

    /// <summary>The subscriptions that name another one of the customer, by the id they name.</summary>
    private static ILookup<string, int> Naming(IReadOnlyList<Subscription> subscriptions, Func<Subscription, string?> named)
    {
        HashSet<string> ids = new(subscriptions.Select(subscription => subscription.Id), StringComparer.Ordinal);
        return subscriptions.Index()
            .Where(s => !s.Item.IsVoid && named(s.Item) is { } id && ids.Contains(id) && id != s.Item.Id)
            .ToLookup(s => named(s.Item)!, s => s.Index, StringComparer.Ordinal);
    }
}
