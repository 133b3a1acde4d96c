using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>Subscriptions in columns while a dataset is built: those that are certainly right by themselves and say no more than a row can.</summary>
/// <remarks>A row that may break a rule with others is left out here and becomes the record that it stands for, so that one set of rules is enough.</remarks>
internal sealed class PlainRows
{
    private const int LeftOutCode = -1;
    private const int NoLine = -1;

    private readonly IdIndex _ids = new();
    private readonly NameColumn _customer = new();
    private readonly NameTable _plans = new(), _products = new(), _files = new();
    private readonly NumberTable _quantities = new();
    private readonly List<Currency> _currencies = [];
    private readonly List<BillingInterval> _intervals = [];
    private readonly List<int> _start = [], _end = [];
    private readonly List<long> _price = [];
    private readonly GrowingColumn<sbyte> _digits = new(0);
    private readonly GrowingColumn<byte> _currency = new(0), _interval = new(0);
    private readonly GrowingColumn<int> _quantity = new(0), _plan = new(SubscriptionColumns.NoName), _product = new(SubscriptionColumns.NoName), _file = new(0);
    private readonly GrowingColumn<int> _line = new(NoLine);

    /// <summary>The number of rows, those left out among them.</summary>
    public int Count => _customer.Count;

    /// <summary>The customers by code.</summary>
    public NameTable Customers => _customer.Names;

    /// <summary>The code of each row's customer; below zero for a row that was left out.</summary>
    public ReadOnlySpan<int> Customer => _customer.Codes;

    public ReadOnlySpan<int> Start => CollectionsMarshal.AsSpan(_start);

    public ReadOnlySpan<int> End => CollectionsMarshal.AsSpan(_end);

    public ReadOnlySpan<long> Price => CollectionsMarshal.AsSpan(_price);

    public IReadOnlyList<Currency> Currencies => _currencies;

    public IReadOnlyList<BillingInterval> Intervals => _intervals;

    public int CurrencyCode(int row) => _currency[row];

    public int IntervalCode(int row) => _interval[row];

    public decimal Quantity(int row) => _quantities.Numbers[_quantity[row]];

    /// <summary>The row with an id; -1 for none.</summary>
    public int Find(ReadOnlySpan<char> id)
    {
        int row = _ids.Find(id);
        return row >= 0 && _customer.Codes[row] == LeftOutCode ? -1 : row;
    }

    /// <summary>Adds a row; false where another one has or had its id, where it may break a rule, or columns cannot hold it to the last digit.</summary>
    public bool TryAdd(scoped in SubscriptionRow row, DataOrigin? origin)
    {
        bool isRight = !row.Id.IsWhiteSpace() && !row.CustomerId.IsWhiteSpace() && !(row.End < row.Start) && row.Quantity >= 0;
        if (!isRight || !IsIso(row) || !_ids.Ids.HasRoom(row.Id.Length) || origin?.Line > int.MaxValue) return false;
        if (!MinorUnits.TryOf(row.Price, out long price, out sbyte digits)) return false;
        if (!TryCode(_currencies, row.Price.Currency, out byte currency) || !TryCode(_intervals, row.Interval, out byte interval)) return false;
        if (!_ids.TryAdd(row.Id)) return false;
        _customer.Add(row.CustomerId);
        _start.Add(DayNumber.Of(row.Start));
        _end.Add(row.End is { } end ? DayNumber.Of(end) : SubscriptionColumns.NoEnd);
        _price.Add(price);
        _digits.Add(digits);
        _currency.Add(currency);
        _interval.Add(interval);
        _quantity.Add(_quantities.CodeOf(row.Quantity));
        _plan.Add(row.Plan.IsEmpty ? SubscriptionColumns.NoName : _plans.CodeOf(row.Plan));
        _product.Add(row.Product.IsEmpty ? SubscriptionColumns.NoName : _products.CodeOf(row.Product));
        _file.Add(origin is null ? 0 : _files.CodeOf(origin.File));
        _line.Add(origin is null ? NoLine : (int)origin.Line);
        return true;
    }

