using System.Numerics;

namespace RevOps.Metrics;

/// <summary>Finds the movements of the open pipeline in the columns of deals and their histories.</summary>
/// <remarks>A deal has states, each from the day of a change on. Its rows are two for each state, one in and one out; the last state of an open deal has no way out.</remarks>
/// <typeparam name="TDay">What a day is held in: <see cref="DealDays"/>.</typeparam>
internal sealed class PipelineKernel<TDay>
    where TDay : struct, IBinaryInteger<TDay>, IMinMaxValue<TDay>
{
    private const int NoChange = -1;

    private readonly int[] _firstChange;
    private readonly TDay[] _created, _closed, _changedOn;
    private readonly TDay _noDay;
    private readonly bool[]? _matters;
    private readonly byte[] _outcomes;
    private readonly TDay[] _on;
    private readonly int[] _changes;

    /// <param name="firstChange">Where the changes of each deal begin.</param>
    /// <param name="created">The day on which each deal was created.</param>
    /// <param name="closed">The day on which each deal was closed.</param>
    /// <param name="changedOn">The day of each change.</param>
    /// <param name="noDay">What stands for an unknown day: more than all days.</param>
    /// <param name="matters">Whether each change begins a state; null where each does.</param>
    /// <param name="outcomes">How each deal ended.</param>
    /// <param name="threads">How many threads do it.</param>
    public PipelineKernel(int[] firstChange, TDay[] created, TDay[] closed, TDay[] changedOn, TDay noDay, bool[]? matters, byte[] outcomes, int threads)
    {
        (_firstChange, _created, _closed, _changedOn, _noDay, _matters, _outcomes) = (firstChange, created, closed, changedOn, noDay, matters, outcomes);
        Rows = DealRows.Of(created.Length, threads, deal => Move(deal, [], []));
        (_on, _changes) = (new TDay[Rows.Count], new int[Rows.Count]);
        Rows.ForEach((deal, first, end) => Move(deal, _on.AsSpan(first, end - first), _changes.AsSpan(first, end - first)));
    }

    public DealRows Rows { get; }

    public TDay[] On => _on;

    public TDay[] Until
    {
        get
        {
            TDay[] until = new TDay[_on.Length];
            Rows.ForEach((_, first, end) =>
            {
                for (int row = first; row < end; row++)
                {
                    int wayOut = first + ((row - first) | 1);
                    until[row] = wayOut < end ? _on[wayOut] : _noDay;
                }
            });
            return until;
        }
    }

    /// <summary>1 for a row in, -1 for a row out.</summary>
    public int[] Signs
    {
        get
        {
            int[] signs = new int[_on.Length];
            Rows.ForEach((_, first, end) =>
            {
                for (int row = first; row < end; row++) signs[row] = ((row - first) & 1) == 0 ? 1 : -1;
            });
            return signs;
        }
    }

    /// <summary>What was known of the deal in the state of each row.</summary>
    public T[] States<T>(Known<T> known)
        where T : struct, IEquatable<T>
    {
        if (known.Told is not { } told) return Rows.Spread(known.Opening);
        T[] states = new T[_on.Length];
        Rows.ForEach((deal, first, end) =>
        {
            T state = known.Opening[deal];
            int change = _firstChange[deal];
            for (int row = first; row < end; row++)
            {
                for (; change <= _changes[row]; change++)
                {
                    if (!told[change].Equals(known.Nothing)) state = told[change];
                }

                states[row] = state;
            }
        });
        return states;
    }

    /// <summary>Finds the rows of a deal and tells how many there are.</summary>
    /// <param name="deal">The deal.</param>
    /// <param name="on">Takes the days of the rows, where it has room for any.</param>
    /// <param name="changes">Takes the last change of the state of each row.</param>
    private int Move(int deal, Span<TDay> on, Span<int> changes)
    {
        if (_outcomes[deal] == DealRegister.CodeOf(DealOutcome.Void)) return 0;
        TDay closed = _closed[deal], from = _created[deal] == _noDay ? TDay.MinValue : _created[deal];
        int row = 0, lastChange = NoChange;
        int end = _matters is { Length: 0 } ? 0 : _firstChange[deal + 1];
        for (int change = _firstChange[deal]; change < end; change++)
        {
            if (_changedOn[change] >= closed) break;
            if (_matters?[change] == false) continue;
            TDay day = TDay.Max(from, _changedOn[change]);
            if (day > from)
            {
                Place(row, from, day, lastChange, on, changes);
                row += 2;
                from = day;
            }

            lastChange = change;
        }

        bool isOpen = closed == _noDay;
        Place(row, from, isOpen ? null : closed, lastChange, on, changes);
        return row + (isOpen ? 1 : 2);
    }

    private static void Place(int row, TDay from, TDay? until, int change, Span<TDay> on, Span<int> changes)
    {
        if (on.IsEmpty) return;
        (on[row], changes[row]) = (from, change);
        if (until is { } end) (on[row + 1], changes[row + 1]) = (end, change);
    }
}
