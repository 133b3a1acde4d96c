using static RevOps.Metrics.Tests.Given;
using static RevOps.Metrics.Tests.IssueCase;

namespace RevOps.Metrics.Tests;

public class BillingChecksTests
{
    public static TheoryData<string> Codes => CodesOf(Cases);

    private static InvoiceLine ALine { get; } = new() { Kind = InvoiceLineKind.Recurring, Amount = Usd(100), From = On(1, 1), To = On(2, 1) };

    internal static IssueCase[] Cases { get; } =
    [
        Error("invoice.id.empty", "invoice number 1", "id", "it is empty", ACustomer, AnInvoice with { Id = " " }),
        Error("invoice.id.duplicate", "invoice I1", "id", "'I1' stands twice", ACustomer, AnInvoice, AnInvoice),
        Error("invoice.customer.empty", "invoice I1", "customer", "it is empty", ACustomer, AnInvoice with { CustomerId = "" }),
        Error("invoice.customer.unknown", "invoice I1", "customer", "'C9' is not among", ACustomer, AnInvoice with { CustomerId = "C9" }),
        Error("invoice.due-on.before-issued-on", "invoice I1", "due on", "2025-12-31 is before issued on 2026-01-01",
            ACustomer, AnInvoice with { DueOn = On(1, 1).PlusDays(-1) }),
        Error("invoice.line.amount.currency", "invoice I1", "line amount", "100 EUR is in another currency than the invoice's 100 USD",
            ACustomer, With(ALine with { Amount = Eur(100) })),
        Error("invoice.line.days.missing", "invoice I1", "line from", "a recurring line of 100 USD does not say", ACustomer, With(ALine with { To = null })),
        Error("invoice.line.to-not-after-from", "invoice I1", "line to", "2026-01-01 is the same day as line from 2026-01-01",
            ACustomer, With(ALine with { To = On(1, 1) })),
        Warning("invoice.line.subscription.missing", "invoice I1", "line subscription", "a line of 100 USD (Recurring) names no subscription",
            ACustomer, With(ALine) with { SubscriptionId = null }),
        Warning("invoice.lines.sum", "invoice I1", "lines", "the lines add up to 60, the invoice is of 100 USD", ACustomer, With(ALine with { Amount = Usd(60) })),
        Warning("invoice.subscription.unknown", "invoice I1", "subscription", "'S9' is not among the subscriptions",
            ACustomer, ASubscription, AnInvoice with { SubscriptionId = "S9" }),
        Warning("invoice.line-subscription.unknown", "invoice I1", "line subscription", "'S9' is not among the subscriptions",
            ACustomer, ASubscription, With(ALine with { SubscriptionId = "S9" })),

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
    public void Lines_of_all_kinds_that_add_up_are_sound() => Assert.Empty(Build(
        Strict, ACustomer, ASubscription,
        With(
            ALine, ALine with { Amount = Usd(-40), From = On(1, 20) }, new InvoiceLine { Kind = InvoiceLineKind.Usage, Amount = Usd(30) },
            new InvoiceLine { Kind = InvoiceLineKind.OneTime, Amount = Usd(10), SubscriptionId = "" })).Issues);

    [Fact]
    public void A_line_that_comes_to_too_much_in_a_year_is_an_issue()
    {
        // 9 thousand million in a day are 3.3 million million in a year, which is too much; in a month they are 108 thousand million.
        Invoice Large(InvoiceLine line) => With(line with { Amount = Usd(9_000_000_000m) }) with { Amount = Usd(9_000_000_000m) };
        Assert.Empty(Build(Strict, ACustomer, ASubscription, Large(ALine)).Issues);
        foreach (InvoiceLine line in new[] { ALine with { To = On(1, 2) }, ALine with { Kind = InvoiceLineKind.Usage } })
        {
            var error = Assert.Throws<DataIssueException>(() => Build(Strict, ACustomer, ASubscription, Large(line)));
            Assert.Equal(("invoice.amount.too-large", "line amount"), (error.Issue.Code, error.Issue.Field));
        }
    }

    private static Invoice With(params ReadOnlySpan<InvoiceLine> lines) => AnInvoice with { SubscriptionId = "S1", Lines = ValueList.Create(lines) };

    [Fact]
    public void An_invoice_due_at_once_and_a_refund_are_sound()
    {
        RevenueDataset data = Build(Strict, ACustomer, AnInvoice with { DueOn = AnInvoice.IssuedOn }, APayment with { Amount = Usd(-80) });
        Assert.Empty(data.Issues);
    }
}
