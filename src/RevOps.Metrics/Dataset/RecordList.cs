using NodaTime;

namespace RevOps.Metrics;

/// <summary>All versions of a dataset's records of one type, and the day from which each is known.</summary>
internal abstract class RecordList
{
    /// <summary>The lists of a dataset, one for each type.</summary>
    public static IReadOnlyList<RecordList> Of(RevenueDataset data) =>
    [
        new Versions<Customer>(RecordType.Customer, CustomerChecks.Customer, data.Customers, data.Superseded.Customers, (b, r) => b.Add(r)),
        new Versions<CustomerMerge>(RecordType.CustomerMerge, CustomerChecks.Merge, data.CustomerMerges, [], (b, r) => b.Add(r)),
        new Versions<Subscription>(
            RecordType.Subscription, SubscriptionChecks.Subscription, data.Subscriptions, data.Superseded.Subscriptions, (b, r) => b.Add(r)),
        new Versions<Deal>(RecordType.Deal, DealChecks.Deal, data.Deals, data.Superseded.Deals, (b, r) => b.Add(r)),
        new Versions<Lead>(RecordType.Lead, LeadChecks.Lead, data.Leads, data.Superseded.Leads, (b, r) => b.Add(r)),
        new Versions<MarketingActivity>(RecordType.MarketingActivity, CostChecks.Activity, data.MarketingActivities, [], (b, r) => b.Add(r)),
        new Versions<Spend>(RecordType.Spend, CostChecks.Spend, data.Spends, [], (b, r) => b.Add(r)),
        new Versions<Invoice>(RecordType.Invoice, BillingChecks.Invoice, data.Invoices, data.Superseded.Invoices, (b, r) => b.Add(r)),
        new Versions<CreditNote>(RecordType.CreditNote, BillingChecks.CreditNote, data.CreditNotes, data.Superseded.CreditNotes, (b, r) => b.Add(r)),
        new Versions<Payment>(RecordType.Payment, BillingChecks.Payment, data.Payments, data.Superseded.Payments, (b, r) => b.Add(r)),
        new Versions<Ticket>(RecordType.Ticket, TicketChecks.Ticket, data.Tickets, data.Superseded.Tickets, (b, r) => b.Add(r)),
        new Versions<ForecastSnapshot>(RecordType.ForecastSnapshot, ForecastChecks.Snapshot, data.ForecastSnapshots, [], (b, r) => b.Add(r)),
        new Versions<Quota>(RecordType.Quota, ForecastChecks.Quota, data.Quotas, [], (b, r) => b.Add(r)),
        new Versions<FinancialFigure>(RecordType.FinancialFigure, CostChecks.Figure, data.FinancialFigures, [], (b, r) => b.Add(r)),
    ];

    /// <summary>True when nothing was recorded after a day.</summary>
    public abstract bool IsKnownBy(LocalDate day);

    /// <summary>Adds what was recorded by a day to a dataset being built.</summary>
    public abstract void AddKnownBy(LocalDate day, RevenueDatasetBuilder builder);

    /// <summary>The versions recorded after one day and by another.</summary>
    public abstract IEnumerable<RecordVersion> Between(LocalDate after, LocalDate until);

    private sealed class Versions<T>(RecordType type, RecordKind<T> kind, ValueList<T> inForce, ValueList<T> superseded, Action<RevenueDatasetBuilder, T> add)
        : RecordList
        where T : class
    {
        private IEnumerable<T> All => superseded.Concat(inForce);

        public override bool IsKnownBy(LocalDate day) => All.All(record => IsKnown(record, day));

        public override void AddKnownBy(LocalDate day, RevenueDatasetBuilder builder)
        {
            foreach (T record in All.Where(record => IsKnown(record, day))) add(builder, record);
        }

        public override IEnumerable<RecordVersion> Between(LocalDate after, LocalDate until)
        {
            // Versions of one id come in the order of their days: all but the first of them are corrections.
            HashSet<string> known = new(StringComparer.Ordinal);
            foreach (T record in All)
            {
                string? id = kind.Id?.Invoke(record);
                bool isCorrection = id is not null && !known.Add(id);
                if (kind.RecordedOn(record) is not { } day || day <= after || day > until) continue;
                yield return new RecordVersion
                {
                    Type = type, Record = kind.Describe(record), Id = id, CustomerId = kind.CustomerId?.Invoke(record), RecordedOn = day, IsCorrection = isCorrection,
                };
            }
        }

        private bool IsKnown(T record, LocalDate day) => kind.RecordedOn(record) is not { } recordedOn || recordedOn <= day;
    }
}
