using static RevOps.Metrics.Tests.Given;
using static RevOps.Metrics.Tests.IssueCase;

namespace RevOps.Metrics.Tests;

public class TicketChecksTests
{
    public static TheoryData<string> Codes => CodesOf(Cases);

    internal static IssueCase[] Cases { get; } =
    [
        Error("ticket.id.empty", "ticket number 1", "id", "it is empty", ATicket with { Id = "" }),
        Error("ticket.id.duplicate", "ticket T1", "id", "'T1' stands twice", ATicket, ATicket),
        Error("ticket.customer.unknown", "ticket T1", "customer", "'C9' is not among", ACustomer, ATicket with { CustomerId = "C9" }),
        Error("ticket.first-responded-on.before-opened-on", "ticket T1", "first responded on", "2026-01-06 is before opened on 2026-01-07",
            ATicket with { FirstRespondedOn = On(1, 6) }),
        Error("ticket.resolved-on.before-opened-on", "ticket T1", "resolved on", "2026-01-06 is before opened on 2026-01-07",
            ATicket with { ResolvedOn = On(1, 6) }),
        Error("ticket.reopened-on.before-opened-on", "ticket T1", "reopened on", "2026-01-06 is before opened on 2026-01-07",
            ATicket with { ReopenedOn = [On(1, 9), On(1, 6)] }),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_rule_names_record_field_and_remedy(string code) => Cases.Single(issueCase => issueCase.Code == code).Holds();

    [Fact]
    public void A_ticket_solved_at_once_and_one_of_nobody_are_sound()
    {
        Ticket atOnce = ATicket with { FirstRespondedOn = On(1, 7), ResolvedOn = On(1, 7) };
        Assert.Empty(Build(Strict, ACustomer, atOnce, ATicket with { Id = "T2", CustomerId = null }).Issues);
    }
}
