namespace RevOps.Metrics.Tests;

/// <summary>What was invoiced, and what was paid.</summary>
internal static partial class NaiveRecords
{
    public static IEnumerable<NaiveRow> Invoiced(RevenueDataset data, CustomerIdentity identity)
    {
        foreach (Invoice invoice in data.Invoices)
        {
            NaiveRow row = new NaiveRow().With(Metrics.Invoiced.On, invoice.IssuedOn).With(Metrics.Invoiced.Kind, "Invoice")
                .With(Metrics.Invoiced.Amount, NaivePricing.Units(invoice.Amount, invoice.IssuedOn, data));
            yield return OfCustomer(row, invoice.CustomerId, invoice.IssuedOn, Metrics.Invoiced.CustomerId, Metrics.Invoiced.CustomerAttribute, data, identity);
        }

        foreach (CreditNote note in data.CreditNotes)
        {
            NaiveRow row = new NaiveRow().With(Metrics.Invoiced.On, note.IssuedOn).With(Metrics.Invoiced.Kind, "CreditNote")
                .With(Metrics.Invoiced.Amount, -NaivePricing.Units(note.Amount, note.IssuedOn, data));
            yield return OfCustomer(row, note.CustomerId, note.IssuedOn, Metrics.Invoiced.CustomerId, Metrics.Invoiced.CustomerAttribute, data, identity);
        }
    }

    public static IEnumerable<NaiveRow> Payments(RevenueDataset data, CustomerIdentity identity) => data.Payments.Select(payment => OfCustomer(
        new NaiveRow().With(Metrics.Payments.On, payment.On).With(Metrics.Payments.Amount, NaivePricing.Units(payment.Amount, payment.On, data)),
        payment.CustomerId, payment.On, Metrics.Payments.CustomerId, Metrics.Payments.CustomerAttribute, data, identity));
}
