using NodaTime;

namespace RevOps.Metrics;

/// <summary>The priced spans of a dataset by entity, ready to be posted: gaps held and days netted as the policy says, and handed on from entity to entity.</summary>
internal static class LedgerSpans
{
    /// <summary>Prepares spans given subscription by subscription, each one's in order.</summary>
    /// <returns>Each entity's spans, entities in the order of their numbers.</returns>
    public static IEnumerable<IGrouping<int, PricedSpan>> ByEntity(List<PricedSpan> spans, LedgerPolicy policy, Func<int, int> ledgerDay)
    {
        if (policy.Reactivation.Kind == ReactivationRule.Treatment.Continuous) HoldOverGaps(spans, policy.Reactivation.Days);
        if (policy.Netting == MovementNetting.ByPeriod)
        {
            for (int i = 0; i < spans.Count; i++) spans[i] = spans[i] with { From = ledgerDay(spans[i].From), To = ledgerDay(spans[i].To) };
            spans.RemoveAll(span => span.From >= span.To);
        }

        HandOn(spans);
        return spans.GroupBy(span => span.Entity).OrderBy(entity => entity.Key);
    }

    /// <summary>The day on which the ledger dates a change: the day itself, or the last day of the fixed period it lies in.</summary>
    public static Func<int, int> LedgerDay(LedgerPolicy policy)
    {
        if (policy.Netting != MovementNetting.ByPeriod) return day => day;
        Dictionary<int, int> lastDays = [];
        return day =>
        {
            if (day is FactTable.NoDay or FactTable.SinceEver) return day;
            if (lastDays.TryGetValue(day, out int last)) return last;
            LocalDate date = DayNumber.ToDate(day);
            return lastDays[day] = DayNumber.Of(policy.FixedCalendar.PeriodContaining(date, policy.FixedGrain).End) - 1;
        };
    }

    /// <summary>Where an entity returns after at most so many days without anything, what it had before goes on until then.</summary>
    private static void HoldOverGaps(List<PricedSpan> spans, int days)
    {
        foreach (var entity in spans.Index().GroupBy(span => span.Item.Entity).ToList())
        {
            int end = FactTable.NoDay;
            List<int> last = [];
            foreach ((int index, PricedSpan span) in entity.OrderBy(span => span.Item.From))
            {
                if (end < span.From && span.From - end <= days)
                {
                    foreach (int held in last.Where(i => !IsElsewhereBefore(spans, i, span.From))) spans[held] = spans[held] with { To = span.From };
                }

                if (last.Count == 0 || span.To > end)
                {
                    end = span.To;
                    last.Clear();
                }

                if (span.To == end) last.Add(index);
            }
        }
    }

    /// <summary>True when the subscription of a span goes on, with whomever, before a day.</summary>
    private static bool IsElsewhereBefore(List<PricedSpan> spans, int index, int day) =>
        index + 1 < spans.Count && spans[index + 1].Subscription == spans[index].Subscription && spans[index + 1].From < day;

    private static void HandOn(List<PricedSpan> spans)
    {
        for (int i = 1; i < spans.Count; i++)
        {
            (PricedSpan before, PricedSpan after) = (spans[i - 1], spans[i]);
            if (before.Subscription != after.Subscription || before.To != after.From || before.Entity == after.Entity) continue;
            spans[i - 1] = before with { GoesOnBy = after.ComesBy };
            spans[i] = after with { ComesFrom = before };
        }
    }
}
