using System.Numerics;
using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>Makes what the kernel reads from subscriptions that are held in columns: no record is made.</summary>
internal static class PlainColumns
{
    /// <summary>The rows' customers, days and amounts, without those whose customer is general.</summary>
    public static PlainSubscriptions Of(HeldColumns held, PlainRules rules, CustomerNumbers customers, bool[] isGeneral, TermFacts terms)
    {
        SubscriptionColumns columns = held.Columns;
        foreach (string plan in columns.Plans) terms.Plans.CodeOf(plan);
        foreach (string product in columns.Products) terms.Products.CodeOf(product);
        int[] from = ArrayOf(columns.Start), to = ArrayOf(columns.End);
        // The end of time is no end.
        if (held.Days.HasEndOfTime) to = Array.ConvertAll(to, day => day == PlainDays.EndOfTime ? FactTable.NoDay : day);
        int[] customer = customers.OfPlaces(held.Customer);
        foreach (int row in rules.Invoiced.Select(held.RowOf).Where(row => row >= 0)) isGeneral[customer[row]] = true;
        if (!columns.Currencies.All(rules.IsReporting))
        {
            for (int row = 0; row < held.Count; row++)
            {
                if (!rules.IsReporting(held.CurrencyOf(row))) isGeneral[customer[row]] = true;
            }
        }

        PlainPrices prices = new(held, rules);
        // Who is general may yet be found among the records, so it is asked when amounts are read.
        Lazy<bool> hasGeneral = new(() => isGeneral.AsSpan().Contains(true));
        return new PlainSubscriptions(customer, from, to, ReadAmounts, ArrayOf(columns.Plan), ArrayOf(columns.Product), isGeneral) { Days = held.Days };

        void ReadAmounts(int first, Span<long> amounts)
        {
            prices.Read(first, amounts);
            PassOverEmpty(from.AsSpan(first, amounts.Length), to.AsSpan(first, amounts.Length), amounts);
            if (!hasGeneral.Value) return;
            for (int i = 0; i < amounts.Length; i++)
            {
                if (isGeneral[customer[first + i]]) amounts[i] = PlainSubscriptions.NotHere;
            }
        }
    }

    /// <summary>Who ends before a day has passed never counts. Hardly any do, so several are looked at at once.</summary>
    private static void PassOverEmpty(ReadOnlySpan<int> from, ReadOnlySpan<int> to, Span<long> amounts)
    {
        for (int i = 0; i < amounts.Length;)
        {
            if (i + Vector<int>.Count <= amounts.Length && Vector.LessThanAll(new Vector<int>(from[i..]), new Vector<int>(to[i..])))
            {
                i += Vector<int>.Count;
                continue;
            }

            if (from[i] >= to[i]) amounts[i] = PlainSubscriptions.NotHere;
            i++;
        }
    }

    /// <summary>A column as the array that it is.</summary>
    private static T[] ArrayOf<T>(ReadOnlyMemory<T> column) =>
        MemoryMarshal.TryGetArray(column, out ArraySegment<T> segment) && segment is { Offset: 0, Array: { } whole } && whole.Length == segment.Count ? whole : column.ToArray();
}
