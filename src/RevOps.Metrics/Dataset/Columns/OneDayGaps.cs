namespace RevOps.Metrics;

/// <summary>Finds subscriptions that start a day after another one of the customer ended, on a day on which it had none.</summary>
internal sealed class OneDayGaps
{
    private readonly int[] _customer, _start, _end;
    private readonly Func<int, string> _idOf;

    // Each customer's rows together, by their start; and beside each the last end among it and those before it.
    private readonly int[] _first, _rows, _lastEnd;

    /// <summary>Takes rows; a customer below zero is that of a row which is left out.</summary>
    public OneDayGaps(int[] customer, int[] start, int[] end, int customers, Func<int, string> idOf)
    {
        (_customer, _start, _end, _idOf) = (customer, start, end, idOf);
        _first = new int[customers + 2];
        foreach (int of in customer)
        {
            if (of >= 0) _first[of + 2]++;
        }

        for (int i = 2; i < _first.Length; i++) _first[i] += _first[i - 1];
        _rows = new int[_first[^1]];
        for (int row = 0; row < customer.Length; row++)
        {
            if (customer[row] >= 0) _rows[_first[customer[row] + 1]++] = row;
        }

        _lastEnd = new int[_rows.Length];
        List<int>[] found = new List<int>[KernelOptions.Default.ThreadsFor(_rows.Length)];
        Split.Run(customers, found.Length, (range, first, end) => found[range] = OrderAndFind(first, end));
        Rows = [.. found.SelectMany(rows => rows)];
    }

    /// <summary>The rows that start so, customer by customer.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>The row that ended a day before a start where the customer then had none; of several the one whose id comes first, -1 for none.</summary>
    public int Ended(int customer, int start)
    {
        if (customer + 2 >= _first.Length) return -1;
        int low = _first[customer], high = _first[customer + 1];
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (_start[_rows[middle]] < start) low = middle + 1;
            else high = middle;
        }

        // If the last end of all that started before is the day before, one ended on it, and none went on.
        if (low == _first[customer] || _lastEnd[low - 1] != start - 1) return -1;
        int found = -1;
        for (int place = _first[customer]; place < low; place++)
        {
            int row = _rows[place];
            if (_end[row] == start - 1 && (found < 0 || string.CompareOrdinal(_idOf(row), _idOf(found)) < 0)) found = row;
        }

        return found;
    }

    private List<int> OrderAndFind(int firstCustomer, int endCustomer)
    {
        List<int> found = [];
        for (int i = firstCustomer; i < endCustomer; i++)
        {
            Order(_first[i], _first[i + 1]);
            for (int place = _first[i]; place < _first[i + 1]; place++)
            {
                int row = _rows[place];
                // Those that start on the same day stand together, and were before nobody.
                if (place > _first[i] && _start[_rows[place - 1]] < _start[row] ? _lastEnd[place - 1] == _start[row] - 1 : Ended(i, _start[row]) >= 0) found.Add(row);
            }
        }

        return found;
    }

    private void Order(int from, int to)
    {
        Span<int> own = _rows.AsSpan(from..to);
        if (own.Length > 32) own.Sort((a, b) => _start[a].CompareTo(_start[b]));
        else OrderFew(own);
        int last = int.MinValue;
        for (int place = from; place < to; place++) _lastEnd[place] = last = Math.Max(last, _end[_rows[place]]);
    }

    /// <summary>By insertion, as almost every customer has few.</summary>
    private void OrderFew(Span<int> rows)
    {
        for (int i = 1; i < rows.Length; i++)
        {
            int row = rows[i], place = i;
            for (; place > 0 && _start[rows[place - 1]] > _start[row]; place--) rows[place] = rows[place - 1];
            rows[place] = row;
        }
    }
}
