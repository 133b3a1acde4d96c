using System.Runtime.InteropServices;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>The days on which an invoice of a subscription stands unpaid.</summary>
/// <param name="DueOn">The last day to pay on time.</param>
/// <param name="SettledOn">The day on which it is paid in full, or credited in full; the end of time while it is not.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UnpaidSpan(LocalDate DueOn, LocalDate SettledOn)
{
    /// <summary>Those of all subscriptions, by subscription id; of invoices that name a subscription and a due day and ask for money.</summary>
    public static ILookup<string, UnpaidSpan> BySubscription(RevenueDataset data)
    {
        ILookup<string, CreditNote> credits = data.CreditNotes.Where(note => note.InvoiceId is not null).ToLookup(note => note.InvoiceId!, StringComparer.Ordinal);
        return data.Invoices
            .Where(invoice => invoice is { SubscriptionId: not null, DueOn: not null } && invoice.Amount.Amount > 0)
            .ToLookup(invoice => invoice.SubscriptionId!, invoice => new UnpaidSpan(invoice.DueOn!.Value, Settled(invoice, credits[invoice.Id])), StringComparer.Ordinal);
    }

    private static LocalDate Settled(Invoice invoice, IEnumerable<CreditNote> credits)
    {
        LocalDate settled = invoice.PaidOn ?? CountedDays.Forever;
        decimal open = invoice.Amount.Amount;
        foreach (CreditNote note in credits.Where(note => note.Amount.Currency == invoice.Amount.Currency).OrderBy(note => note.IssuedOn))
        {
            open -= note.Amount.Amount;
            if (open <= 0) return LocalDate.Min(settled, note.IssuedOn);
        }

        return settled;
    }
}
