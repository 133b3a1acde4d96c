namespace RevOps.Metrics;

/// <summary>Finds subscriptions in columns that start a day after another one of the customer ended, on a day on which it had none.</summary>
internal static class OneDayGaps
{
    /// <summary>The rows that start so, each with the row that ended.</summary>
    public static IEnumerable<(int Row, int Ended)> Of(int[] customer, ReadOnlyMemory<int> start, ReadOnlyMemory<int> end, bool[] isLeftOut, int customers, IReadOnlyList<string>? ids)
    {
        // By customer, each one's rows in their order.
        int[] next = new int[customers + 1];
        for (int row = 0; row < customer.Length; row++)
        {
            if (!isLeftOut[row]) next[customer[row] + 1]++;
        }

        for (int i = 0; i < customers; i++) next[i + 1] += next[i];
        int[] rows = new int[next[customers]];
        for (int row = 0; row < customer.Length; row++)
        {
            if (!isLeftOut[row]) rows[next[customer[row]]++] = row;
        }

        List<(int Row, int Ended)> found = [];
        for (int i = 0, first = 0; i < customers; first = next[i++])
        {
            Span<int> own = rows.AsSpan(first..next[i]);
            // Of several that ended, the one is named whose id comes first.
            if (ids is not null) own.Sort((a, b) => string.CompareOrdinal(ids[a], ids[b]));
            OfCustomer(own, start.Span, end.Span, found);
        }

        found.Sort();
        return found;
    }

    private static void OfCustomer(ReadOnlySpan<int> rows, ReadOnlySpan<int> start, ReadOnlySpan<int> end, List<(int Row, int Ended)> found)
    {
        foreach (int row in rows)
        {
            int dayBefore = start[row] - 1, ended = -1;
            bool isServed = false;
            foreach (int other in rows)
            {
                if (ended < 0 && end[other] == dayBefore) ended = other;
                if (start[other] <= dayBefore && end[other] > dayBefore) isServed = true;
                if (isServed) break;
            }

            if (ended >= 0 && !isServed) found.Add((row, ended));
        }
    }
}
