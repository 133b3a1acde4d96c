using NodaTime;

namespace RevOps.Metrics;

/// <summary>The days between which a period is looked at: its own, or for recurring revenue those that the policy's period state says.</summary>
internal static class PeriodEdges
{
    /// <summary>The first day and the first day after; null for a period that the policy cannot look at.</summary>
    public static (LocalDate From, LocalDate To)? Of(ReportingPeriod period, MetricPolicy policy, Relation relation)
    {
        if (policy.PeriodState == PeriodState.EndOfLastDay || relation is not (Relation.Movements or Relation.RevenueStates)) return (period.Start, period.End);
        ReportingPeriod Part(LocalDate day) => policy.Ledger.FixedCalendar.PeriodContaining(day, policy.Ledger.FixedGrain);
        ReportingPeriod before = Part(period.Start.PlusDays(-1)), last = Part(period.End.PlusDays(-1));
        return before.End == period.Start && last.End == period.End ? (before.Start.PlusDays(1), last.Start.PlusDays(1)) : null;
    }

    /// <summary>The day that a day is told with where periods are looked at on their first day: itself when it is such a day, else the next one.</summary>
    public static LocalDate DayOfState(LocalDate day, MetricPolicy policy)
    {
        ReportingPeriod part = policy.Ledger.FixedCalendar.PeriodContaining(day, policy.Ledger.FixedGrain);
        return day == part.Start ? day : part.End;
    }

    /// <summary>Why there are none.</summary>
    public static string WhyNone(ReportingPeriod period, MetricPolicy policy) =>
        $"with the state of the first day only periods of whole parts of the grain {policy.Ledger.FixedGrain} can be told, and {period.Label} is none";
}
