using System.Globalization;
using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>Invoices of the last six months, what was paid of them and what was credited.</summary>
internal sealed class Billing
{
    private readonly SampleCompanyOptions _options;
    private readonly SampleRandom _random;
    private readonly LocalDate _from;

    public Billing(SampleCompanyOptions options, IEnumerable<Subscription> subscriptions)
    {
        _options = options;
        _random = new SampleRandom(options.Seed, "billing");
        _from = options.To.PlusMonths(-6);
        List<(Invoice Invoice, PaymentCollection Collection)> drafts = [];
        foreach (Subscription subscription in subscriptions)
            drafts.AddRange(InvoicesOf(subscription).Select(invoice => (invoice, subscription.Collection)));
        foreach ((Invoice draft, PaymentCollection collection) in drafts.OrderBy(draft => draft.Invoice.IssuedOn))
            Settle(draft with { Id = Id("I", Invoices.Count) }, collection);
    }

    public List<Invoice> Invoices { get; } = [];

    public List<Payment> Payments { get; } = [];

    public List<CreditNote> CreditNotes { get; } = [];

    /// <summary>One invoice at the start of every service period, counted from the first paid day.</summary>
    private IEnumerable<Invoice> InvoicesOf(Subscription subscription)
    {
        LocalDate anchor = subscription.TrialEnd ?? subscription.Start;
        BillingInterval interval = subscription.Terms[0].Interval;
        LocalDate day = anchor;
        for (int n = 1; day < _options.To; n++)
        {
            if (day >= _from && BookValue.TermOn(subscription, day) is { } term && BookValue.PerInterval(term, day) is { IsZero: false } amount)
            {
                yield return new Invoice
                {
                    Id = "",
                    CustomerId = subscription.CustomerId,
                    SubscriptionId = subscription.Id,
                    IssuedOn = day,
                    DueOn = subscription.Collection == PaymentCollection.Automatic ? day : day.PlusDays(30),
                    Amount = amount,
                };
            }

            day = new BillingInterval(n * interval.Count, interval.Unit).After(anchor);
        }
    }

    /// <summary>Cards are charged at once and fail now and then; invoices are paid when they are paid, a few in two parts.</summary>
    private void Settle(Invoice invoice, PaymentCollection collection)
    {
        int days = collection == PaymentCollection.Automatic
            ? (_random.Chance(0.95) ? 0 : _random.Between(2, 15))
            : (int)_random.Around(26);
        LocalDate paidOn = invoice.IssuedOn.PlusDays(days);
        bool isPaid = paidOn < _options.To && _random.Chance(0.985);
        Invoices.Add(isPaid ? invoice with { PaidOn = paidOn } : invoice);
        if (isPaid && days > 10 && _random.Chance(0.05))
        {
            IReadOnlyList<Money> parts = invoice.Amount.Allocate(2);
            Pay(invoice, paidOn.PlusDays(-9), parts[0]);
            Pay(invoice, paidOn, parts[1]);
        }
        else if (isPaid)
        {
            Pay(invoice, paidOn, invoice.Amount);
        }

        LocalDate credited = LocalDate.Max(invoice.IssuedOn, paidOn).PlusDays(_random.Between(1, 20));
        if (!isPaid || credited >= _options.To || !_random.Chance(0.012)) return;
        Money credit = (invoice.Amount * _random.Pick([0.1m, 0.25m, 1m])).Round().WithoutTrailingZeros();
        CreditNotes.Add(new CreditNote
        {
            Id = Id("N", CreditNotes.Count),
            CustomerId = invoice.CustomerId,
            InvoiceId = invoice.Id,
            IssuedOn = credited,
            Amount = credit,
            Reason = _random.Pick(["Outage", "Billed in error", "Goodwill"]),
        });
        if (_random.Chance(0.6)) Pay(invoice, credited, -credit);
    }

    private void Pay(Invoice invoice, LocalDate on, Money amount) => Payments.Add(
        new Payment { Id = Id("M", Payments.Count), CustomerId = invoice.CustomerId, InvoiceId = invoice.Id, On = on, Amount = amount });

    private static string Id(string prefix, int count) => prefix + (count + 1).ToString(CultureInfo.InvariantCulture);
}
