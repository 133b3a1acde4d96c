namespace RevOps.Metrics;

/// <summary>The subscriptions while a dataset is built: in columns those that are certainly right, as records all others.</summary>
/// <remarks>
/// A row of the columns that may break a rule, or whose id comes again, becomes the record that it stands for, and takes its place among the others.
/// So the rules, their order, codes and messages are those of <see cref="RecordTable{T}"/>; a row that is certainly right is never made a record.
/// </remarks>
internal sealed class SubscriptionTable(IssueCollector issues)
{
    private readonly RecordTable<Subscription> _records = new(SubscriptionChecks.Subscription, issues);
    private readonly PlainRows _rows = new();

    /// <summary>False to hold records alone, which is the definition: the tests hold both ways to the same dataset.</summary>
    public bool TakesRows { get; set; } = true;

    /// <inheritdoc cref="RecordTable{T}.IsGiven"/>
    public bool IsGiven => _records.IsGiven;

    /// <summary>Every version that is a record, in the order in which they were added.</summary>
    public IEnumerable<Subscription> Versions => _records.Versions;

    /// <summary>The ids of the customers whose rows are in columns, in their ordinal order.</summary>
    public string[] CustomersInColumns()
    {
        bool[] isUsed = new bool[_rows.Customers.Count];
        int used = 0;
        foreach (int code in _rows.Customer)
        {
            if (code < 0 || isUsed[code]) continue;
            isUsed[code] = true;
            used++;
        }

        int[] codes = new int[used];
        int place = 0;
        NameTable names = _rows.Customers;
        foreach (int code in names.InOrder())
        {
            if (isUsed[code]) codes[place++] = code;
        }

        return Split.Map(codes, code => names[code]);
    }

    /// <summary>The currencies of the prices.</summary>
    public IEnumerable<Currency> Currencies
    {
        get
        {
            bool[] isUsed = new bool[_rows.Currencies.Count];
            for (int row = 0; row < _rows.Count; row++)
            {
                if (_rows.Customer[row] >= 0) isUsed[_rows.CurrencyCode(row)] = true;
            }

            return _rows.Currencies.Where((_, code) => isUsed[code]).Concat(_records.Records.SelectMany(record => record.Terms.Select(term => term.Price.Currency)));
        }
    }

    public bool HasId(string id) => _rows.Find(id) >= 0 || _records.HasId(id);

    public bool Add(Subscription record, DataOrigin? origin)
    {
        ArgumentNullException.ThrowIfNull(record);
        return (SubscriptionRow.TryOf(record, out SubscriptionRow row) && TryAddRow(row, origin)) || AddRecord(record, origin);
    }

    public bool Add(scoped in SubscriptionRow row, DataOrigin? origin) => TryAddRow(row, origin) || AddRecord(row.ToRecord(), origin);

    /// <summary>Runs a further check over every subscription in force and leaves out those that fail it.</summary>
    /// <param name="check">The check.</param>
    /// <param name="mayFail">True for the id of a customer about whose rows it may have something to say; null where rows in columns always pass.</param>
    public void CheckAgain(Action<Subscription, RecordCheck> check, Func<string, bool>? mayFail = null)
    {
        if (mayFail is not null && _rows.Count > 0)
        {
            bool[] isDoubtful = Array.ConvertAll(_rows.Customers.ToArray(), id => mayFail(id));
            if (isDoubtful.AsSpan().Contains(true))
            {
                for (int row = 0; row < _rows.Count; row++)
                {
                    if (_rows.Customer[row] is >= 0 and var code && isDoubtful[code]) BecomeRecord(row);
                }
            }
        }

        _records.CheckAgain(check);
    }

    /// <summary>Reports subscriptions that start a day after the customer's last one ended, each with the id of that one.</summary>
    public void CheckGaps(Action<Subscription, string, RecordCheck> report)
    {
        Subscription[] records = [.. _records.Records];
        int rows = _rows.Count;
        int[] customer = [.. _rows.Customer, .. records.Select(record => _rows.Customers.CodeOf(record.CustomerId))];
        int[] start = [.. _rows.Start, .. records.Select(record => DayNumber.Of(record.Start))];
        int[] end = [.. _rows.End, .. records.Select(record => record.End is { } day ? DayNumber.Of(day) : SubscriptionColumns.NoEnd)];
        string IdOf(int number) => number < rows ? _rows.IdOf(number) : records[number - rows].Id;
        OneDayGaps gaps = new(customer, start, end, _rows.Customers.Count, IdOf);
        foreach (int row in gaps.Rows.Where(number => number < rows)) BecomeRecord(row);
        _records.CheckAgain((subscription, check) =>
        {
            int ended = gaps.Ended(_rows.Customers.CodeOf(subscription.CustomerId), DayNumber.Of(subscription.Start));
            if (ended >= 0) report(subscription, IdOf(ended), check);
        });
    }

