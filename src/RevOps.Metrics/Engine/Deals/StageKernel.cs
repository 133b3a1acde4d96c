using System.Numerics;

namespace RevOps.Metrics;

/// <summary>Finds the visits of deals to stages in the columns of their histories, and what is asked of the visits.</summary>
/// <remarks>
/// A row is the number of the change that entered the stage: the last of a day that tells a stage, where it tells another than the one before. All
/// columns follow from that, and are made when they are read. Deals are counted and then placed by ranges, so that threads change nothing.
/// </remarks>
/// <typeparam name="TDay">What a day is held in: <see cref="DealDays"/>.</typeparam>
/// <typeparam name="TCode">What the code of a stage is held in: <see cref="DealNames"/>.</typeparam>
internal sealed class StageKernel<TDay, TCode>
    where TDay : struct, IBinaryInteger<TDay>
    where TCode : struct, IBinaryInteger<TCode>
{
    /// <summary>The row of the stage that a deal has moved on to on a day that nobody knows.</summary>
    private const int NoChange = -1;

    private readonly int[] _firstChange;
    private readonly TDay[] _changedOn, _closed;
    private readonly TDay _noDay;
    private readonly TCode[] _told, _now;
    private readonly TCode _nothing;
    private readonly byte[] _outcomes;
    private readonly int[] _changes;
    private readonly Lazy<TCode[]> _stages;

    /// <param name="firstChange">Where the changes of each deal begin.</param>
    /// <param name="changedOn">The day of each change.</param>
    /// <param name="closed">The day on which each deal was closed.</param>
    /// <param name="noDay">What stands for an unknown day: more than all days.</param>
    /// <param name="stages">The stages that the changes tell.</param>
    /// <param name="now">The stage that each deal has now.</param>
    /// <param name="outcomes">How each deal ended.</param>
    /// <param name="threads">How many threads do it.</param>
    public StageKernel(int[] firstChange, TDay[] changedOn, TDay[] closed, TDay noDay, Known<TCode> stages, TCode[] now, byte[] outcomes, int threads)
    {
        (_firstChange, _changedOn, _closed, _noDay, _now, _outcomes) = (firstChange, changedOn, closed, noDay, now, outcomes);
        (_told, _nothing) = (stages.Told ?? [], stages.Nothing);
        Rows = DealRows.Of(now.Length, threads, deal => Enter(deal, []));
        _changes = new int[Rows.Count];
        Rows.ForEach((deal, first, end) => Enter(deal, _changes.AsSpan(first, end - first)));
        _stages = new(() => Each((deal, change) => change == NoChange ? _now[deal] : _told[change]));
    }

    public DealRows Rows { get; }

    public TCode[] Stages => _stages.Value;

    public TDay[] EnteredOn => Each((_, change) => DayOf(change));

    public TDay[] LeftOn => ByNext((next, deal) => next < 0 ? _closed[deal] : DayOf(_changes[next]));

    public TCode[] NextStages => ByNext((next, _) => next < 0 ? TCode.Zero : Stages[next]);

    /// <summary>Which of the deal's visits to the stage each is, from 1.</summary>
    public int[] Numbers
    {
        get
        {
            TCode[] stages = Stages;
            int[] numbers = new int[stages.Length];
            Rows.ForEach((_, first, end) =>
            {
                for (int row = first; row < end; row++)
                {
                    int before = row - 1;
                    while (before >= first && stages[before] != stages[row]) before--;
                    numbers[row] = before < first ? 1 : numbers[before] + 1;
                }
            });
            return numbers;
        }
    }

    /// <summary>Whether the deal then reached a later place in the process, or was won: 1 or 0; less for a stage that is not part of it.</summary>
    /// <param name="places">The place of each stage by its code; less than 0 for one that is not part of the process.</param>
    public int[] Advanced(int[] places)
    {
        TCode[] stages = Stages;
        int[] advanced = new int[stages.Length];
        Rows.ForEach((deal, first, end) =>
        {
            int furthest = _outcomes[deal] == DealRegister.CodeOf(DealOutcome.Won) ? int.MaxValue : -1;
            for (int row = end - 1; row >= first; row--)
            {
                int place = places[int.CreateTruncating(stages[row])];
                advanced[row] = place < 0 ? -1 : furthest > place ? 1 : 0;
                furthest = Math.Max(furthest, place);
            }
        });
        return advanced;
    }

    /// <summary>The day on which the deal then reached a later place in the process, or was won.</summary>
    /// <inheritdoc cref="Advanced(int[])"/>
    public TDay[] AdvancedOn(int[] places) => DaysReached(places, stage => places[stage] < 0 ? null : places[stage] + 1);

    /// <summary>Whether the deal then reached a place in the process or a later one, or was won: 1 or 0.</summary>
    /// <param name="goal">The place.</param>
    /// <param name="places">The place of each stage by its code.</param>
    public int[] Reached(int goal, int[] places)
    {
        TCode[] stages = Stages;
        int[] reached = new int[stages.Length];
        Rows.ForEach((deal, first, end) =>
        {
            bool isReached = _outcomes[deal] == DealRegister.CodeOf(DealOutcome.Won);
            for (int row = end - 1; row >= first; row--)
            {
                reached[row] = isReached ? 1 : 0;
                isReached |= places[int.CreateTruncating(stages[row])] >= goal;
            }
        });
        return reached;
    }

    /// <summary>The day on which the deal then reached a place in the process or a later one, or was won.</summary>
    /// <inheritdoc cref="Reached(int, int[])"/>
    public TDay[] ReachedOn(int goal, int[] places) => DaysReached(places, _ => goal);

    /// <summary>Finds the visits of a deal and tells how many there are.</summary>
    /// <param name="deal">The deal.</param>
    /// <param name="changes">Takes the change of each visit, as far as there is room.</param>
    private int Enter(int deal, Span<int> changes)
    {
        if (_outcomes[deal] == DealRegister.CodeOf(DealOutcome.Void)) return 0;
        int count = 0, lastOfDay = NoChange;
        TCode stage = TCode.Zero;
        TDay closed = _closed[deal];
        int end = _told.Length == 0 ? 0 : _firstChange[deal + 1];
        for (int change = _firstChange[deal]; change < end; change++)
        {
            TCode told = _told[change];
            if (told == _nothing || told == TCode.Zero) continue;
            TDay on = _changedOn[change];
            if (on >= closed) break;
            if (lastOfDay != NoChange && on != _changedOn[lastOfDay]) Enter(lastOfDay, changes, ref count, ref stage);
            lastOfDay = change;
        }

        if (lastOfDay != NoChange) Enter(lastOfDay, changes, ref count, ref stage);

        bool hasMovedOn = _outcomes[deal] == DealRegister.CodeOf(DealOutcome.Open) && _now[deal] != TCode.Zero && _now[deal] != stage;
        if (!hasMovedOn) return count;
        if (count < changes.Length) changes[count] = NoChange;
        return count + 1;
    }

    private void Enter(int change, Span<int> changes, ref int count, ref TCode stage)
    {
        if (_told[change] == stage) return;
        if (count < changes.Length) changes[count] = change;
        stage = _told[change];
        count++;
    }

    private TDay DayOf(int change) => change == NoChange ? _noDay : _changedOn[change];

    private TDay[] DaysReached(int[] places, Func<int, int?> goalOf)
    {
        TCode[] stages = Stages;
        TDay[] days = new TDay[stages.Length];
        Rows.ForEach((deal, first, end) =>
        {
            TDay won = _outcomes[deal] == DealRegister.CodeOf(DealOutcome.Won) ? _closed[deal] : _noDay;
            for (int row = first; row < end; row++)
            {
                int? goal = goalOf(int.CreateTruncating(stages[row]));
                int later = row + 1;
                while (later < end && !(places[int.CreateTruncating(stages[later])] >= goal)) later++;
                days[row] = goal is null ? _noDay : later < end ? DayOf(_changes[later]) : won;
            }
        });
        return days;
    }

    private T[] Each<T>(Func<int, int, T> of)
    {
        T[] values = new T[_changes.Length];
        Rows.ForEach((deal, first, end) =>
        {
            for (int row = first; row < end; row++) values[row] = of(deal, _changes[row]);
        });
        return values;
    }

    /// <param name="of">Tells the value by the next row of the same deal (less than 0 where there is none) and the deal.</param>
    private T[] ByNext<T>(Func<int, int, T> of)
    {
        T[] values = new T[_changes.Length];
        Rows.ForEach((deal, first, end) =>
        {
            for (int row = first; row < end; row++) values[row] = of(row + 1 < end ? row + 1 : -1, deal);
        });
        return values;
    }
}
