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
        if (invoice.Lines.Count > 0) CheckLines(invoice, check);
    }

    private static void CheckLines(Invoice invoice, RecordCheck check)
    {
        foreach (InvoiceLine line in invoice.Lines)
        {
            if (line.Amount.Currency != invoice.Amount.Currency)
            {
                check.Error("line.amount.currency", "line amount", $"{line.Amount} is in another currency than the invoice's {invoice.Amount}.",
                    "Give all lines in the invoice's currency.");
            }

            if (line is { Kind: InvoiceLineKind.Recurring, From: null } or { Kind: InvoiceLineKind.Recurring, To: null })
            {
                check.Error("line.days.missing", "line from", $"a recurring line of {line.Amount} does not say which days it pays for.",
                    "Give the first day of service and the first day after it.");
            }

            check.Ordered(line.From, "line from", line.To, "line to", "line.to-not-after-from", orEqual: false);
            if (line.Kind != InvoiceLineKind.OneTime && string.IsNullOrWhiteSpace(line.SubscriptionId ?? invoice.SubscriptionId))
            {
                check.Warn("line.subscription.missing", "line subscription", $"a line of {line.Amount} ({line.Kind}) names no subscription, nor does its invoice.",
                    "Name the subscription it bills; without one it is in no recurring revenue.");
            }
        }

        if (check.Failed) return;
        decimal sum = invoice.Lines.Sum(line => line.Amount.Amount);
        if (sum != invoice.Amount.Amount)
        {
            check.Warn("lines.sum", "lines", $"the lines add up to {RecordCheck.Text(sum)}, the invoice is of {invoice.Amount}.",
                "Give all lines, without tax, or correct the amount.");
        }
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
