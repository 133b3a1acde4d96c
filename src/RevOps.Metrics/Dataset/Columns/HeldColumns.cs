using System.Globalization;

namespace RevOps.Metrics;

/// <summary>Subscriptions of one price each as a dataset holds them, in the ordinal order of their ids.</summary>
/// <remarks>A row takes 24 bytes and its id, a byte more for each of interval, currency and digits that are not the same in all, and four for quantities.</remarks>
/// <param name="Columns">The columns but those of customers, ids and quantities, with names that are all different.</param>
/// <param name="Customer">The place of each row's customer among those of the dataset.</param>
internal sealed record HeldColumns(SubscriptionColumns Columns, int[] Customer)
{
    /// <summary>No rows.</summary>
    public static readonly HeldColumns None = new(new SubscriptionColumns { CustomerIds = [], Customer = default, Start = default, End = default, Price = default, Currencies = [] }, []);

    /// <summary>The ids; null where they are numbers.</summary>
    public PackedTexts? Ids { get; init; }

    /// <summary>The number of each row that is its id; null where each is the next.</summary>
    public int[]? Numbers { get; init; }

    /// <summary>How a number becomes an id.</summary>
    public string NumberFormat { get; init; } = "";

    /// <summary>The digits of each price more than its currency has; empty where none has more or fewer, null where they were never written.</summary>
    public sbyte[]? Digits { get; init; }

    /// <summary>The quantities by code.</summary>
    public decimal[] Quantities { get; init; } = [];

    /// <summary>The code of each row's quantity; empty where each is one.</summary>
    public int[] Quantity { get; init; } = [];

    public int Count => Customer.Length;

    /// <summary>How far the rows reach.</summary>
    public PlainDays Days => field ??= PlainDays.Of(Columns.Start, Columns.End);

    /// <summary>The id of a row.</summary>
    public string IdOf(int row) => Ids is { } ids ? ids[row] : (Numbers is null ? row + 1 : Numbers[row]).ToString(NumberFormat, CultureInfo.InvariantCulture);

    /// <summary>Compares the id of a row with another one.</summary>
    public int CompareId(int row, string id) => Ids is { } ids ? ids.Compare(row, id) : string.CompareOrdinal(IdOf(row), id);

    /// <summary>The row with an id; -1 for none.</summary>
    public int RowOf(string id)
    {
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2), order = CompareId(middle, id);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    public decimal QuantityOf(int row) => Quantity.Length == 0 ? 1m : Quantities[Quantity[row]];

    public Currency CurrencyOf(int row) => CurrencyOf(Columns, row);

    /// <summary>Makes the record of a row.</summary>
    public Subscription RecordOf(int row, string customerId)
    {
        Money price = Digits is null ? PriceOf(Columns, row) : MinorUnits.ToMoney(Columns.Price.Span[row], Digits.Length == 0 ? (sbyte)0 : Digits[row], CurrencyOf(row));
        return RecordOf(Columns, row, IdOf(row), customerId, price, QuantityOf(row));
    }

    /// <summary>The record that a row of columns as they were given stands for.</summary>
    public static Subscription RecordOf(SubscriptionColumns columns, int row, string id, string customerId) =>
        RecordOf(columns, row, id, customerId, PriceOf(columns, row), columns.Quantity.IsEmpty ? 1 : columns.Quantity.Span[row]);

    private static Subscription RecordOf(SubscriptionColumns columns, int row, string id, string customerId, Money price, decimal quantity)
    {
        NodaTime.LocalDate start = DayNumber.ToDate(columns.Start.Span[row]);
        return new Subscription
        {
            Id = id, CustomerId = customerId, Start = start,
            End = columns.End.Span[row] == SubscriptionColumns.NoEnd ? null : DayNumber.ToDate(columns.End.Span[row]),
            Terms =
            [
                new()
                {
                    From = start, Price = price, Interval = columns.Intervals[columns.Interval.IsEmpty ? 0 : columns.Interval.Span[row]], Quantity = quantity,
                    Plan = NameOf(columns.Plans, columns.Plan, row), Product = NameOf(columns.Products, columns.Product, row),
                },
            ],
        };
    }

    /// <summary>The price with as few digits as it needs.</summary>
    private static Money PriceOf(SubscriptionColumns columns, int row)
    {
        Currency currency = CurrencyOf(columns, row);
        return new Money(columns.Price.Span[row] * 100m / AmountScale.UnitsPerOne(currency), currency);
    }

    private static Currency CurrencyOf(SubscriptionColumns columns, int row) => columns.Currencies[columns.CurrencyCode.IsEmpty ? 0 : columns.CurrencyCode.Span[row]];

    private static string? NameOf(IReadOnlyList<string> names, ReadOnlyMemory<int> codes, int row) =>
        codes.IsEmpty || codes.Span[row] == SubscriptionColumns.NoName ? null : names[codes.Span[row]];
}