    /// <summary>Checks that the amounts can be told and summed.</summary>
    /// <exception cref="DataIssueException">Their sum is too large.</exception>
    public void CheckAmounts(CurrencyChecks amounts)
    {
        YearlyUnits[] units = YearlyUnits.Of(_rows.Intervals, YearBasis.Weeks52Days365);
        bool[] isReporting = [.. _rows.Currencies.Select(amounts.IsReporting)];
        Int128 total = 0;
        for (int row = 0; row < _rows.Count; row++)
        {
            if (_rows.Customer[row] < 0) continue;
            if (isReporting[_rows.CurrencyCode(row)] && units[_rows.IntervalCode(row)].TryWhole(_rows.Price[row], _rows.Quantity(row), out long whole)) total += whole;
            else BecomeRecord(row);
        }

        decimal others = 0;
        _records.CheckAgain((subscription, check) => others += amounts.SumOf(subscription, check));
        if (!CurrencyChecks.IsTooLarge((decimal)total + others)) return;
        issues.Refuse(SubscriptionChecks.Subscription.Name, _rows.InOrder().Length + _records.Records.Count(), "amount.sum-too-large", "amount", CurrencyChecks.SumTooLarge, CurrencyChecks.SumRemedy);
    }

    /// <summary>From the first start on; null where there is no subscription.</summary>
    public Coverage? CoverageFromData()
    {
        Coverage? ofRecords = _records.CoverageFromData();
        int first = int.MaxValue;
        for (int row = 0; row < _rows.Count; row++)
        {
            if (_rows.Customer[row] >= 0) first = Math.Min(first, _rows.Start[row]);
        }

        if (first == int.MaxValue || (ofRecords is not null && ofRecords.From <= DayNumber.ToDate(first))) return ofRecords;
        return new Coverage(DayNumber.ToDate(first), To: null, IsDeclared: false);
    }

    /// <inheritdoc cref="RecordTable{T}.Superseded"/>
    public ValueList<Subscription> Superseded() => _records.Superseded();

    /// <summary>The subscriptions in force, as a dataset holds them.</summary>
    public HeldSubscriptions ToHeld(ValueList<Customer> customers)
    {
        // What became a record for a rule that it then kept is a row again.
        Subscription[] records = [.. _records.Records.Where(record => !(SubscriptionRow.TryOf(record, out _) && _rows.TryPutBack(record)))];
        int[] rows = _rows.InOrder();
        return new HeldSubscriptions(rows.Length == 0 ? HeldColumns.None : _rows.ToHeld(rows, PlacesOf(customers.AsSpan())), records, customers);
    }

    /// <summary>The place of each customer of the columns, by code, among customers in the order of their ids; -1 for one that is not there.</summary>
    private int[] PlacesOf(ReadOnlySpan<Customer> customers)
    {
        int[] places = new int[_rows.Customers.Count];
        int place = 0;
        foreach (int code in _rows.Customers.InOrder())
        {
            int order = -1;
            while (place < customers.Length && (order = _rows.Customers.Compare(code, customers[place].Id)) > 0) place++;
            places[code] = place < customers.Length && order == 0 ? place : -1;
        }

        return places;
    }

    private bool TryAddRow(scoped in SubscriptionRow row, DataOrigin? origin)
    {
        if (!TakesRows || _records.HasId(row.Id) || !_rows.TryAdd(row, origin)) return false;
        _records.CountElsewhere();
        return true;
    }

    private bool AddRecord(Subscription record, DataOrigin? origin)
    {
        if (record.Id is not null && _rows.Find(record.Id) is >= 0 and var row) BecomeRecord(row);
        return _records.Add(record, origin);
    }

    private void BecomeRecord(int row)
    {
        (Subscription record, DataOrigin? origin) = _rows.TakeOut(row);
        _records.TakeOver(record, origin);
    }
}
