using NodaTime;

namespace RevOps.Metrics;

/// <content>When in the period deals are won.</content>
public static partial class Sales
{
    /// <summary>Bookings linearity: the share of the period's won amount that was won in its first third.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: amount won in the third / won amount. The thirds of a quarter are its months, those of another period are of equal days,
    /// as near as whole days allow. A linear quarter has about a third in each; 60 % in the last is a hockey stick. Undefined when nothing was won.
    /// Source: https://www.winsabove.com/glossary/bookings-linearity.
    /// </remarks>
    public static Metric<Ratio> WonInFirstThird { get; } = Linearity("first", 0);

    /// <summary>Bookings linearity: the share of the period's won amount that was won in its second third.</summary>
    /// <inheritdoc cref="WonInFirstThird" path="/remarks"/>
    public static Metric<Ratio> WonInSecondThird { get; } = Linearity("second", 1);

    /// <summary>Bookings linearity: the share of the period's won amount that was won in its last third.</summary>
    /// <inheritdoc cref="WonInFirstThird" path="/remarks"/>
    public static Metric<Ratio> WonInLastThird { get; } = Linearity("last", 2);

    private static Metric<Ratio> Linearity(string which, int third) => MetricArithmetic.Apply<Ratio>($"won in {which} third",
        [
            new Metric<Money>($"amount won in the {which} third", new MeasureExpression((period, policy) =>
                new MeasureRequest(PipelineMeasures.ClosedAmount(DealOutcome.Won, policy), ThirdOf(period, third)))),
            Internal<Money>("won amount", policy => PipelineMeasures.ClosedAmount(DealOutcome.Won, policy)),
        ],
        (v, _) => Formulas.Linearity(wonInPart: v[0], won: v[1]), _ => "nothing was won").Described(new()
        {
            Id = $"sales.won-in-{which}-third", Name = $"won in {which} third", Synonyms = ["bookings linearity"],
            Definition = $"The share of the period's won amount that was won in its {which} third.", Formula = "amount won in the third / won amount",
            Policies = ["Deals"], Source = "https://www.winsabove.com/glossary/bookings-linearity",
        });

    private static DateWindow ThirdOf(ReportingPeriod period, int third)
    {
        if (period.Grain == CalendarGrain.Quarter)
        {
            ReportingPeriod month = period.Calendar.Periods(CalendarGrain.Month, period)[third];
            return new DateWindow(month.Start, month.End);
        }

        int days = Period.DaysBetween(period.Start, period.End);
        return new DateWindow(period.Start.PlusDays(days * third / 3), period.Start.PlusDays(days * (third + 1) / 3));
    }
}