    /// <summary>Leaves a row out, and gives the record that it stands for.</summary>
    public (Subscription Record, DataOrigin? Origin) TakeOut(int row)
    {
        Subscription record = ToRecord(row);
        _customer.Codes[row] = LeftOutCode;
        return (record, _line[row] == NoLine ? null : new DataOrigin(_files[_file[row]], _line[row]));
    }

    /// <summary>Puts a row back that was left out, where it stands for a record; false where none has been.</summary>
    public bool TryPutBack(Subscription record)
    {
        int row = _ids.Find(record.Id);
        if (row < 0) return false;
        _customer.Codes[row] = _customer.Names.CodeOf(record.CustomerId);
        return true;
    }

    /// <summary>The text of a row's id.</summary>
    public string IdOf(int row) => _ids.Ids[row];

    /// <summary>The rows that are not left out, in the ordinal order of their ids.</summary>
    public int[] InOrder()
    {
        int[] rows = new int[Count];
        int kept = 0;
        ReadOnlySpan<int> customer = Customer;
        for (int row = 0; row < rows.Length; row++)
        {
            if (customer[row] != LeftOutCode) rows[kept++] = row;
        }

        if (kept < rows.Length) Array.Resize(ref rows, kept);
        if (!_ids.IsOrdered) _ids.Ids.Sort(rows);
        return rows;
    }

    /// <summary>Some rows in columns of their own.</summary>
    /// <param name="rows">The rows, in their order.</param>
    /// <param name="places">The place of each customer, by code, among those of the dataset.</param>
    public HeldColumns ToHeld(int[] rows, int[] places) => new(
        new SubscriptionColumns
        {
            CustomerIds = [],
            Customer = default,
            Start = Split.Map(rows, row => _start[row]),
            End = Split.Map(rows, row => _end[row]),
            Price = Split.Map(rows, row => _price[row]),
            Currencies = [.. _currencies],
            CurrencyCode = _currency.Taken(rows),
            Intervals = [.. _intervals],
            Interval = _interval.Taken(rows),
            Plans = _plans.ToArray(),
            Plan = _plan.Taken(rows),
            Products = _products.ToArray(),
            Product = _product.Taken(rows),
        },
        Split.Map(rows, row => places[_customer.Codes[row]]))
    {
        Ids = _ids.Ids.Taken(rows),
        Digits = _digits.Taken(rows),
        Quantities = [.. _quantities.Numbers],
        Quantity = _quantity.Taken(rows),
    };

    private static bool IsIso(scoped in SubscriptionRow row) =>
        row.Start.Calendar == NodaTime.CalendarSystem.Iso && (row.End is not { } end || end.Calendar == NodaTime.CalendarSystem.Iso);

    private static bool TryCode<T>(List<T> list, T value, out byte code)
    {
        int place = list.IndexOf(value);
        if (place < 0 && list.Count <= byte.MaxValue)
        {
            place = list.Count;
            list.Add(value);
        }

        code = place < 0 ? (byte)0 : (byte)place;
        return place >= 0;
    }

    private Subscription ToRecord(int row) => new SubscriptionRow
    {
        Id = IdOf(row),
        CustomerId = Customers[Customer[row]],
        Start = DayNumber.ToDate(_start[row]),
        End = _end[row] == SubscriptionColumns.NoEnd ? null : DayNumber.ToDate(_end[row]),
        Price = MinorUnits.ToMoney(_price[row], _digits[row], _currencies[_currency[row]]),
        Interval = _intervals[_interval[row]],
        Quantity = Quantity(row),
        Plan = _plan[row] == SubscriptionColumns.NoName ? "" : _plans[_plan[row]],
        Product = _product[row] == SubscriptionColumns.NoName ? "" : _products[_product[row]],
    }.ToRecord();
}
