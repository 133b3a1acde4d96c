using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>The visits of deals to stages, and the columns that follow from them.</summary>
/// <typeparam name="TDay">What a day is held in: <see cref="DealDays"/>.</typeparam>
/// <typeparam name="TCode">What the code of a stage is held in: <see cref="DealNames"/>.</typeparam>
internal sealed class VisitColumns<TDay, TCode>(DealRows rows, TDay[] enteredOn, TCode[] stages, TDay[] closed, TDay noDay, byte[] outcomes, int threads)
    where TDay : struct, IBinaryInteger<TDay>
    where TCode : struct, IBinaryInteger<TCode>
{
    private static readonly byte Won = DealRegister.CodeOf(DealOutcome.Won);

    public DealRows Rows => rows;

    public TDay[] EnteredOn => enteredOn;

    public TCode[] Stages => stages;

    public TDay[] LeftOn() => ByNext(enteredOn, deal => closed[deal]);

    public TCode[] NextStages() => ByNext(stages, _ => TCode.Zero);

    /// <summary>Which of the deal's visits to the stage each is, from 1.</summary>
    public int[] Numbers() => InRanges<int>(Number);

    /// <summary>Whether the deal then reached a later place in the process, or was won: 1 or 0; less for a stage that is not part of it.</summary>
    /// <param name="places">The place of each stage by its code; less than 0 for one that is not part of the process.</param>
    public sbyte[] Advanced(int[] places) => InRanges<sbyte>((advanced, from, to) => Advance(advanced, places, from, to));

    /// <summary>The day on which the deal then reached a later place in the process, or was won.</summary>
    /// <inheritdoc cref="Advanced(int[])"/>
    public TDay[] AdvancedOn(int[] places) => DaysReached(places, stage => places[stage] < 0 ? null : places[stage] + 1);

    /// <summary>Whether the deal then reached a place in the process or a later one, or was won: 1 or 0.</summary>
    /// <param name="goal">The place.</param>
    /// <param name="places">The place of each stage by its code.</param>
    public sbyte[] Reached(int goal, int[] places) => InRanges<sbyte>((reached, from, to) => Reach(reached, goal, places, from, to));

    /// <summary>The day on which the deal then reached a place in the process or a later one, or was won.</summary>
    /// <inheritdoc cref="Reached(int, int[])"/>
    public TDay[] ReachedOn(int goal, int[] places) => DaysReached(places, _ => goal);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Number(int[] numbers, int from, int to)
    {
        TCode[] stageOf = stages;
        int row = rows.First(from);
        for (int deal = from; deal < to; deal++)
        {
            // One bit for each of 64 stages, so that a first visit, as most are, is not looked for among those before it.
            ulong seen = 0;
            int first = row;
            for (int end = rows.First(deal + 1); row < end; row++)
            {
                ulong stage = 1UL << (int.CreateTruncating(stageOf[row]) & 63);
                int before = (seen & stage) == 0 ? first - 1 : row - 1;
                while (before >= first && stageOf[before] != stageOf[row]) before--;
                numbers[row] = before < first ? 1 : numbers[before] + 1;
                seen |= stage;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Advance(sbyte[] advanced, int[] places, int from, int to)
    {
        TCode[] stageOf = stages;
        byte[] outcomeOf = outcomes;
        int row = rows.First(to) - 1;
        for (int deal = to - 1; deal >= from; deal--)
        {
            int furthest = outcomeOf[deal] == Won ? int.MaxValue : -1;
            for (int first = rows.First(deal); row >= first; row--)
            {
                int place = places[int.CreateTruncating(stageOf[row])];
                advanced[row] = (sbyte)(place < 0 ? -1 : furthest > place ? 1 : 0);
                furthest = Math.Max(furthest, place);
            }
        }
    }

    private void Reach(sbyte[] reached, int goal, int[] places, int from, int to)
    {
        for (int deal = from; deal < to; deal++)
        {
            bool isReached = outcomes[deal] == Won;
            for (int row = rows.First(deal + 1) - 1; row >= rows.First(deal); row--)
            {
                reached[row] = (sbyte)(isReached ? 1 : 0);
                isReached |= places[int.CreateTruncating(stages[row])] >= goal;
            }
        }
    }

    private TDay[] DaysReached(int[] places, Func<int, int?> goalOf) => InRanges<TDay>((days, from, to) =>
    {
        for (int deal = from; deal < to; deal++)
        {
            TDay won = outcomes[deal] == Won ? closed[deal] : noDay;
            int end = rows.First(deal + 1);
            for (int row = rows.First(deal); row < end; row++)
            {
                int? goal = goalOf(int.CreateTruncating(stages[row]));
                int later = row + 1;
                while (later < end && !(places[int.CreateTruncating(stages[later])] >= goal)) later++;
                days[row] = goal is null ? noDay : later < end ? enteredOn[later] : won;
            }
        }
    });

    /// <summary>What the next visit of the same deal has in a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="ofLast">What stands after the last visit of a deal.</param>
    private T[] ByNext<T>(T[] column, Func<int, T> ofLast) => InRanges<T>((next, from, to) =>
    {
        for (int deal = from; deal < to; deal++)
        {
            int end = rows.First(deal + 1);
            for (int row = rows.First(deal); row < end; row++) next[row] = row + 1 < end ? column[row + 1] : ofLast(deal);
        }
    });

    /// <summary>Makes a column by ranges of deals, several at once.</summary>
    private T[] InRanges<T>(Action<T[], int, int> work)
    {
        T[] column = GC.AllocateUninitializedArray<T>(rows.Count);
        Split.Run(rows.Deals, threads, (from, to) => work(column, from, to));
        return column;
    }
}
