using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>Until when what was known of a period counts.</summary>
/// <param name="Words">How it ends a name; empty for the usual day.</param>
/// <param name="FirstDayAfter">The first day of which nothing counts any more.</param>
internal sealed record KnownBy(string Words, Func<ReportingPeriod, MetricPolicy, LocalDate> FirstDayAfter)
{
    /// <summary>By the end of the period's last day.</summary>
    public static KnownBy Close { get; } = new("", (period, _) => period.End);

    /// <summary>By the end of the day that the policy judges forecasts on.</summary>
    public static KnownBy ForecastDay { get; } = new("", (period, policy) => period.Start.PlusDays(policy.ForecastDay));

    /// <summary>By the end of a day of the period: 1 is its first.</summary>
    public static KnownBy OnDay(int day) =>
        new(string.Create(CultureInfo.InvariantCulture, $" on day {day}"), (period, _) => period.Start.PlusDays(day));

    /// <summary>By the end of a date.</summary>
    public static KnownBy On(LocalDate date) => new($" on {LocalDatePattern.Iso.Format(date)}", (_, _) => date.PlusDays(1));
}
