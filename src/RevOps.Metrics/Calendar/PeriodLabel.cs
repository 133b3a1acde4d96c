using System.Globalization;

namespace RevOps.Metrics;

/// <summary>The label of a period longer than a day, taken apart: "FY26-Q3" is grain quarter, fiscal, year 2026, number 3.</summary>
internal readonly record struct PeriodLabel(CalendarGrain Grain, bool IsFiscal, int Year, int Number)
{
    public override string ToString() => YearText() + Grain switch
    {
        CalendarGrain.Week => string.Create(CultureInfo.InvariantCulture, $"-W{Number:D2}"),
        CalendarGrain.Month when IsFiscal => string.Create(CultureInfo.InvariantCulture, $"-P{Number:D2}"),
        CalendarGrain.Month => string.Create(CultureInfo.InvariantCulture, $"-{Number:D2}"),
        CalendarGrain.Quarter => string.Create(CultureInfo.InvariantCulture, $"-Q{Number}"),
        CalendarGrain.Half => string.Create(CultureInfo.InvariantCulture, $"-H{Number}"),
        _ => "",
    };

    /// <summary>Reads the form of a label; whether a calendar has such a period is the calendar's to say.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PeriodLabel label)
    {
        label = default;
        int dash = text.IndexOf('-');
        ReadOnlySpan<char> yearText = dash < 0 ? text : text[..dash];
        bool isFiscal = yearText.StartsWith("FY", StringComparison.OrdinalIgnoreCase);
        if (isFiscal) yearText = yearText[2..];
        if (!TryDigits(yearText, 4, out int year) && !(isFiscal && TryDigits(yearText, 2, out year))) return false;
        if (yearText.Length == 2) year += 2000;

        if (dash < 0)
        {
            label = new PeriodLabel(CalendarGrain.Year, isFiscal, year, 1);
            return true;
        }

        ReadOnlySpan<char> part = text[(dash + 1)..];
        if (part.IsEmpty) return false;
        (CalendarGrain grain, int digits) = char.ToUpperInvariant(part[0]) switch
        {
            'W' => (CalendarGrain.Week, 2),
            'P' when isFiscal => (CalendarGrain.Month, 2),
            'Q' => (CalendarGrain.Quarter, 1),
            'H' => (CalendarGrain.Half, 1),
            _ => (CalendarGrain.Month, 0),
        };
        bool isNumber = digits > 0 ? TryDigits(part[1..], digits, out int number) : TryDigits(part, 2, out number) && !isFiscal;
        label = new PeriodLabel(grain, isFiscal, year, number);
        return isNumber;
    }

    /// <summary>FY26 for 2026, as people write it; four digits outside this century, so that no label names two years.</summary>
    private string YearText() => (IsFiscal, Year) switch
    {
        (true, >= 2000 and <= 2099) => string.Create(CultureInfo.InvariantCulture, $"FY{Year % 100:D2}"),
        (true, _) => string.Create(CultureInfo.InvariantCulture, $"FY{Year:D4}"),
        _ => Year.ToString("D4", CultureInfo.InvariantCulture),
    };

    private static bool TryDigits(ReadOnlySpan<char> text, int length, out int number)
    {
        number = 0;
        return text.Length == length && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
