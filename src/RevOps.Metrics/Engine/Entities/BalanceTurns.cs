using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>On which rows the balance of an entity comes above zero, and on which it no longer is: their sum up to a day counts the entities that have one.</summary>
/// <remarks>Made once for a balance of a relation; who asks by dimensions that an entity never changes then sums rows, and need not look at entities.</remarks>
internal sealed class BalanceTurns
{
    private bool _isNegative, _beginsUncounted;

    public BalanceTurns(EntityRows rows, WholeNumbers changes, RowFilter filter)
    {
        sbyte[] turns = GC.AllocateUninitializedArray<sbyte>(rows.Entities.Length);
        Split.Run(rows.Count, KernelOptions.Default.ThreadsFor(turns.Length), (first, end) => Find(rows, changes, filter, turns, first, end));
        Turns = new WholeNumbers(turns);
    }

    /// <summary>1 for a row that brings its entity's balance above zero, -1 for one that takes it away, 0 for all others.</summary>
    public WholeNumbers Turns { get; }

    /// <summary>True where no entity's balance is ever below zero.</summary>
    public bool IsNeverNegative => !_isNegative;

    /// <summary>True where the first row of every entity counts, so that whoever has a row up to a day has one that counts.</summary>
    public bool BeginCounted => !_beginsUncounted;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Find(EntityRows rows, WholeNumbers changes, RowFilter filter, sbyte[] turns, int first, int end)
    {
        bool takesAll = filter.TakesAll;
        for (int entity = first; entity < end; entity++)
        {
            long balance = 0;
            (int start, int stop) = rows.Of(entity);
            for (int place = start; place < stop; place++)
            {
                int row = rows[place];
                bool before = balance > 0;
                if (takesAll || filter.Takes(row)) balance += changes[row];
                else if (place == start) _beginsUncounted = true;
                turns[row] = (sbyte)((balance > 0 ? 1 : 0) - (before ? 1 : 0));
                if (balance < 0) _isNegative = true;
            }
        }
    }
}
