namespace RevOps.Metrics;

/// <summary>The rules that <see cref="Invoice"/>, <see cref="CreditNote"/> and <see cref="Payment"/> must keep.</summary>
internal static class BillingChecks
{
    public static readonly RecordKind<Invoice> Invoice = new("invoice", i => $"invoice {i.Id}", i => i.Id, Check, i => [i.IssuedOn], i => i.RecordedOn, i => i.CustomerId);

    public static readonly RecordKind<CreditNote> CreditNote = new("credit-note", n => $"credit note {n.Id}", n => n.Id, Check, n => [n.IssuedOn], n => n.RecordedOn, n => n.CustomerId);

    public static readonly RecordKind<Payment> Payment = new("payment", p => $"payment {p.Id}", p => p.Id, Check, p => [p.On], p => p.RecordedOn, p => p.CustomerId);

    private static void Check(Invoice invoice, RecordCheck check)
    {
        check.Required(invoice.Id, "id", "id");
        check.Required(invoice.CustomerId, "customer", "customer");
        check.Ordered(invoice.IssuedOn, "issued on", invoice.DueOn, "due on", "due-on.before-issued-on");
    }

    private static void Check(CreditNote note, RecordCheck check)
    {
        check.Required(note.Id, "id", "id");
        check.Required(note.CustomerId, "customer", "customer");
        if (note.Amount.Amount < 0)
        {
            check.Error("amount.negative", "amount", $"{note.Amount} is below zero.",
                "Write the amount credited as a positive number.");
        }
    }

    private static void Check(Payment payment, RecordCheck check)
    {
        check.Required(payment.Id, "id", "id");
        check.Required(payment.CustomerId, "customer", "customer");
    }
}
