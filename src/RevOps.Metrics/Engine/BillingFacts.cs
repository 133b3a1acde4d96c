using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relations of credit notes, of invoices with them, and of payments.</summary>
internal static class BillingFacts
{
    public static FactTable CompileCredits(RevenueDataset data, CustomerNumbers customers, AttributeVersions versions)
    {
        AmountConverter converter = new(data);
        ValueList<CreditNote> notes = data.CreditNotes;
        FactTable table = new(notes.Count);
        table.Add(Credits.On, [.. notes.Select(note => DayNumber.Of(note.IssuedOn))]);
        table.Add(Credits.Amount, [.. notes.Select(note => converter.ToUnits(note.Amount, note.IssuedOn))]);
        CustomerColumns.AddTo(
            table, Credits.CustomerId, Credits.CustomerAttribute, customers, versions, [.. notes.Select(note => (note.CustomerId, note.IssuedOn))]);
        return table;
    }

    public static FactTable CompileInvoiced(RevenueDataset data, CustomerNumbers customers, AttributeVersions versions)
    {
        AmountConverter converter = new(data);
        (string? CustomerId, LocalDate On, Money Amount, bool IsCredit)[] rows =
        [
            .. data.Invoices.Select(invoice => (invoice.CustomerId, invoice.IssuedOn, invoice.Amount, false)),
            .. data.CreditNotes.Select(note => (note.CustomerId, note.IssuedOn, -note.Amount, true)),
        ];
        FactTable table = new(rows.Length);
        table.Add(Invoiced.On, [.. rows.Select(row => DayNumber.Of(row.On))]);
        table.Add(Invoiced.Amount, [.. rows.Select(row => converter.ToUnits(row.Amount, row.On))]);
        table.AddNames(Invoiced.Kind, rows, row => row.IsCredit ? nameof(CreditNote) : nameof(Invoice));
        CustomerColumns.AddTo(
            table, Invoiced.CustomerId, Invoiced.CustomerAttribute, customers, versions, [.. rows.Select(row => (row.CustomerId, row.On))]);
        return table;
    }

    public static FactTable CompilePayments(RevenueDataset data, CustomerNumbers customers, AttributeVersions versions)
    {
        AmountConverter converter = new(data);
        ValueList<Payment> payments = data.Payments;
        FactTable table = new(payments.Count);
        table.Add(Payments.On, [.. payments.Select(payment => DayNumber.Of(payment.On))]);
        table.Add(Payments.Amount, [.. payments.Select(payment => converter.ToUnits(payment.Amount, payment.On))]);
        CustomerColumns.AddTo(
            table, Payments.CustomerId, Payments.CustomerAttribute, customers, versions, [.. payments.Select(payment => (payment.CustomerId, payment.On))]);
        return table;
    }
}
