using System.Numerics;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>Whether columns are columns of the same rows, and their codes places in their lists; what is not is misuse, and no matter of the data.</summary>
internal static class ColumnShape
{
    /// <summary>Refuses columns of different lengths, and codes that lead nowhere.</summary>
    /// <exception cref="ArgumentException">There is one.</exception>
    public static void Check(SubscriptionColumns columns)
    {
        int rows = columns.Count;
        Length(rows, columns.Start.Length, nameof(columns.Start));
        Length(rows, columns.End.Length, nameof(columns.End));
        Length(rows, columns.Price.Length, nameof(columns.Price));
        Days(columns.Start.Span, nameof(columns.Start), isOpen: false);
        Days(columns.End.Span, nameof(columns.End), isOpen: true);
        if (columns.Ids is { } ids) Length(rows, ids.Count, nameof(columns.Ids));
        if (!columns.Quantity.IsEmpty) Length(rows, columns.Quantity.Length, nameof(columns.Quantity));
        Codes(rows, columns.Customer.Span, 0, columns.CustomerIds.Count, nameof(columns.Customer), isOptional: false);
        Codes(rows, columns.CurrencyCode.Span, (byte)0, columns.Currencies.Count, nameof(columns.CurrencyCode), isOptional: true);
        Codes(rows, columns.Interval.Span, (byte)0, columns.Intervals.Count, nameof(columns.Interval), isOptional: true);
        Codes(rows, columns.Plan.Span, SubscriptionColumns.NoName, columns.Plans.Count, nameof(columns.Plan), isOptional: true);
        Codes(rows, columns.Product.Span, SubscriptionColumns.NoName, columns.Products.Count, nameof(columns.Product), isOptional: true);
        if (rows == 0) return;
        if (columns.Currencies.Count == 0) throw new ArgumentException("There is no currency: name the currency of the prices in Currencies.", nameof(columns));
        if (columns.Intervals.Count == 0) throw new ArgumentException("There is no interval: name in Intervals what a price pays for.", nameof(columns));
    }

    private static void Length(int rows, int length, string column)
    {
        if (length != rows) throw new ArgumentException($"Customer has {rows} rows and {column} {length}: give every column as many.", column);
    }

    private static void Days(ReadOnlySpan<int> days, string column, bool isOpen)
    {
        int first = DayNumber.Of(LocalDate.MinIsoValue), last = DayNumber.Of(LocalDate.MaxIsoValue);
        for (int row = 0; row < days.Length; row++)
        {
            if ((days[row] >= first && days[row] <= last) || (isOpen && days[row] == SubscriptionColumns.NoEnd)) continue;
            throw new ArgumentException($"{column} has {days[row]} in row {row + 1}, which is no day: give numbers of days since 1970-01-01.", column);
        }
    }

    private static void Codes<T>(int rows, ReadOnlySpan<T> codes, T least, int names, string column, bool isOptional)
        where T : struct, IBinaryInteger<T>
    {
        if (isOptional && codes.IsEmpty) return;
        Length(rows, codes.Length, column);
        for (int row = 0; row < codes.Length; row++)
        {
            if (codes[row] < least || int.CreateChecked(codes[row]) >= names)
            {
                throw new ArgumentException($"{column} has the code {codes[row]} in row {row + 1}, and its list {names} names: codes are places in the list, counted from zero.", column);
            }
        }
    }
}
