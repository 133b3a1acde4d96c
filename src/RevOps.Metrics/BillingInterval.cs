using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>The length of time that one price pays for: a number of days, weeks, months or years.</summary>
/// <remarks>
/// A year holds 12 months, 52 weeks or 365 days, exactly: $10 a week is $520 a year and $43.33 a month. Four weeks and thirty
/// days a month, or 52.14 weeks, give other numbers (<see cref="YearBasis"/>); ours is the one in which a year of weeks has a whole number of them.
/// </remarks>
public readonly record struct BillingInterval : IParsable<BillingInterval>
{
    // One less than the count, so that the default value is, and equals, one month.
    private readonly int _more;

    /// <summary>An interval of <paramref name="count"/> units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive, or the unit is none of the four.</exception>
    public BillingInterval(int count, BillingUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (!Enum.IsDefined(unit)) throw new ArgumentOutOfRangeException(nameof(unit), unit, "Use a month, a day, a week or a year.");
        _more = count - 1;
        Unit = unit;
    }

    /// <summary>A day.</summary>
    public static BillingInterval Day => new(1, BillingUnit.Day);

    /// <summary>A week.</summary>
    public static BillingInterval Week => new(1, BillingUnit.Week);

    /// <summary>A month; also the default value.</summary>
    public static BillingInterval Month => new(1, BillingUnit.Month);

    /// <summary>Three months.</summary>
    public static BillingInterval Quarter => new(3, BillingUnit.Month);

    /// <summary>A year.</summary>
    public static BillingInterval Year => new(1, BillingUnit.Year);

    /// <summary>How many units.</summary>
    public int Count => _more + 1;

    /// <summary>The unit.</summary>
    public BillingUnit Unit { get; }

    /// <summary>True from a year on.</summary>
    public bool IsAYearOrLonger => Unit switch
    {
        BillingUnit.Year => true,
        BillingUnit.Month => Count >= 12,
        BillingUnit.Week => Count >= 52,
        _ => Count >= 365,
    };

    /// <summary>How often it is paid in a year of 12 months, 52 weeks or 365 days: a number, and what to divide it by.</summary>
    internal (int Times, int Per) TimesAYear(YearBasis basis = YearBasis.Weeks52Days365)
    {
        (int times, int per) = (Unit, basis) switch
        {
            (BillingUnit.Year, _) => (1, 1),
            (BillingUnit.Month, _) => (12, 1),
            (BillingUnit.Week, YearBasis.Weeks48Days360) => (48, 1),
            (BillingUnit.Week, YearBasis.ActualDays) => (365, 7),
            (BillingUnit.Week, _) => (52, 1),
            (_, YearBasis.Weeks48Days360) => (360, 1),
            _ => (365, 1),
        };
        return (times, checked(per * Count));
    }

    /// <summary>True when it is a smaller part of a year.</summary>
    internal bool IsShorterThan(BillingInterval other)
    {
        ((int times, int per), (int otherTimes, int otherPer)) = (TimesAYear(), other.TimesAYear());
        return (long)times * otherPer > (long)otherTimes * per;
    }

    /// <summary>The day so many intervals after <paramref name="date"/>, each told from that day: a month after 31 January is 28 February, two are 31 March.</summary>
    public LocalDate After(LocalDate date, int intervals = 1) => Unit switch
    {
        BillingUnit.Year => date.PlusYears(Count * intervals),
        BillingUnit.Month => date.PlusMonths(Count * intervals),
        BillingUnit.Week => date.PlusWeeks(Count * intervals),
        _ => date.PlusDays(Count * intervals),
    };

    /// <summary>"month", "3 months", "year": what <see cref="Parse(string, IFormatProvider?)"/> reads back.</summary>
    public override string ToString()
    {
        string unit = Unit switch { BillingUnit.Year => "year", BillingUnit.Month => "month", BillingUnit.Week => "week", _ => "day" };
        return Count == 1 ? unit : string.Create(CultureInfo.InvariantCulture, $"{Count} {unit}s");
    }

    /// <summary>Reads "day", "week", "month", "quarter", "year", "monthly", "yearly", "annual", "2 weeks", in any case.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static BillingInterval Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out BillingInterval result)
            ? result
            : throw new FormatException($"'{s}' is not a billing interval: write day, week, month, quarter or year, with a count before it if more than one.");

    /// <summary>Like <see cref="Parse(string, IFormatProvider?)"/>, without the exception.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BillingInterval result)
    {
        result = default;
        if (s is null || s.AsSpan().TrimStart().StartsWith('-')) return false;
        string[] words = s.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        int count = 1;
        if (words.Length == 2 && !(int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0)) return false;
        if (words.Length is 0 or > 2) return false;

        (int factor, BillingUnit unit) = words[^1].ToUpperInvariant() switch
        {
            "DAY" or "DAYS" or "DAILY" => (1, BillingUnit.Day),
            "WEEK" or "WEEKS" or "WEEKLY" => (1, BillingUnit.Week),
            "MONTH" or "MONTHS" or "MONTHLY" => (1, BillingUnit.Month),
            "QUARTER" or "QUARTERS" or "QUARTERLY" => (3, BillingUnit.Month),
            "YEAR" or "YEARS" or "YEARLY" or "ANNUAL" or "ANNUALLY" => (1, BillingUnit.Year),
            _ => (0, default),
        };
        if (factor == 0 || count > int.MaxValue / factor) return false;
        result = new BillingInterval(count * factor, unit);
        return true;
    }
}

/// <summary>The unit of a <see cref="BillingInterval"/>.</summary>
public enum BillingUnit
{
    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A day.</summary>
    Day,

    /// <summary>Seven days.</summary>
    Week,

    /// <summary>A calendar year.</summary>
    Year,
}
