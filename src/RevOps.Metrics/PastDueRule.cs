using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>What becomes of a subscription whose invoice is not paid in time.</summary>
/// <remarks>
/// An invoice is past due from the day after <see cref="Invoice.DueOn"/> until <see cref="Invoice.PaidOn"/>, or until payments and credit notes that
/// name it reach its amount. A subscription that stopped counting counts again from that day, as a reactivation if the customer had nothing else.
/// An invoice that names no subscription is held against none. Where a source does not tell what was paid, use <see cref="Counted"/>: by
/// default every subscription charged automatically would churn.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PastDueRule
{
    private const int DefaultDays = 30;

    private readonly Treatment _kind;
    private readonly int _daysMore;

    private PastDueRule(Treatment kind, int days = DefaultDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        _kind = kind;
        _daysMore = days - DefaultDays;
    }

    /// <summary>Stops counting the moment it is past due.</summary>
    public static PastDueRule Excluded => new(Treatment.Excluded);

    /// <summary>Counts until it is cancelled, however late the invoice.</summary>
    public static PastDueRule Counted => new(Treatment.Counted);

    /// <summary>The default with 30 days: churns so many days after the due day where the seller charges automatically; where the customer pays invoices it counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of days.</exception>
    public static PastDueRule AutomaticChurnAfter(int days) => new(Treatment.ChurnIfAutomatic, days);

    /// <summary>Churns so many days after the due day, whoever moves the money.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of days.</exception>
    public static PastDueRule ChurnAfter(int days) => new(Treatment.ChurnForAll, days);

    /// <summary>The first day on which a subscription no longer counts for an invoice due on a day; null when it goes on.</summary>
    internal LocalDate? StopsCountingOn(LocalDate due, PaymentCollection collection) => _kind switch
    {
        Treatment.Excluded => due.PlusDays(1),
        Treatment.ChurnForAll => due.PlusDays(DefaultDays + _daysMore),
        Treatment.ChurnIfAutomatic when collection == PaymentCollection.Automatic => due.PlusDays(DefaultDays + _daysMore),
        _ => null,
    };

    /// <summary>"AutomaticChurnAfter 30 days", "ChurnAfter 10 days", "Counted", "Excluded".</summary>
    public override string ToString() => _kind switch
    {
        Treatment.Excluded => nameof(Excluded),
        Treatment.Counted => nameof(Counted),
        Treatment.ChurnForAll => string.Create(CultureInfo.InvariantCulture, $"{nameof(ChurnAfter)} {DefaultDays + _daysMore} days"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nameof(AutomaticChurnAfter)} {DefaultDays + _daysMore} days"),
    };

    private enum Treatment
    {
        ChurnIfAutomatic,
        ChurnForAll,
        Counted,
        Excluded,
    }
}
