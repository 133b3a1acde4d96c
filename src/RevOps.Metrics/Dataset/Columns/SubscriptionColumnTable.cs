using System.Globalization;

namespace RevOps.Metrics;

/// <summary>Subscriptions in columns while a dataset is built: checked in bulk, and what may have something wrong with it as the record that it stands for.</summary>
/// <remarks>So the rules, codes and messages are those of records; a row that is certainly right is never made one.</remarks>
internal sealed class SubscriptionColumnTable
{
    private readonly SubscriptionColumns _given;
    private readonly IssueCollector _issues;
    private readonly RecordCheck _check;
    private readonly bool[] _isLeftOut;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly string _idFormat;
    private readonly bool _isRead;
    private int[] _customers = [];

    /// <summary>Takes columns, and checks each row by itself.</summary>
    public SubscriptionColumnTable(SubscriptionColumns given, IssueCollector issues)
    {
        ColumnShape.Check(given);
        (_given, _issues, _check, _isLeftOut) = (given, issues, new RecordCheck(issues, SubscriptionChecks.Subscription.Name), new bool[given.Count]);
        _idFormat = $"D{HeldSubscriptions.IdDigits(given.Count)}";
        bool[] isBlank = [.. given.CustomerIds.Select(string.IsNullOrWhiteSpace)];
        ReadOnlySpan<int> customer = given.Customer.Span, start = given.Start.Span, end = given.End.Span;
        ReadOnlySpan<long> price = given.Price.Span;
        for (int row = 0; row < given.Count; row++)
        {
            bool isRight = end[row] >= start[row] && price[row] >= 0 && !isBlank[customer[row]] && (given.Quantity.IsEmpty || given.Quantity.Span[row] >= 0)
                && (given.Ids is null || !string.IsNullOrWhiteSpace(given.Ids[row]));
            if (!isRight) Check(row, SubscriptionChecks.Subscription.Check);
            if (given.Ids is { } ids && !_isLeftOut[row] && !_ids.Add(ids[row])) Check(row, RefuseTwice);
        }

        _isRead = true;
    }

    /// <summary>True for the id of a row that is not left out.</summary>
    public bool HasId(string id) => _given.Ids is not null ? _ids.Contains(id)
        : id.Length == HeldSubscriptions.IdDigits(_given.Count) && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= 1 && number <= _given.Count && !_isLeftOut[number - 1];

    /// <summary>The currencies of the rows that are not left out.</summary>
    public IEnumerable<Currency> Currencies => Rows.Select(row => _given.Currencies[_given.CurrencyCode.IsEmpty ? 0 : _given.CurrencyCode.Span[row]]).Distinct();

    /// <summary>The ids of the customers who have any.</summary>
    public IEnumerable<string> CustomerIds
    {
        get
        {
            bool[] isUsed = new bool[_given.CustomerIds.Count];
            foreach (int row in Rows) isUsed[_given.Customer.Span[row]] = true;
            return _given.CustomerIds.Where((_, code) => isUsed[code]);
        }
    }

    private IEnumerable<int> Rows => Enumerable.Range(0, _given.Count).Where(row => !_isLeftOut[row]);

    /// <summary>Finds each row's customer among those of the dataset.</summary>
    /// <param name="customers">The customers by number.</param>
    /// <param name="report">Reports a row whose customer is unknown.</param>
    public void FindCustomers(CustomerNumbers customers, Action<Subscription, RecordCheck> report)
    {
        int[] places = [.. _given.CustomerIds.Select(customers.OrNone)];
        _customers = new int[_given.Count];
        ReadOnlySpan<int> customer = _given.Customer.Span;
        for (int row = 0; row < _customers.Length; row++)
        {
            _customers[row] = places[customer[row]];
            if (_customers[row] < 0 && !_isLeftOut[row]) Check(row, report);
        }
    }

    /// <summary>Finds gaps of one day.</summary>
    /// <param name="customers">The number of customers.</param>
    /// <param name="report">Reports a row with the id of the one that ended before it.</param>
    public void CheckGaps(int customers, Action<Subscription, string, RecordCheck> report)
    {
        int[] inForce = Array.ConvertAll([.. Enumerable.Range(0, _customers.Length)], row => _isLeftOut[row] ? -1 : _customers[row]);
        OneDayGaps gaps = new(inForce, _given.Start.ToArray(), _given.End.ToArray(), customers, IdOf);
        foreach (int row in gaps.Rows.Order())
        {
            Check(row, (subscription, check) => report(subscription, IdOf(gaps.Ended(_customers[row], _given.Start.Span[row])), check));
        }
    }

