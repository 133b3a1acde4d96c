using NodaTime;

namespace RevOps.Metrics;

/// <summary>The days on which a price term holds.</summary>
/// <param name="Index">Its place in <see cref="Subscription.Terms"/>.</param>
/// <param name="Term">The term.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The first day after.</param>
internal sealed record TermDays(int Index, PriceTerm Term, LocalDate From, LocalDate To)
{
    /// <summary>The terms of a subscription that hold on any day, in order; until the end of service at most.</summary>
    public static IReadOnlyList<TermDays> Of(Subscription subscription, PriceChangeDate changes)
    {
        // A term that lasts no day takes over nothing.
        (int Index, PriceTerm Term)[] terms = [.. subscription.Terms.Index().Where(t => t.Item.To != t.Item.From).OrderBy(t => t.Item.From)];
        List<TermDays> days = [];
        LocalDate toBefore = LocalDate.MinIsoValue;
        for (int i = 0; i < terms.Length; i++)
        {
            (int index, PriceTerm term) = terms[i];
            LocalDate from = term.From, to = LocalDate.Min(term.To ?? CountedDays.Forever, i + 1 < terms.Length ? terms[i + 1].Term.From : CountedDays.Forever);
            to = LocalDate.Min(to, subscription.End ?? CountedDays.Forever);
            if (changes == PriceChangeDate.NextServicePeriod && days.Count > 0 && toBefore == from)
            {
                // The price before holds to the end of its service period, and a term that is over by then never holds.
                from = EndOfServicePeriod(subscription, days[^1], from);
                days[^1] = days[^1] with { To = LocalDate.Min(from, to) };
            }

            if (from < to) days.Add(new TermDays(index, term, from, to));
            toBefore = to;
        }

        return days;
    }

    /// <summary>The first day on or after a day on which a service period of a term starts.</summary>
    private static LocalDate EndOfServicePeriod(Subscription subscription, TermDays term, LocalDate day)
    {
        LocalDate first = SubscriptionPricing.FirstPaidDay(subscription, term.From), start = first;
        for (int i = 1; start < day; i++) start = term.Term.Interval.After(first, i);
        return start;
    }
}
