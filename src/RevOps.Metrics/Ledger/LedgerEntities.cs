namespace RevOps.Metrics;

/// <summary>Whose movements are told apart: which customer a subscription belongs to on which days, and which entity it is then part of.</summary>
/// <remarks>
/// A customer is, from the day of an acquisition, the one that acquired it, and a duplicate the one it is for all time. Above that stands, where
/// the policy's grain is the parent account, the account at the top of its parents on the day.
/// </remarks>
internal sealed class LedgerEntities
{
    private readonly LedgerPolicy _policy;
    private readonly IReadOnlyList<Customer> _customers;
    private readonly CustomerNumbers _numbers;
    private readonly Dictionary<int, (int On, int Into)> _acquisitions = [];
    private readonly Dictionary<int, List<Owned>> _owners = [];
    private readonly Dictionary<(int Subscription, int Owner), int> _bySubscription = [];
    private readonly List<int> _subscriptionOwners = [];

    public LedgerEntities(RevenueDataset data, LedgerPolicy policy, CustomerNumbers numbers)
    {
        (_policy, _customers, _numbers) = (policy, data.Customers, numbers);
        if (policy.Identity == CustomerIdentity.AsRecorded) return;
        foreach (CustomerMerge merge in data.CustomerMerges)
        {
            if (merge is not { Kind: CustomerMergeKind.Acquisition, On: { } on }) continue;
            _acquisitions[numbers.Of(merge.CustomerId)] = (DayNumber.Of(on), numbers.Of(merge.IntoCustomerId));
        }
    }

    /// <summary>The customer whose attributes an entity has, by the entity's number.</summary>
    public int OwnerOf(int entity) => _policy.Grain == MovementGrain.Subscription ? _subscriptionOwners[entity] : entity;

    /// <summary>The spans of a subscription, by its number, cut where it comes to another entity.</summary>
    public IEnumerable<PricedSpan> Assign(int subscription, string customerId, IEnumerable<PricedSpan> spans)
    {
        List<Owned> owners = OwnersOf(_numbers.Of(customerId));
        foreach (PricedSpan span in spans)
        {
            for (int i = 0; i < owners.Count; i++)
            {
                int until = i + 1 < owners.Count ? owners[i + 1].From : FactTable.NoDay;
                int from = Math.Max(span.From, owners[i].From), to = Math.Min(span.To, until);
                if (from >= to) continue;
                yield return span with { From = from, To = to, Entity = EntityOf(subscription, owners[i].Owner), ComesBy = owners[i].By };
            }
        }
    }

    private int EntityOf(int subscription, int owner)
    {
        if (_policy.Grain != MovementGrain.Subscription) return owner;
        if (_bySubscription.TryGetValue((subscription, owner), out int entity)) return entity;
        _subscriptionOwners.Add(owner);
        return _bySubscription[(subscription, owner)] = _subscriptionOwners.Count - 1;
    }

    /// <summary>Whose a customer's subscriptions are, from which day, and how they came there.</summary>
    private List<Owned> OwnersOf(int customer)
    {
        if (_owners.TryGetValue(customer, out List<Owned>? owners)) return owners;
        owners = [];
        SortedSet<int> days = [FactTable.SinceEver];
        CollectDays(customer, days, []);
        int canonicalBefore = -1;
        foreach (int day in days)
        {
            int canonical = CanonicalOn(customer, day), owner = _policy.Grain == MovementGrain.ParentAccount ? TopOn(canonical, day) : canonical;
            if (owners.Count == 0 || owner != owners[^1].Owner)
            {
                owners.Add(new Owned(day, owner, canonical != canonicalBefore ? MovementKind.Acquired : MovementKind.Transfer));
            }

            canonicalBefore = canonical;
        }

        return _owners[customer] = owners;
    }

    /// <summary>The days on which anything changes for a customer or for those it can ever come to belong to.</summary>
    private void CollectDays(int customer, SortedSet<int> days, HashSet<int> seen)
    {
        if (!seen.Add(customer)) return;
        if (_acquisitions.TryGetValue(customer, out (int On, int Into) acquired))
        {
            days.Add(acquired.On);
            CollectDays(acquired.Into, days, seen);
        }

        if (_policy.Grain != MovementGrain.ParentAccount) return;
        foreach (CustomerParent parent in _customers[customer].Parents)
        {
            if (parent.From is { } from) days.Add(DayNumber.Of(from));
            if (_numbers.OrNone(parent.ParentId) is >= 0 and var number) CollectDays(number, days, seen);
        }
    }

    private int CanonicalOn(int customer, int day)
    {
        while (_acquisitions.TryGetValue(customer, out (int On, int Into) acquired) && acquired.On <= day) customer = acquired.Into;
        return customer;
    }

    private int TopOn(int customer, int day)
    {
        // Parents in a circle have no top: then it is whoever comes after as many steps as there are customers.
        for (int step = 0; step < _customers.Count; step++)
        {
            CustomerParent? parent = _customers[customer].Parents
                .Where(p => p.From is not { } from || DayNumber.Of(from) <= day)
                .MaxBy(p => p.From is { } from ? DayNumber.Of(from) : FactTable.SinceEver);
            int next = _numbers.OrNone(parent?.ParentId);
            if (next < 0) break;
            customer = CanonicalOn(next, day);
        }

        return customer;
    }

    /// <summary>Whose, from which day, and by what kind of movement it came there.</summary>
    private sealed record Owned(int From, int Owner, MovementKind By);
}
