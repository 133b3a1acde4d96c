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

    private readonly bool[] _isTaken = new bool[subscriptions.Count];
    private readonly ILookup<string, int> _renewing = Naming(subscriptions, subscription => subscription.RenewsId);
    private readonly ILookup<string, int> _replacing = Naming(subscriptions, subscription => subscription.ReplacesId);

    private HashSet<int> NamingAnother => field ??= [.. _renewing.Concat(_replacing).SelectMany(numbers => numbers)];

    /// <summary>True where another subscription of the customer says that it renews this one.</summary>
    public bool IsRenewed(Subscription subscription) => _renewing.Contains(subscription.Id);

    /// <summary>What renews a contract and from which day on; ask for the contracts in the order in which they fall due.</summary>
    public (int Day, PricedSpan Span)? RenewalOf(DueContract contract)
    {
        int own = Array.FindIndex(paid[contract.Subscription], span => span.To > contract.Due);
        if (own >= 0)
        {
            PricedSpan goesOn = paid[contract.Subscription][own];
            int day = Math.Max(goesOn.From, contract.Due);
            if (day < coveredTo) return (day, goesOn);
        }

        string id = subscriptions[contract.Subscription].Id;
        int by = Earliest(_renewing[id], contract.From, int.MaxValue);
        if (by < 0) by = Earliest(_replacing[id], contract.From, int.MaxValue);
        if (by < 0)
        {
            by = Earliest(ByService(contract), contract.ServiceEnd, contract.Due + LatestByService);
            if (by >= 0) _isTaken[by] = true;
        }

        return by < 0 ? null : (paid[by][0].From, paid[by][0]);
    }

    /// <summary>The subscriptions that name another one of the customer, by the id they name.</summary>
    private static ILookup<string, int> Naming(IReadOnlyList<Subscription> subscriptions, Func<Subscription, string?> named)
    {
        HashSet<string> ids = new(subscriptions.Select(subscription => subscription.Id), StringComparer.Ordinal);
        return subscriptions.Index()
            .Where(s => !s.Item.IsVoid && named(s.Item) is { } id && ids.Contains(id) && id != s.Item.Id)
            .ToLookup(s => named(s.Item)!, s => s.Index, StringComparer.Ordinal);
    }

    private IEnumerable<int> ByService(DueContract contract)
    {
        int product = productOf(contract.Last.Term);
        return Enumerable.Range(0, subscriptions.Count).Where(other =>
            other != contract.Subscription && !_isTaken[other] && !NamingAnother.Contains(other) && paid[other].Length > 0 && productOf(paid[other][0].Term) == product);
    }

    /// <summary>Which of some subscriptions has the earliest first paid day between two, both included; the first of them by id, -1 for none.</summary>
    private int Earliest(IEnumerable<int> candidates, int from, int to)
    {
        int earliest = -1;
        foreach (int candidate in candidates)
        {
            if (paid[candidate].Length == 0) continue;
            int day = paid[candidate][0].From;
            if (day < from || day > to || day >= coveredTo) continue;
            if (earliest < 0 || day < paid[earliest][0].From) earliest = candidate;
        }

        return earliest;
    }
}
