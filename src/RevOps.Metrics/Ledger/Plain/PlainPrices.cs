using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>The prices of subscriptions that are held in columns, in units of the reporting currency a year.</summary>
internal sealed class PlainPrices(HeldColumns held, PlainRules rules)
{
    private readonly YearlyUnits[] _units = rules.YearlyUnitsOf(held.Columns.Intervals);

    /// <summary>The least amount that counts: free ones may not.</summary>
    private readonly long _least = rules.Counts(0) ? 0 : 1;

    /// <summary>Reads the amounts of some rows; <see cref="PlainSubscriptions.NotHere"/> for one that does not count.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="amounts">Where they go.</param>
    public void Read(int first, Span<long> amounts)
    {
        if (amounts.IsEmpty) return;
        ReadOnlySpan<long> price = held.Columns.Price.Span.Slice(first, amounts.Length);
        ReadOnlySpan<byte> interval = held.Columns.Interval.Span;
        if (interval.IsEmpty && held.Quantity.Length == 0 && _units[0].Per == 1)
        {
            ReadSeveral(first, price, _units[0], amounts);
            return;
        }

        for (int i = 0; i < amounts.Length; i++) amounts[i] = AmountOf(first + i, price[i], _units[interval.IsEmpty ? 0 : interval[first + i]]);
    }

    /// <summary>Reads them several at once where all of those are one factor away from a year, and small enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadSeveral(int first, ReadOnlySpan<long> price, YearlyUnits yearly, Span<long> amounts)
    {
        Vector<long> factor = new(yearly.Factor), least = new(_least), notHere = new(PlainSubscriptions.NotHere);
        Vector<ulong> most = new((ulong)yearly.Most);
        for (int i = 0; i < price.Length;)
        {
            if (i + Vector<long>.Count <= price.Length && new Vector<long>(price[i..]) is var some && Vector.LessThanOrEqualAll(some.As<long, ulong>(), most))
            {
                Vector<long> year = some * factor;
                Vector.ConditionalSelect(Vector.GreaterThanOrEqual(year, least), year, notHere).CopyTo(amounts[i..]);
                i += Vector<long>.Count;
            }
            else
            {
                amounts[i] = AmountOf(first + i, price[i], yearly);
                i++;
            }
        }
    }

    private long AmountOf(int row, long price, YearlyUnits yearly)
    {
        long amount = held.Quantity.Length == 0 && price <= yearly.Most ? yearly.Round(price)
            : AmountScale.Round(price * held.QuantityOf(row) * yearly.Factor / yearly.Per);
        return amount >= _least ? amount : PlainSubscriptions.NotHere;
    }
}
