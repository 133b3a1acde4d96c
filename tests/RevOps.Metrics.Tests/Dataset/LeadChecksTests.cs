using static RevOps.Metrics.Tests.Given;
using static RevOps.Metrics.Tests.IssueCase;

namespace RevOps.Metrics.Tests;

public class LeadChecksTests
{
    public static TheoryData<string> Codes => CodesOf(Cases);

    internal static IssueCase[] Cases { get; } =
    [
        Error("lead.id.empty", "lead number 1", "id", "it is empty", ALead with { Id = "" }),
        Error("lead.id.duplicate", "lead L1", "id", "'L1' stands twice", ALead, ALead),
        Error("lead.milestone.before-first-touch", "lead L1", "accepted on", "2026-01-04 is before first touch on 2026-01-05",
            ALead with { AcceptedOn = On(1, 4) }),
        Warning("lead.customer.unknown", "lead L1", "customer", "'C9' is not among the customers",
            ACustomer, ALead with { CustomerId = "C9" }),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_rule_names_record_field_and_remedy(string code) => Cases.Single(issueCase => issueCase.Code == code).Holds();

    [Fact]
    public void Every_milestone_is_held_against_the_first_touch()
    {
        Lead lead = ALead with
        {
            MarketingQualifiedOn = On(1, 4),
            AcceptedOn = On(1, 4),
            SalesQualifiedOn = On(1, 4),
            DisqualifiedOn = On(1, 4),
            ConvertedOn = On(1, 4),
        };
        Assert.Equal(
            ["marketing qualified on", "accepted on", "sales qualified on", "disqualified on", "converted on"],
            Build(Lenient, lead).Issues.Select(issue => issue.Field));
    }

    [Fact]
    public void Milestones_on_the_first_day_and_in_any_order_are_sound()
    {
        // Sales may qualify a lead that marketing qualifies later: the source's order is kept.
        Assert.Empty(Build(Strict, ALead with { SalesQualifiedOn = On(1, 5), MarketingQualifiedOn = On(1, 9) }).Issues);
    }
}
