using System.Globalization;
using NodaTime;

namespace RevOps.Metrics.Csv;

/// <summary>Reads the usual forms of dates and numbers from their characters alone; what else a column takes is left to the column.</summary>
internal static class PlainCells
{
    /// <summary>The pattern of dates that is read here.</summary>
    public const string DatePattern = "uuuu'-'MM'-'dd";

    /// <summary>A date such as 2026-01-31.</summary>
    public static bool TryDate(ReadOnlySpan<char> cell, out LocalDate date)
    {
        date = default;
        if (cell.Length != 10 || cell[4] != '-' || cell[7] != '-') return false;
        int year = Digits(cell[..4]), month = Digits(cell[5..7]), day = Digits(cell[8..]);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return false;
        date = new LocalDate(year, month, day);
        return true;
    }

    /// <summary>A number of zero or more, of up to 18 digits, without separators of groups.</summary>
    public static bool TryNumber(ReadOnlySpan<char> cell, NumberFormatInfo culture, out decimal number)
    {
        number = 0;
        if (cell.Length is 0 or > 19 || culture.NumberDecimalSeparator is not [char point]) return false;
        int split = cell.IndexOf(point), decimals = split < 0 ? 0 : cell.Length - split - 1;
        if (split == 0 || (split > 0 && decimals == 0) || (split < 0 && cell.Length > 18)) return false;
        long digits = 0;
        for (int i = 0; i < cell.Length; i++)
        {
            if (i == split) continue;
            if (!char.IsAsciiDigit(cell[i])) return false;
            digits = (digits * 10) + (cell[i] - '0');
        }

        number = new decimal(unchecked((int)digits), (int)(digits >> 32), 0, isNegative: false, (byte)decimals);
        return true;
    }

    /// <summary>A number of digits alone; -1 for anything else.</summary>
    private static int Digits(ReadOnlySpan<char> cell)
    {
        int number = 0;
        foreach (char c in cell)
        {
            if (!char.IsAsciiDigit(c)) return -1;
            number = (number * 10) + (c - '0');
        }

        return number;
    }
}
