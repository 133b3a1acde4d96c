using NodaTime;

namespace RevOps.Metrics;

/// <summary>The rules a <see cref="Customer"/> and a <see cref="CustomerMerge"/> must keep.</summary>
internal static class CustomerChecks
{
    public static readonly RecordKind<Customer> Customer =
        new("customer", c => $"customer {c.Id}", c => c.Id, Check, _ => [], c => c.RecordedOn, c => c.Id, RunsOn: true);

    public static readonly RecordKind<CustomerMerge> Merge = new(
        "customer-merge", m => $"merge of customer {m.CustomerId} into {m.IntoCustomerId}", Id: null, Check,
        m => m.On is { } on ? [on] : [], m => m.RecordedOn, m => m.CustomerId, RunsOn: true);

    private static void Check(Customer customer, RecordCheck check)
    {
        check.Required(customer.Id, "id", "id");
        if (customer.Attributes.Count == 0 && customer.Parents.Count == 0) return;
        HashSet<(string, LocalDate?)> seen = [];
        foreach (CustomerAttribute attribute in customer.Attributes)
        {
            check.Required(attribute.Name, "attribute name", "attribute.name");
            if (!seen.Add((attribute.Name, attribute.From)))
            {
                check.Error("attribute.duplicate", attribute.Name, "it has two values from the same day.", "Keep the one that holds.");
            }
        }

        HashSet<LocalDate?> since = [];
        foreach (CustomerParent parent in customer.Parents)
        {
            if (!since.Add(parent.From))
            {
                check.Error("parent.duplicate", "parent", "it has two parents from the same day.", "Keep the one it belongs to.");
            }

            if (parent.ParentId == customer.Id)
            {
                check.Error("parent.self", "parent", "it is its own parent.",
                    "Leave the parent empty for an account that belongs to none.");
            }
        }
    }

    private static void Check(CustomerMerge merge, RecordCheck check)
    {
        check.Required(merge.CustomerId, "customer", "customer");
        check.Required(merge.IntoCustomerId, "into customer", "into-customer");
        if (merge.CustomerId == merge.IntoCustomerId)
        {
            check.Error("customer.self", "into customer", "a customer cannot be merged into itself.", "Name the customer that stays.");
        }

        if (merge.Kind == CustomerMergeKind.Acquisition && merge.On is null)
        {
            check.Error("on.missing", "on", "an acquisition needs its date.",
                "Give the first day as one customer, or mark it a duplicate.");
        }
    }
}
