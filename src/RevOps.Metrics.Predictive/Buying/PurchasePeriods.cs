using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>Numbers the days, weeks and months one after the other.</summary>
internal static class PurchasePeriods
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly LocalDate MondayOfEpoch = new(1969, 12, 29);

    public static int Of(LocalDate day, CalendarGrain period) => period switch
    {
        CalendarGrain.Day => Period.DaysBetween(Epoch, day),
        CalendarGrain.Week => (int)Math.Floor(Period.DaysBetween(MondayOfEpoch, day) / 7.0),
        _ => (day.Year * 12) + day.Month - 1,
    };
}
