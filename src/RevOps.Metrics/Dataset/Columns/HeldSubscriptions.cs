using System.Globalization;

namespace RevOps.Metrics;

/// <summary>The subscriptions of a dataset that came in columns, in the ordinal order of their ids; makes a record of one when asked.</summary>
/// <remarks>A row takes 30 bytes, and 16 more where quantities are given; an id that was given takes its text besides.</remarks>
/// <param name="columns">The columns but that of customers, with names that are all different.</param>
/// <param name="customers">The customers of the dataset.</param>
/// <param name="customer">The place of each row's customer among them.</param>
/// <param name="numbers">The number of each row, where they have no ids and some were left out.</param>
/// <param name="idFormat">How a number becomes an id.</param>
internal sealed class HeldSubscriptions(SubscriptionColumns columns, ValueList<Customer> customers, int[] customer, int[]? numbers, string idFormat)
{
    /// <summary>The place of each one's customer among the customers of the dataset.</summary>
    public int[] Customer => customer;

    /// <summary>The columns, of the rows that are held.</summary>
    public SubscriptionColumns Columns => columns;

    public int Count => customer.Length;

    /// <summary>Makes the record of a row.</summary>
    public Subscription this[int row] => RecordOf(columns, row, IdOf(row), customers[customer[row]].Id);

    /// <summary>The id of a row.</summary>
    public string IdOf(int row) => columns.Ids is { } ids ? ids[row] : (numbers is null ? row + 1 : numbers[row]).ToString(idFormat, CultureInfo.InvariantCulture);

    public Currency CurrencyOf(int row) => columns.Currencies[columns.CurrencyCode.IsEmpty ? 0 : columns.CurrencyCode.Span[row]];

    /// <summary>The row with an id; -1 for none.</summary>
    public int RowOf(string id)
    {
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2), order = string.CompareOrdinal(IdOf(middle), id);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    /// <summary>The record that a row of columns stands for.</summary>
    public static Subscription RecordOf(SubscriptionColumns columns, int row, string id, string customerId)
    {
        Currency currency = columns.Currencies[columns.CurrencyCode.IsEmpty ? 0 : columns.CurrencyCode.Span[row]];
        NodaTime.LocalDate start = DayNumber.ToDate(columns.Start.Span[row]);
        return new Subscription
        {
            Id = id, CustomerId = customerId, Start = start,
            End = columns.End.Span[row] == SubscriptionColumns.NoEnd ? null : DayNumber.ToDate(columns.End.Span[row]),
            Terms =
            [
                new()
                {
                    From = start, Price = new Money(columns.Price.Span[row] * 100m / AmountScale.UnitsPerOne(currency), currency),
                    Interval = columns.Intervals[columns.Interval.IsEmpty ? 0 : columns.Interval.Span[row]],
                    Quantity = columns.Quantity.IsEmpty ? 1 : columns.Quantity.Span[row],
                    Plan = NameOf(columns.Plans, columns.Plan, row), Product = NameOf(columns.Products, columns.Product, row),
                },
            ],
        };
    }

    /// <summary>The number of a row as an id, with as many zeros as the largest number needs.</summary>
    public static int IdDigits(int largest) => largest.ToString(CultureInfo.InvariantCulture).Length;

    private static string? NameOf(IReadOnlyList<string> names, ReadOnlyMemory<int> codes, int row) =>
        codes.IsEmpty || codes.Span[row] == SubscriptionColumns.NoName ? null : names[codes.Span[row]];
}
