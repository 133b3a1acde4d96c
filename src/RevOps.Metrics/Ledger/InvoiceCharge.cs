using NodaTime;

namespace RevOps.Metrics;

/// <summary>What a line of an invoice charges, and the days on which it counts.</summary>
/// <param name="Line">The line.</param>
/// <param name="From">The first day on which it counts.</param>
/// <param name="To">The first day on which it no longer does.</param>
/// <param name="RateDay">The start of the service period that it is told at the rate of.</param>
/// <param name="Times">What its amount is multiplied by to become yearly.</param>
/// <param name="Per">What that is then divided by.</param>
internal sealed record InvoiceCharge(InvoiceLine Line, LocalDate From, LocalDate To, LocalDate RateDay, int Times, int Per)
{
    /// <summary>The recurring lines by subscription, in the order of invoice ids and then as they stand in the invoice.</summary>
    public static ILookup<string, InvoiceCharge> OfService(RevenueDataset data) => BySubscription(data, InvoiceLineKind.Recurring, (line, _) =>
    {
        (LocalDate from, LocalDate to) = (line.From!.Value, line.To!.Value);
        int months = Period.Between(from, to, PeriodUnits.Months).Months;
        return months > 0 && from.PlusMonths(months) == to
            ? new InvoiceCharge(line, from, to, from, 12, months)
            : new InvoiceCharge(line, from, to, from, 365, Period.DaysBetween(from, to));
    });

    /// <summary>The usage lines by subscription, in the same order, each over the fixed period of its invoice.</summary>
    public static ILookup<string, InvoiceCharge> OfUsage(RevenueDataset data, LedgerPolicy policy) => BySubscription(data, InvoiceLineKind.Usage, (line, invoice) =>
    {
        ReportingPeriod period = policy.FixedCalendar.PeriodContaining(invoice.IssuedOn, policy.FixedGrain);
        (int times, int per) = period.TimesAYear;
        return new InvoiceCharge(line, period.Start, period.End, invoice.IssuedOn, times, per);
    });

    private static ILookup<string, InvoiceCharge> BySubscription(RevenueDataset data, InvoiceLineKind kind, Func<InvoiceLine, Invoice, InvoiceCharge> charge) =>
        (from invoice in data.Invoices
         from line in invoice.Lines
         let subscription = line.SubscriptionId ?? invoice.SubscriptionId
         where line.Kind == kind && subscription is not null
         select (Subscription: subscription, Charge: charge(line, invoice)))
        .ToLookup(entry => entry.Subscription, entry => entry.Charge, StringComparer.Ordinal);
}
