using System.Runtime.InteropServices;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes what the kernel reads from subscriptions that are held in columns: no record is made.</summary>
internal static class PlainColumns
{
    private static readonly int LastDay = DayNumber.Of(CountedDays.Forever);

    /// <summary>The rows' customers, days and amounts, without those whose customer is general.</summary>
    public static PlainSubscriptions Of(HeldColumns held, PlainRules rules, CustomerNumbers customers, bool[] isGeneral, TermFacts terms, int threads)
    {
        SubscriptionColumns columns = held.Columns;
        foreach (string plan in columns.Plans) terms.Plans.CodeOf(plan);
        foreach (string product in columns.Products) terms.Products.CodeOf(product);
        int[] to = ArrayOf(columns.End);
        // The end of time is no end.
        if (to.AsSpan().Contains(LastDay)) to = Array.ConvertAll(to, day => day == LastDay ? FactTable.NoDay : day);
        PlainSubscriptions plain = new(
            customers.OfPlaces(held.Customer), ArrayOf(columns.Start), to, GC.AllocateUninitializedArray<long>(held.Count), ArrayOf(columns.Plan), ArrayOf(columns.Product), isGeneral);
        foreach (int row in rules.Invoiced.Select(held.RowOf).Where(row => row >= 0)) isGeneral[plain.Customer[row]] = true;
        if (!columns.Currencies.All(rules.IsReporting))
        {
            for (int row = 0; row < held.Count; row++)
            {
                if (!rules.IsReporting(held.CurrencyOf(row))) isGeneral[plain.Customer[row]] = true;
            }
        }

        YearlyUnits[] units = rules.YearlyUnitsOf(columns.Intervals);
        bool hasGeneral = plain.HasGeneral;
        Split.Run(held.Count, threads, (first, end) =>
        {
            ReadOnlySpan<long> price = columns.Price.Span;
            ReadOnlySpan<byte> interval = columns.Interval.Span;
            for (int row = first; row < end; row++)
            {
                long amount = PlainSubscriptions.NotHere;
                if (plain.From[row] < plain.To[row] && !(hasGeneral && isGeneral[plain.Customer[row]]))
                {
                    YearlyUnits yearly = units[interval.IsEmpty ? 0 : interval[row]];
                    amount = held.Quantity.Length == 0 && price[row] <= yearly.Most ? yearly.Round(price[row])
                        : AmountScale.Round(price[row] * held.QuantityOf(row) * yearly.Factor / yearly.Per);
                    if (!rules.Counts(amount)) amount = PlainSubscriptions.NotHere;
                }

                plain.Amount[row] = amount;
            }
        });
        return plain;
    }

    /// <summary>A column as the array that it is.</summary>
    private static T[] ArrayOf<T>(ReadOnlyMemory<T> column) =>
        MemoryMarshal.TryGetArray(column, out ArraySegment<T> segment) && segment is { Offset: 0, Array: { } whole } && whole.Length == segment.Count ? whole : column.ToArray();
}