    /// <summary>Checks that the amounts can be told and summed.</summary>
    /// <exception cref="DataIssueException">Their sum is too large.</exception>
    public void CheckAmounts(CurrencyChecks amounts)
    {
        YearlyUnits[] units = YearlyUnits.Of(_given.Intervals, YearBasis.Weeks52Days365);
        bool[] isReporting = [.. _given.Currencies.Select(amounts.IsReporting)];
        Int128 total = 0;
        decimal others = 0;
        ReadOnlySpan<long> price = _given.Price.Span;
        ReadOnlySpan<byte> currency = _given.CurrencyCode.Span, interval = _given.Interval.Span;
        for (int row = 0; row < price.Length; row++)
        {
            if (_isLeftOut[row]) continue;
            YearlyUnits yearly = units[interval.IsEmpty ? 0 : interval[row]];
            if (_given.Quantity.IsEmpty && isReporting[currency.IsEmpty ? 0 : currency[row]] && yearly.TryWhole(price[row], out long whole)) total += whole;
            else Check(row, (subscription, check) => others += amounts.SumOf(subscription, check));
        }

        if (!CurrencyChecks.IsTooLarge((decimal)total + others)) return;
        _issues.Refuse(SubscriptionChecks.Subscription.Name, Rows.Count(), "amount.sum-too-large", "amount", CurrencyChecks.SumTooLarge, CurrencyChecks.SumRemedy);
    }

    /// <summary>From the first start on; null where there is no row.</summary>
    public Coverage? CoverageFromData()
    {
        int first = int.MaxValue;
        foreach (int row in Rows) first = Math.Min(first, _given.Start.Span[row]);
        return first == int.MaxValue ? null : new Coverage(DayNumber.ToDate(first), To: null, IsDeclared: false);
    }

    /// <summary>The rows that are not left out, in columns of their own.</summary>
    public HeldColumns ToHeld()
    {
        int[] kept = [.. Rows];
        bool isOrdered = _given.Ids is not { } ids || IsOrdered(kept, ids);
        if (!isOrdered) Array.Sort(kept, (a, b) => string.CompareOrdinal(_given.Ids![a], _given.Ids[b]));
        bool isAll = isOrdered && kept.Length == _given.Count;
        T[] Taken<T>(ReadOnlyMemory<T> column) => column.IsEmpty ? [] : isAll ? column.ToArray() : Array.ConvertAll(kept, row => column.Span[row]);
        (IReadOnlyList<string> plans, int[] planCodes) = DifferentNames.Of(_given.Plans, Taken(_given.Plan));
        (IReadOnlyList<string> products, int[] productCodes) = DifferentNames.Of(_given.Products, Taken(_given.Product));
        NumberTable quantities = new();
        int[] quantityCodes = Array.ConvertAll(Taken(_given.Quantity), quantities.CodeOf);
        SubscriptionColumns held = _given with
        {
            CustomerIds = [],
            Customer = default,
            Ids = null,
            Start = Taken(_given.Start),
            End = Taken(_given.End),
            Price = Taken(_given.Price),
            CurrencyCode = Taken(_given.CurrencyCode),
            Interval = Taken(_given.Interval),
            Quantity = default,
            Plan = planCodes,
            Product = productCodes,
            Currencies = [.. _given.Currencies],
            Intervals = [.. _given.Intervals],
            Plans = plans,
            Products = products,
        };
        return new HeldColumns(held, isAll ? _customers : Array.ConvertAll(kept, row => _customers[row]))
        {
            Ids = _given.Ids is { } named ? Packed(kept, named) : null,
            Numbers = isAll || _given.Ids is not null ? null : Array.ConvertAll(kept, row => row + 1),
            NumberFormat = _idFormat,
            Quantities = [.. quantities.Numbers],
            Quantity = quantityCodes,
        };
    }

    private static PackedTexts Packed(int[] rows, IReadOnlyList<string> ids)
    {
        PackedTexts packed = new();
        foreach (int row in rows) packed.Add(ids[row]);
        return packed;
    }

    private static bool IsOrdered(int[] rows, IReadOnlyList<string> ids)
    {
        for (int i = 1; i < rows.Length; i++)
        {
            if (string.CompareOrdinal(ids[rows[i - 1]], ids[rows[i]]) > 0) return false;
        }

        return true;
    }

    private static void RefuseTwice(Subscription subscription, RecordCheck check) => check.Error(
        "id.duplicate", "id", $"'{subscription.Id}' stands twice.", "Give each record its own id, and each version of a record its own recorded on; the first one is used.");

    private string IdOf(int row) => _given.Ids is { } ids ? ids[row] : (row + 1).ToString(_idFormat, CultureInfo.InvariantCulture);

    private void Check(int row, Action<Subscription, RecordCheck> rules)
    {
        DataOrigin origin = new("subscription columns", row + 1);
        string id = IdOf(row);
        _check.Begin(string.IsNullOrWhiteSpace(id) ? $"subscription number {row + 1}" : $"subscription {id}", origin);
        rules(HeldColumns.RecordOf(_given, row, id, _given.CustomerIds[_given.Customer.Span[row]]), _check);
        if (!_check.Failed) return;
        _isLeftOut[row] = true;
        // Until all were read, an id may be that of an earlier row, which stays.
        if (_isRead) _ids.Remove(id);
    }
}
