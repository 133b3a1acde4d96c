using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Finds the movements of the open pipeline in the columns of deals and their histories.</summary>
/// <remarks>A deal has states, each from the day of a change on. Its rows are two for each state, one in and one out; the last state of an open deal has no way out.</remarks>
/// <typeparam name="TDay">What a day is held in: <see cref="DealDays"/>.</typeparam>
internal sealed class PipelineKernel<TDay>
    where TDay : struct, IBinaryInteger<TDay>, IMinMaxValue<TDay>
{
    private const int NoChange = -1;

    private static readonly byte Void = DealRegister.CodeOf(DealOutcome.Void);

    private readonly int[] _firstChange;
    private readonly TDay[] _created, _closed, _changedOn;
    private readonly TDay _noDay;
    private readonly bool[]? _matters;
    private readonly bool _hasChanges;
    private readonly byte[] _outcomes;
    private readonly int _threads;
    private readonly int[] _changes;

    /// <param name="firstChange">Where the changes of each deal begin.</param>
    /// <param name="created">The day on which each deal was created.</param>
    /// <param name="closed">The day on which each deal was closed.</param>
    /// <param name="changedOn">The day of each change.</param>
    /// <param name="noDay">What stands for an unknown day: more than all days.</param>
    /// <param name="matters">Whether each change begins a state; null where each does, and empty where none does.</param>
    /// <param name="outcomes">How each deal ended.</param>
    /// <param name="threads">How many threads do it.</param>
    public PipelineKernel(int[] firstChange, TDay[] created, TDay[] closed, TDay[] changedOn, TDay noDay, bool[]? matters, byte[] outcomes, int threads)
    {
        (_firstChange, _created, _closed, _changedOn, _noDay, _matters, _outcomes, _threads) = (firstChange, created, closed, changedOn, noDay, matters, outcomes, threads);
        _hasChanges = matters is not { Length: 0 };
        int[] rowsOf = new int[created.Length];
        ForEachRange((from, to) => Count(rowsOf, from, to));
        Rows = DealRows.Of(rowsOf, threads);
        On = GC.AllocateUninitializedArray<TDay>(Rows.Count);
        _changes = _hasChanges ? GC.AllocateUninitializedArray<int>(Rows.Count) : [];
        ForEachRange(Move);
    }

    public DealRows Rows { get; }

    public TDay[] On { get; }

    public TDay[] Until()
    {
        TDay[] until = GC.AllocateUninitializedArray<TDay>(On.Length);
        ForEachRange((from, to) =>
        {
            for (int deal = from; deal < to; deal++)
            {
                (int first, int end) = (Rows.First(deal), Rows.First(deal + 1));
                for (int row = first; row < end; row++)
                {
                    int wayOut = first + ((row - first) | 1);
                    until[row] = wayOut < end ? On[wayOut] : _noDay;
                }
            }
        });
        return until;
    }

    /// <summary>1 for a row in, -1 for a row out.</summary>
    public sbyte[] Signs()
    {
        sbyte[] signs = GC.AllocateUninitializedArray<sbyte>(On.Length);
        ForEachRange((from, to) => Sign(signs, from, to));
        return signs;
    }

    /// <summary>What was known of the deal in the state of each row.</summary>
    public T[] States<T>(Known<T> known)
        where T : struct, IEquatable<T>
    {
        if (known.Told is not { } told) return Rows.Spread(known.Opening);
        T[] states = GC.AllocateUninitializedArray<T>(On.Length);
        ForEachRange((from, to) =>
        {
            for (int deal = from; deal < to; deal++)
            {
                T state = known.Opening[deal];
                int change = _firstChange[deal];
                for (int row = Rows.First(deal); row < Rows.First(deal + 1); row++)
                {
                    for (; change <= _changes[row]; change++)
                    {
                        if (!told[change].Equals(known.Nothing)) state = told[change];
                    }

                    states[row] = state;
                }
            }
        });
        return states;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(int[] rowsOf, int from, int to)
    {
        for (int deal = from; deal < to; deal++) rowsOf[deal] = _outcomes[deal] == Void ? 0 : (2 * StatesOf(deal)) - (_closed[deal] == _noDay ? 1 : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Move(int from, int to)
    {
        int row = Rows.First(from);
        for (int deal = from; deal < to; deal++)
        {
            int end = Rows.First(deal + 1);
            if (row < end) Move(deal, row, end);
            row = end;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sign(sbyte[] signs, int from, int to)
    {
        int row = Rows.First(from);
        for (int deal = from; deal < to; deal++)
        {
            sbyte sign = 1;
            for (int end = Rows.First(deal + 1); row < end; row++, sign = (sbyte)-sign) signs[row] = sign;
        }
    }

    private TDay CreatedOn(int deal) => _created[deal] == _noDay ? TDay.MinValue : _created[deal];

    private bool Begins(int change, TDay from) => _matters?[change] != false && _changedOn[change] > from;

    /// <summary>How many states a deal has: one more for each later day of a change before its close.</summary>
    private int StatesOf(int deal)
    {
        if (!_hasChanges) return 1;
        TDay from = CreatedOn(deal);
        int states = 1;
        for (int change = _firstChange[deal]; change < _firstChange[deal + 1] && _changedOn[change] < _closed[deal]; change++)
        {
            if (!Begins(change, from)) continue;
            from = _changedOn[change];
            states++;
        }

        return states;
    }

    /// <summary>Fills the rows of a deal.</summary>
    private void Move(int deal, int row, int end)
    {
        On[row] = CreatedOn(deal);
        if (_hasChanges) row = MoveByChanges(deal, row);
        if (row + 1 < end) On[row + 1] = _closed[deal];
        if (_hasChanges && row + 1 < end) _changes[row + 1] = _changes[row];
    }

    /// <summary>Fills the rows of a deal up to those of its last state, and tells where these are.</summary>
    private int MoveByChanges(int deal, int row)
    {
        _changes[row] = NoChange;
        for (int change = _firstChange[deal]; change < _firstChange[deal + 1] && _changedOn[change] < _closed[deal]; change++)
        {
            if (Begins(change, On[row]))
            {
                On[row + 1] = On[row + 2] = _changedOn[change];
                _changes[row + 1] = _changes[row];
                row += 2;
            }

            _changes[row] = change;
        }

        return row;
    }

    private void ForEachRange(Action<int, int> work) => Split.Run(_created.Length, _threads, work);
}
