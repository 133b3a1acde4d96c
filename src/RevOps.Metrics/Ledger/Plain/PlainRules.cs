using NodaTime;

namespace RevOps.Metrics;

/// <summary>Under which policies, and of which subscriptions, the kernel makes the same ledger as the general way.</summary>
/// <remarks>
/// <para>
/// The policy must net by the day and by customer and take prices from subscriptions; returning after a gap must not bridge it. All other options
/// say what becomes of something that a plain subscription does not have, or how a price becomes yearly, which is done here in the same way.
/// </para>
/// <para>
/// A subscription is plain with one price term in the reporting currency, without discount, pause, request to cancel, usage commitment, and
/// invoice, and when it replaces no other; a trial only moves its first day. What is void never counts, and so is plain whatever it has. A
/// customer who acquires or is acquired is not plain.
/// </para>
/// </remarks>
internal sealed class PlainRules(RevenueDataset data, LedgerPolicy policy)
{
    private readonly long _unitsPerOne = AmountScale.UnitsPerOne(data.ReportingCurrency);

    /// <summary>The ids of subscriptions that invoices name.</summary>
    public HashSet<string> Invoiced { get; } = new(
        from invoice in data.Invoices
        from id in invoice.Lines.Select(line => line.SubscriptionId).Append(invoice.SubscriptionId)
        where id is not null
        select id,
        StringComparer.Ordinal);

    /// <summary>True for a policy under which the kernel can be used at all.</summary>
    public static bool Serve(LedgerPolicy policy) =>
        policy is { Source: RevenueSource.SubscriptionPrice, Grain: MovementGrain.Customer, Netting: MovementNetting.ByDay }
        && policy.Reactivation.Kind != ReactivationRule.Treatment.Continuous;

    /// <summary>The ids of customers who are not plain whatever their subscriptions are.</summary>
    public IEnumerable<string> CustomersThatAreNot() =>
        from merge in data.CustomerMerges
        where merge.Kind == CustomerMergeKind.Acquisition
        from id in new[] { merge.CustomerId, merge.IntoCustomerId }
        select id;

    /// <summary>True for the currency in which the ledger is.</summary>
    public bool IsReporting(Currency currency) => currency == data.ReportingCurrency;

    /// <summary>How prices become yearly.</summary>
    public YearlyUnits[] YearlyUnitsOf(IEnumerable<BillingInterval> intervals) => YearlyUnits.Of(intervals, policy.YearBasis);

    /// <summary>True for a subscription that is plain.</summary>
    public bool Keeps(Subscription subscription) => subscription.IsVoid || (
        subscription is { Terms.Count: 1, Pauses.Count: 0, Cancellations.Count: 0, ReplacesId: null }
        && subscription.Terms[0] is { Discounts.Count: 0, IsUsageCommitment: false } term
        && IsReporting(term.Price.Currency)
        && !(Invoiced.Count > 0 && Invoiced.Contains(subscription.Id)));

    /// <summary>The days and the amount of a plain subscription; false where it never counts.</summary>
    public bool TryPrice(Subscription subscription, out int from, out int to, out long amount)
    {
        (from, to, amount) = (0, 0, 0);
        PriceTerm term = subscription.Terms[0];
        LocalDate first = LocalDate.Max(term.From, LocalDate.Max(subscription.Start, subscription.TrialEnd ?? subscription.Start));
        LocalDate end = LocalDate.Min(term.To ?? CountedDays.Forever, subscription.End ?? CountedDays.Forever);
        if (subscription.IsVoid || first >= end) return false;
        (from, to) = (DayNumber.Of(first), end == CountedDays.Forever ? FactTable.NoDay : DayNumber.Of(end));
        (int times, int per) = term.Interval.TimesAYear(policy.YearBasis);
        amount = AmountScale.Round(term.Price.Amount * term.Quantity * times * _unitsPerOne / per);
        return Counts(amount);
    }

    /// <summary>True unless it is free and who pays nothing is no customer.</summary>
    public bool Counts(long amount) => amount > 0 || policy.Free == FreeTreatment.Active;
}
