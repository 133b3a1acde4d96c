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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(int first, Span<long> amounts)
    {
        if (amounts.IsEmpty) return;
        ReadOnlySpan<long> price = held.Columns.Price.Span.Slice(first, amounts.Length);
        ReadOnlySpan<byte> interval = held.Columns.Interval.Span;
        YearlyUnits only = _units[0];
        if (interval.IsEmpty && held.Quantity.Length == 0 && only.Per == 1)
        {
            (long most, long factor, long least) = (only.Most, only.Factor, _least);
            for (int i = 0; i < amounts.Length; i++)
            {
                long one = price[i];
                if (unchecked((ulong)one > (ulong)most)) amounts[i] = AmountOf(first + i, one, only);
                else
                {
                    long amount = unchecked(one * factor);
                    amounts[i] = amount >= least ? amount : PlainSubscriptions.NotHere;
                }
            }

            return;
        }

        for (int i = 0; i < amounts.Length; i++) amounts[i] = AmountOf(first + i, price[i], _units[interval.IsEmpty ? 0 : interval[first + i]]);
    }

    private long AmountOf(int row, long price, YearlyUnits yearly)
    {
        long amount = held.Quantity.Length == 0 && price <= yearly.Most ? yearly.Round(price)
            : AmountScale.Round(price * held.QuantityOf(row) * yearly.Factor / yearly.Per);
        return amount >= _least ? amount : PlainSubscriptions.NotHere;
    }
}
