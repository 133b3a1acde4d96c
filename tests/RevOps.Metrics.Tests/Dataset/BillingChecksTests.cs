using static RevOps.Metrics.Tests.Given;
using static RevOps.Metrics.Tests.IssueCase;

namespace RevOps.Metrics.Tests;

public class BillingChecksTests
{
    public static TheoryData<string> Codes => CodesOf(Cases);

    internal static IssueCase[] Cases { get; } =
    [
        Error("invoice.id.empty", "invoice number 1", "id", "it is empty", ACustomer, AnInvoice with { Id = " " }),
        Error("invoice.id.duplicate", "invoice I1", "id", "'I1' stands twice", ACustomer, AnInvoice, AnInvoice),
        Error("invoice.customer.empty", "invoice I1", "customer", "it is empty", ACustomer, AnInvoice with { CustomerId = "" }),
        Error("invoice.customer.unknown", "invoice I1", "customer", "'C9' is not among", ACustomer, AnInvoice with { CustomerId = "C9" }),
        Error("invoice.due-on.before-issued-on", "invoice I1", "due on", "2025-12-31 is before issued on 2026-01-01",
            ACustomer, AnInvoice with { DueOn = On(1, 1).PlusDays(-1) }),

        Error("credit-note.id.empty", "credit note number 1", "id", "it is empty", ACustomer, ACreditNote with { Id = "" }),
        Error("credit-note.id.duplicate", "credit note N1", "id", "'N1' stands twice", ACustomer, ACreditNote, ACreditNote),
        Error("credit-note.customer.empty", "credit note N1", "customer", "it is empty", ACustomer, ACreditNote with { CustomerId = " " }),
        Error("credit-note.customer.unknown", "credit note N1", "customer", "'C9' is not among",
            ACustomer, ACreditNote with { CustomerId = "C9" }),
        Error("credit-note.amount.negative", "credit note N1", "amount", "-20 USD is below zero",
            ACustomer, ACreditNote with { Amount = Usd(-20) }),

        Error("payment.id.empty", "payment number 1", "id", "it is empty", ACustomer, APayment with { Id = "" }),
        Error("payment.id.duplicate", "payment P1", "id", "'P1' stands twice", ACustomer, APayment, APayment),
        Error("payment.customer.empty", "payment P1", "customer", "it is empty", ACustomer, APayment with { CustomerId = "" }),
        Error("payment.customer.unknown", "payment P1", "customer", "'C9' is not among", ACustomer, APayment with { CustomerId = "C9" }),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_rule_names_record_field_and_remedy(string code) => Cases.Single(issueCase => issueCase.Code == code).Holds();

    [Fact]
    public void An_invoice_due_at_once_and_a_refund_are_sound()
    {
        RevenueDataset data = Build(Strict, ACustomer, AnInvoice with { DueOn = AnInvoice.IssuedOn }, APayment with { Amount = Usd(-80) });
        Assert.Empty(data.Issues);
    }
}
