using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>Thrown when an amount is to be converted on a day for which no exchange rate leads from its currency to the other.</summary>
public sealed class MissingExchangeRateException : InvalidOperationException
{
    internal MissingExchangeRateException(Currency from, Currency to, LocalDate date, int? maximumAgeDays)
        : base(Describe(from, to, date, maximumAgeDays))
    {
        From = from;
        To = to;
        Date = date;
    }

    /// <summary>The currency of the amount.</summary>
    public Currency From { get; }

    /// <summary>The currency that was asked for.</summary>
    public Currency To { get; }

    /// <summary>The day that was asked for.</summary>
    public LocalDate Date { get; }

    private static string Describe(Currency from, Currency to, LocalDate date, int? maximumAgeDays)
    {
        string when = maximumAgeDays switch
        {
            null => "dated on or before that day",
            0 => "dated on that day",
            1 => "dated on that day or the day before",
            int days => $"dated on that day or at most {days} days before",
        };
        string day = LocalDatePattern.Iso.Format(date);
        return $"No exchange rate from {from} to {to} on {day}: add a rate of the two, or of both to one third currency, {when}.";
    }
}
