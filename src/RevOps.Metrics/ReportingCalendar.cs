using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>
/// The calendar a company reports by: where its days, weeks, months, quarters, halves and years begin, and what they are called.
/// </summary>
/// <remarks>
/// <para>
/// Three kinds: <see cref="Gregorian"/> years; fiscal years of calendar months, <see cref="FiscalYearStartingIn"/>; and retail years of 52
/// or 53 weeks, <see cref="Retail"/>. Change <see cref="TimeZone"/> and <see cref="YearNaming"/> with a <c>with</c> expression. A year
/// given to a method is the year's name in this calendar: <c>Quarters(2026)</c> of a fiscal calendar are FY26-Q1 to FY26-Q4.
/// </para>
/// <para>
/// Labels. Days are 2026-01-31 everywhere. Calendar months stay 2026-01 and ISO weeks 2026-W05 in a fiscal calendar too, because people go
/// on calling them so; its quarters, halves and years are FY26-Q3, FY26-H1 and FY26. A retail calendar has weeks and months of its own:
/// FY26-W05 and FY26-P03. Fiscal years outside 2000 to 2099 take four digits: FY1999.
/// </para>
/// <para>The calendar covers the years named 1 to 9998; anything beyond is an <see cref="ArgumentOutOfRangeException"/>.</para>
/// </remarks>
public sealed partial record ReportingCalendar
{
    private const int FirstYear = 1;

    // The last year whose first day after it is still a date.
    private const int LastYear = 9998;

    private static readonly LocalDate StartOfCover = new(FirstYear, 1, 1);
    private static readonly LocalDate EndOfCover = new(LastYear + 1, 1, 1);

    private static readonly string CoveredYears = string.Create(
        CultureInfo.InvariantCulture, $"Reporting calendars cover the years {FirstYear} to {LastYear}.");

    private readonly CalendarLayout _layout;

    private ReportingCalendar(CalendarLayout layout) => _layout = layout;

    /// <summary>Calendar years of calendar months, ISO weeks, and days that begin at midnight UTC.</summary>
    public static ReportingCalendar Gregorian { get; } = new(new FiscalLayout(StartMonth: 1));

    /// <summary>
    /// The 4-5-4 calendar of the National Retail Federation: years end on the Saturday nearest to 31 January and are named by their start.
    /// </summary>
    /// <remarks>Its 2023 ran from 2023-01-29 to 2024-02-03 and had 53 weeks; its 2024 began on 2024-02-04.</remarks>
    public static ReportingCalendar NationalRetailFederation { get; } =
        Retail(RetailPattern.FourFiveFour, RetailYearEnd.Nearest(IsoDayOfWeek.Saturday, month: 1)) with
        {
            YearNaming = FiscalYearNaming.ByStartYear,
        };

    /// <summary>The zone whose midnight begins a day, by which instants become dates at import; UTC unless set.</summary>
    public DateTimeZone TimeZone
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = DateTimeZone.Utc;

    /// <summary>Whether a year is named by the calendar year in which it ends (unless set otherwise) or starts.</summary>
    /// <remarks>
    /// A retail year counts as starting and ending in the months its rule names, even when the nearest day lies in the month after.
    /// </remarks>
    public FiscalYearNaming YearNaming
    {
        get => _layout.Naming;
        init => _layout = _layout with { Naming = value };
    }

    /// <summary>Years of twelve calendar months that start in the given month, 1 to 12; January gives <see cref="Gregorian"/>.</summary>
    public static ReportingCalendar FiscalYearStartingIn(int month)
    {
        RequireMonth(month, nameof(month));
        return new ReportingCalendar(new FiscalLayout(month));
    }

