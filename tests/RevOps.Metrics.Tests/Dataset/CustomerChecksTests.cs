using static RevOps.Metrics.Tests.Given;
using static RevOps.Metrics.Tests.IssueCase;

namespace RevOps.Metrics.Tests;

public class CustomerChecksTests
{
    public static TheoryData<string> Codes => CodesOf(Cases);

    private static Customer Other { get; } = new() { Id = "C2" };

    internal static IssueCase[] Cases { get; } =
    [
        Error("customer.id.empty", "customer number 1", "id", "it is empty", new Customer { Id = "  " }),
        Error("customer.id.duplicate", "customer C1", "id", "'C1' stands twice", ACustomer, ACustomer with { Name = "Another" }),
        Error("customer.attribute.name.empty", "customer C1", "attribute name", "it is empty",
            ACustomer with { Attributes = [new(" ", "x")] }),
        Error("customer.attribute.duplicate", "customer C1", "segment", "two values from the same day",
            ACustomer with { Attributes = [new("segment", "SMB", On(1, 1)), new("segment", "Enterprise", On(1, 1))] }),
        Error("customer.parent.self", "customer C1", "parent", "its own parent", ACustomer with { Parents = [new("C1")] }),
        Error("customer.parent.duplicate", "customer C1", "parent", "two parents from the same day",
            ACustomer with { Parents = [new("C2", On(1, 1)), new("C3", On(1, 1))] }),
        Error("customer.parent.cycle", "customer C2", "parent", "on 2026-06-01, following the parents leads back to 'C2'",
            ACustomer with { Parents = [new("C2", On(6, 1))] }, Other with { Parents = [new("C1")] }),
        Warning("customer.parent.unknown", "customer C1", "parent", "'C9' is not among the customers",
            ACustomer with { Parents = [new("C9")] }),
        new("customer.list.missing", DataIssueSeverity.Note, "customers", null, "1 are taken from the other records", ASubscription),

        Error("customer-merge.customer.empty", "merge of customer  into C1", "customer", "it is empty",
            ACustomer, AMerge with { CustomerId = "" }),
        Error("customer-merge.into-customer.empty", "merge of customer C2 into ", "into customer", "it is empty",
            ACustomer, Other, AMerge with { IntoCustomerId = "" }),
        Error("customer-merge.customer.unknown", "merge of customer C2 into C1", "customer", "'C2' is not among", ACustomer, AMerge),
        Error("customer-merge.into-customer.unknown", "merge of customer C2 into C1", "into customer", "'C1' is not among", Other, AMerge),
        Error("customer-merge.customer.duplicate", "merge of customer C2 into C3", "customer", "'C2' is merged into 'C1' already",
            ACustomer, Other, new Customer { Id = "C3" }, AMerge, AMerge with { IntoCustomerId = "C3" }),
        Error("customer-merge.cycle", "merge of customer C1 into C2", "into customer", "'C1' would be merged into itself by way of 'C2'",
            ACustomer, Other, AMerge, AMerge with { CustomerId = "C1", IntoCustomerId = "C2" }),
        Error("customer-merge.customer.self", "merge of customer C1 into C1", "into customer", "into itself",
            ACustomer, AMerge with { CustomerId = "C1" }),
        Error("customer-merge.on.missing", "merge of customer C2 into C1", "on", "needs its date",
            ACustomer, Other, AMerge with { Kind = CustomerMergeKind.Acquisition }),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_rule_names_record_field_and_remedy(string code) => Cases.Single(issueCase => issueCase.Code == code).Holds();

    [Fact]
    public void A_value_that_changes_and_a_parent_that_is_left_are_sound()
    {
        Customer customer = ACustomer with
        {
            Attributes = [new("segment", "SMB"), new("segment", "Enterprise", On(6, 1)), new("region", "EU")],
            Parents = [new("C2"), new(null, On(6, 1))],
        };
        RevenueDataset data = Build(Strict, customer, Other, AMerge with { Kind = CustomerMergeKind.Acquisition, On = On(3, 1) });
        Assert.DoesNotContain(data.Issues, issue => issue.Severity != DataIssueSeverity.Note);
    }
}
