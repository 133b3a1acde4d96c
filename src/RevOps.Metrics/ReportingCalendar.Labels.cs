using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

public sealed partial record ReportingCalendar
{
    /// <summary>Reads the label of any period that this calendar makes, and of any custom range.</summary>
    /// <remarks>Letters may be small, and a fiscal year may be written with four digits: fy2026-q3 reads as FY26-Q3.</remarks>
    /// <exception cref="FormatException">This calendar has no such period; the message says which labels it has.</exception>
    public ReportingPeriod Parse(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        string? problem = Read(label, out ReportingPeriod? period);
        return problem is null ? period! : throw new FormatException(problem);
    }

    /// <summary>Reads a label as <see cref="Parse"/> does, and returns false where that would throw.</summary>
    public bool TryParse([NotNullWhen(true)] string? label, [NotNullWhen(true)] out ReportingPeriod? period)
    {
        period = null;
        return label is not null && Read(label, out period) is null;
    }

    /// <summary>Gives the period, or says what keeps the label from being one.</summary>
    private string? Read(string text, out ReportingPeriod? period)
    {
        period = null;
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots >= 0) return ReadRange(text, text[..dots], text[(dots + 2)..], out period);

        if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out LocalDate date))
        {
            if (!IsCovered(date.Year)) return $"'{text}' is out of range. {CoveredYears}";
            period = DayOf(date);
            return null;
        }

        return PeriodLabel.TryParse(text, out PeriodLabel label) && label.IsFiscal == _layout.IsLabelledFiscal(label.Grain)
            ? ReadOnGrid(text, label, out period)
            : Expected(text);
    }

    private string? ReadRange(string text, string startText, string endText, out ReportingPeriod? period)
    {
        period = null;
        if (!LocalDatePattern.Iso.Parse(startText).TryGetValue(default, out LocalDate start)
            || !LocalDatePattern.Iso.Parse(endText).TryGetValue(default, out LocalDate end))
        {
            return Expected(text);
        }

        if (end <= start) return $"'{text}' has no days: its second date is the first day after it, so it must be later than the first.";
        if (!IsCovered(start.Year) || !IsCovered(end.PlusDays(-1).Year)) return $"'{text}' is out of range. {CoveredYears}";
        period = ReportingPeriod.Between(start, end);
        return null;
    }

    private string? ReadOnGrid(string text, PeriodLabel label, out ReportingPeriod? period)
    {
        period = null;
        if (!IsCovered(label.Year)) return $"'{text}' is out of range. {CoveredYears}";
        int last = label.Grain == CalendarGrain.Week ? _layout.WeeksIn(label.Year) : 12 / MonthsIn(label.Grain);
        if (label.Number < 1 || label.Number > last)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"'{text}' does not exist: the last {label.Grain} of that year is number {last}.");
        }

        (int year, int number) = (label.Year, label.Number);
        if (label is { Grain: CalendarGrain.Month, IsFiscal: false })
            (year, number) = Locate(new LocalDate(year, number, 1), CalendarGrain.Month);
        if (!IsCovered(year)) return $"'{text}' is out of range. {CoveredYears}";
        period = Create(label.Grain, year, number);
        return null;
    }

    private string Expected(string text)
    {
        string Example(CalendarGrain grain, int number) => new PeriodLabel(grain, _layout.IsLabelledFiscal(grain), 2026, number).ToString();

        return $"'{text}' is not a label of this calendar ({this}). It has: 2026-01-31 (day), {Example(CalendarGrain.Week, 5)} (week), "
            + $"{Example(CalendarGrain.Month, 3)} (month), {Example(CalendarGrain.Quarter, 3)} (quarter), "
            + $"{Example(CalendarGrain.Half, 1)} (half), {Example(CalendarGrain.Year, 1)} (year) "
            + "and 2026-01-05..2026-02-09 (range; the second date is the first day after it).";
    }
}