    /// <summary>
    /// Years of 52 or 53 whole weeks, in quarters of 13 weeks whose months follow the pattern; a 53rd week belongs to the last month.
    /// </summary>
    public static ReportingCalendar Retail(RetailPattern pattern, RetailYearEnd yearEnd)
    {
        ArgumentNullException.ThrowIfNull(yearEnd);
        if (!Enum.IsDefined(pattern)) throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "Choose one of the three patterns.");
        return new ReportingCalendar(new RetailLayout(pattern, yearEnd));
    }

    /// <summary>The date of an instant in the calendar's <see cref="TimeZone"/>.</summary>
    public LocalDate DateOf(Instant instant) => instant.InZone(TimeZone).Date;

    /// <summary>
    /// The date of a moment in the calendar's <see cref="TimeZone"/>; the moment's own offset only says which instant it is.
    /// </summary>
    public LocalDate DateOf(DateTimeOffset moment) => DateOf(Instant.FromDateTimeOffset(moment));

    /// <summary>The dates of a year, in order.</summary>
    public IReadOnlyList<ReportingPeriod> Days(int year) => Periods(CalendarGrain.Day, Year(year));

    /// <summary>The weeks of a year, in order: of an ISO week year, or of a retail year.</summary>
    /// <remarks>ISO weeks begin on Monday, and week 1 holds the year's first Thursday, whatever month the fiscal year starts in.</remarks>
    public IReadOnlyList<ReportingPeriod> Weeks(int year)
    {
        RequireYear(year);
        return [.. Enumerable.Range(1, _layout.WeeksIn(year)).Select(number => Create(CalendarGrain.Week, year, number))];
    }

    /// <summary>The twelve months of a year, in order.</summary>
    public IReadOnlyList<ReportingPeriod> Months(int year) => PartsOf(year, CalendarGrain.Month);

    /// <summary>The four quarters of a year, in order.</summary>
    public IReadOnlyList<ReportingPeriod> Quarters(int year) => PartsOf(year, CalendarGrain.Quarter);

    /// <summary>The two halves of a year, in order.</summary>
    public IReadOnlyList<ReportingPeriod> Halves(int year) => PartsOf(year, CalendarGrain.Half);

    /// <summary>The whole year.</summary>
    public ReportingPeriod Year(int year) => Create(CalendarGrain.Year, year, 1);

    /// <summary>The years from the first to the last, both included.</summary>
    public IReadOnlyList<ReportingPeriod> Years(int first, int last)
    {
        if (last < first)
            throw new ArgumentException($"The years {first} to {last} run backwards: give the earlier year first.", nameof(last));
        RequireYear(first);
        RequireYear(last);
        return [.. Enumerable.Range(first, last - first + 1).Select(Year)];
    }

    /// <summary>The period of a grain to which the date belongs.</summary>
    /// <exception cref="ArgumentException">The grain is <see cref="CalendarGrain.Custom"/>, which has no grid.</exception>
    public ReportingPeriod PeriodContaining(LocalDate date, CalendarGrain grain)
    {
        RequireDate(date, nameof(date));
        if (grain == CalendarGrain.Day) return DayOf(date);
        (int year, int number) = Locate(date, grain);
        return Create(grain, year, number);
    }

    /// <summary>All periods of a grain with a day in the half-open range; the first and the last may reach beyond it.</summary>
    public IReadOnlyList<ReportingPeriod> Periods(CalendarGrain grain, LocalDate start, LocalDate end) =>
        Periods(grain, ReportingPeriod.Between(start, end));

    /// <summary>All periods of a grain with a day in the given period; the first and the last may reach beyond it.</summary>
    public IReadOnlyList<ReportingPeriod> Periods(CalendarGrain grain, ReportingPeriod within)
    {
        ArgumentNullException.ThrowIfNull(within);
        List<ReportingPeriod> periods = [];
        for (LocalDate date = within.Start; date < within.End; date = periods[^1].End) periods.Add(PeriodContaining(date, grain));
        return periods;
    }

    /// <summary>The calendar in words.</summary>
    public override string ToString() => $"{_layout}, {TimeZone.Id}";

    internal static void RequireDate(LocalDate date, string parameterName)
    {
        ReportingPeriod.RequireIso(date, parameterName);
        if (!IsCovered(date.Year))
            throw new ArgumentOutOfRangeException(parameterName, LocalDatePattern.Iso.Format(date), CoveredYears);
    }

    internal static void RequireMonth(int month, string parameterName)
    {
        if (month is < 1 or > 12)
            throw new ArgumentOutOfRangeException(parameterName, month, "A month is a number from 1 (January) to 12 (December).");
    }

    private static int MonthsIn(CalendarGrain grain) => grain switch
    {
        CalendarGrain.Month => 1,
        CalendarGrain.Quarter => 3,
        CalendarGrain.Half => 6,
        CalendarGrain.Year => 12,
        _ => throw new ArgumentException(
            $"The grain {grain} has no grid of periods: choose Day, Week, Month, Quarter, Half or Year, "
            + "or make a custom range with ReportingPeriod.Between.",
            nameof(grain)),
    };

    private static bool IsCovered(int year) => year is >= FirstYear and <= LastYear;

    private static void RequireYear(int year)
    {
        if (!IsCovered(year)) throw new ArgumentOutOfRangeException(nameof(year), year, CoveredYears);
    }

    private ReportingPeriod DayOf(LocalDate date) =>
        new(date, date.PlusDays(1), CalendarGrain.Day, LocalDatePattern.Iso.Format(date), this);

    /// <summary>The name of the year, and the number within it (1 is the first), of the period that holds the date.</summary>
    private (int Year, int Number) Locate(LocalDate date, CalendarGrain grain)
    {
        if (grain == CalendarGrain.Week)
        {
            int weekYear = _layout.WeekYearOf(date);
            return (weekYear, (Period.DaysBetween(_layout.StartOfWeekYear(weekYear), date) / 7) + 1);
        }

        (int year, int month) = Math.DivRem(_layout.MonthOf(date), 12);
        return (year, (month / MonthsIn(grain)) + 1);
    }

    private ReportingPeriod[] PartsOf(int year, CalendarGrain grain) =>
        [.. Enumerable.Range(1, 12 / MonthsIn(grain)).Select(number => Create(grain, year, number))];

    private ReportingPeriod Create(CalendarGrain grain, int year, int number)
    {
        RequireYear(year);
        bool isFiscal = _layout.IsLabelledFiscal(grain);
        PeriodLabel label = new(grain, isFiscal, year, number);
        if (grain == CalendarGrain.Week)
        {
            LocalDate firstDay = _layout.StartOfWeekYear(year).PlusWeeks(number - 1);
            return new ReportingPeriod(firstDay, firstDay.PlusWeeks(1), grain, label.ToString(), this);
        }

        int length = MonthsIn(grain);
        int first = (year * 12) + ((number - 1) * length);
        LocalDate start = _layout.StartOfMonth(first);
        if (grain == CalendarGrain.Month && !isFiscal) label = label with { Year = start.Year, Number = start.Month };
        return new ReportingPeriod(start, _layout.StartOfMonth(first + length), grain, label.ToString(), this);
    }
}
