using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Predictive;

/// <summary>How long customers stay, straight from the records.</summary>
public static class CustomerSurvival
{
    /// <summary>The survival of customers, in days from the first paying day to churn.</summary>
    /// <remarks>
    /// <para>Each customer counts once, from its first paying day to its first churn, as the ledger of the policy tells them; who comes back later has left all the
    /// same. Who still pays on the day of observation is censored on it, and so is who went on as part of another customer, on that day. What is
    /// recorded of later days is not looked at.</para>
    /// <para>Who paid before the first day of the subscriptions' coverage enters late, with the days since its first paying day: those like it who had churned by
    /// then are not in the data. A customer whose first spell ended before that day is left out, and <see cref="SurvivalCurves.LeftOut"/> says so. Declare the coverage
    /// where the data begin later than the business; where it is not declared, nothing is taken to be missing from before.</para>
    /// </remarks>
    /// <param name="data">The records.</param>
    /// <param name="observedOn">The day of observation: the last whose churn is known.</param>
    /// <param name="by">The dimension whose values are the groups, as of the first paying day; one curve for all when not given.</param>
    /// <param name="ledger">What a customer and a churn are; the defaults when not given.</param>
    /// <exception cref="ArgumentException">The day lies outside the coverage of subscriptions, movements have no path to the dimension, or no customer has the attribute.</exception>
    public static SurvivalCurves Estimate(RevenueDataset data, LocalDate observedOn, Dimension? by = null, LedgerPolicy? ledger = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        SurvivalRows rows = new();
        if (CoverageStart.Of(data, RecordType.Subscription, observedOn) is not { } firstDay) return rows.ToCurves(by is not null, outcome => outcome > 0);

        string whoLeftBefore = $"who left before {LocalDatePattern.Iso.Format(firstDay)}, the first day of the data";
        HashSet<string> seen = new(StringComparer.Ordinal);
        bool isBySubscription = ledger?.Grain == MovementGrain.Subscription;
        foreach (PayingSpell spell in data.PayingSpells(ledger, by))
        {
            if (!isBySubscription && !seen.Add(spell.CustomerId)) continue;
            if (ObservedSpan.Of(spell.From, spell.To, firstDay, observedOn) is { } span)
            {
                rows.Add(span, span.HasEnded && spell.EndedBy == MovementKind.Churn ? 1 : 0, spell.Value);
            }
            else
            {
                rows.LeaveOut(spell.From > observedOn ? "who came after the day of observation" : whoLeftBefore);
            }
        }

        return rows.ToCurves(by is not null, outcome => outcome > 0);
    }
}
