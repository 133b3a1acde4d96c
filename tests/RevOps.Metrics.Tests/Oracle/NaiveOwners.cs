using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Whose a customer's subscriptions are on a day: followed through the merges and parents in force on it.</summary>
internal sealed class NaiveOwners(RevenueDataset data, LedgerPolicy policy)
{
    private readonly Dictionary<(string, LocalDate), Customer> _owners = [];

    public Customer OwnerOn(string customer, LocalDate day)
    {
        if (_owners.TryGetValue((customer, day), out Customer? known)) return known;
        string id = CanonicalOn(customer, day);
        while (policy.Grain == MovementGrain.ParentAccount && ParentOn(id, day) is { } parent && data.Customers.Any(c => c.Id == parent)) id = CanonicalOn(parent, day);
        return _owners[(customer, day)] = data.Customers.First(c => c.Id == id);
    }

    /// <summary>How what is an owner's on a day came to it: as acquired where the customer itself became another's, else by a change of parents.</summary>
    public MovementKind CameBy(string customer, LocalDate day)
    {
        // Before the first day of random books nothing changes.
        LocalDate first = day, dawn = new(2024, 12, 1);
        while (first > dawn && OwnerOn(customer, first.PlusDays(-1)).Id == OwnerOn(customer, day).Id) first = first.PlusDays(-1);
        return CanonicalOn(customer, first) != CanonicalOn(customer, first.PlusDays(-1)) ? MovementKind.Acquired : MovementKind.Transfer;
    }

    private string CanonicalOn(string id, LocalDate day)
    {
        if (policy.Identity == CustomerIdentity.AsRecorded) return id;
        CustomerMerge? merge = data.CustomerMerges.FirstOrDefault(m => m.CustomerId == id && (m.Kind == CustomerMergeKind.Duplicate || m.On <= day));
        return merge is null ? id : CanonicalOn(merge.IntoCustomerId, day);
    }

    private string? ParentOn(string id, LocalDate day) => data.Customers.First(c => c.Id == id).Parents
        .Where(parent => parent.From is not { } from || from <= day).MaxBy(parent => parent.From ?? LocalDate.MinIsoValue)?.ParentId;
}
