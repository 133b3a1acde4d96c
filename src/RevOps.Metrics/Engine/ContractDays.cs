using NodaTime;

namespace RevOps.Metrics;

/// <summary>The days on which a subscription's contracts fall due.</summary>
internal static class ContractDays
{
    /// <summary>Contracts that nobody ends are laid out for so many years, where no coverage says how far the records reach.</summary>
    private const int YearsWithoutEnd = 30;

    /// <summary>The last day on which a contract is laid out to fall due where the records end on a day: a year later.</summary>
    public static LocalDate LastDue(LocalDate coveredTo) => Later(coveredTo, years: 1);

    /// <summary>Each contract's first day and due day, in order.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="isRenewed">True where another subscription says that it renews this one.</param>
    /// <param name="coveredTo">The first day that the records no longer cover; null for no limit.</param>
    public static IEnumerable<(LocalDate From, LocalDate Due)> Of(Subscription subscription, bool isRenewed, LocalDate? coveredTo)
    {
        LocalDate firstPaid = LocalDate.Max(subscription.Start, subscription.TrialEnd ?? subscription.Start);
        LocalDate limit = coveredTo is { } covered ? LastDue(covered) : Later(firstPaid, YearsWithoutEnd);
        if (subscription.ContractLength is { } length)
        {
            foreach (var contract in Multiples(firstPaid, length, subscription.End, limit)) yield return contract;
            yield break;
        }

        LocalDate? end = subscription.AutoRenews is not null || isRenewed ? subscription.End : null;
        LocalDate latest = firstPaid;
        foreach (var contract in ServicePeriods(subscription, limit))
        {
            if (contract.Due >= end) break;
            yield return contract;
            latest = contract.Due;
        }

        if (end > latest && end <= limit) yield return (latest, end.Value);
    }

    /// <summary>The service periods of prices by the year or longer; one that a price of another interval cuts short is no contract due.</summary>
    private static IEnumerable<(LocalDate From, LocalDate Due)> ServicePeriods(Subscription subscription, LocalDate limit)
    {
        PriceTerm[] terms = [.. subscription.Terms.Where(term => term.To != term.From).OrderBy(term => term.From)];
        for (int first = 0, next; first < terms.Length; first = next)
        {
            BillingInterval interval = terms[first].Interval;
            for (next = first + 1; next < terms.Length && terms[next].Interval == interval;) next++;
            if (!interval.IsAYearOrLonger) continue;
            LocalDate until = next < terms.Length ? LocalDate.Min(terms[next].From, limit) : limit;
            foreach (var period in Multiples(SubscriptionPricing.FirstPaidDay(subscription, terms[first]), interval, subscription.End, until)) yield return period;
        }
    }

    /// <summary>Spans of one length after each other, each told from the first day; the last is the one in which the service ends, or that ends by the limit.</summary>
    private static IEnumerable<(LocalDate From, LocalDate Due)> Multiples(LocalDate firstDay, BillingInterval length, LocalDate? serviceEnd, LocalDate limit)
    {
        LocalDate from = firstDay;
        // A length beyond the calendar has no day to name.
        for (int i = 1; !(from >= serviceEnd) && i * LeastDays(length) <= Period.DaysBetween(firstDay, limit); i++)
        {
            LocalDate due = length.After(firstDay, i);
            if (due > limit) break;
            yield return (from, due);
            from = due;
        }
    }

    private static long LeastDays(BillingInterval length) => (long)length.Count * length.Unit switch
    {
        BillingUnit.Year => 365,
        BillingUnit.Month => 28,
        BillingUnit.Week => 7,
        _ => 1,
    };

    private static LocalDate Later(LocalDate day, int years) => day.Year + years < LocalDate.MaxIsoValue.Year ? day.PlusYears(years) : LocalDate.MaxIsoValue;
}
