using System.Runtime.InteropServices;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>The days on which an invoice of a subscription stands unpaid.</summary>
/// <param name="DueOn">The last day to pay on time.</param>
/// <param name="SettledOn">The day on which it is paid in full, by its own word or by payments and credit notes together; the end of time while it is not.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UnpaidSpan(LocalDate DueOn, LocalDate SettledOn)
{
    /// <summary>Those of all subscriptions, by subscription id; of invoices that name a subscription and a due day and ask for money.</summary>
    public static ILookup<string, UnpaidSpan> BySubscription(RevenueDataset data)
    {
        ILookup<string, (LocalDate On, Money Amount)> settling = data.CreditNotes.Select(note => (note.InvoiceId, On: note.IssuedOn, note.Amount))
            .Concat(data.Payments.Select(payment => (payment.InvoiceId, payment.On, payment.Amount)))
            .Where(entry => entry.InvoiceId is not null)
            .ToLookup(entry => entry.InvoiceId!, entry => (entry.On, entry.Amount), StringComparer.Ordinal);
        return data.Invoices
            .Where(invoice => invoice is { SubscriptionId: not null, DueOn: not null } && invoice.Amount.Amount > 0)
            .ToLookup(invoice => invoice.SubscriptionId!, invoice => new UnpaidSpan(invoice.DueOn!.Value, Settled(invoice, settling[invoice.Id])), StringComparer.Ordinal);
    }

    /// <summary>The first day at whose end as much was paid and credited as the invoice asks for; money paid back later opens it no more.</summary>
    private static LocalDate Settled(Invoice invoice, IEnumerable<(LocalDate On, Money Amount)> entries)
    {
        LocalDate settled = invoice.PaidOn ?? CountedDays.Forever;
        decimal open = invoice.Amount.Amount;
        foreach (var day in entries.Where(entry => entry.Amount.Currency == invoice.Amount.Currency).GroupBy(entry => entry.On).OrderBy(day => day.Key))
        {
            open -= day.Sum(entry => entry.Amount.Amount);
            if (open <= 0) return LocalDate.Min(settled, day.Key);
        }

        return settled;
    }
}
