using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Finds the visits of deals to stages in the columns of their histories.</summary>
/// <remarks>
/// A visit is the last change of a day where it tells another stage than the visit before. Each range of deals finds its visits into columns with room
/// for all its changes, of which what was found is then put together: nothing is found twice to be counted first, and threads change nothing.
/// The loops run once for a table, and so are compiled in full at once: the compiler would wait for them to run often.
/// </remarks>
/// <typeparam name="TDay">What a day is held in: <see cref="DealDays"/>.</typeparam>
/// <typeparam name="TCode">What the code of a stage is held in: <see cref="DealNames"/>.</typeparam>
internal sealed class StageKernel<TDay, TCode>
    where TDay : struct, IBinaryInteger<TDay>
    where TCode : struct, IBinaryInteger<TCode>
{
    private readonly int[] _firstChange;
    private readonly TDay[] _changedOn, _closed;
    private readonly TDay _noDay;
    private readonly TCode[] _told, _now;
    private readonly byte[] _outcomes;

    /// <param name="firstChange">Where the changes of each deal begin that tell a stage.</param>
    /// <param name="changedOn">The day of each change.</param>
    /// <param name="told">The stage that each change tells.</param>
    /// <param name="closed">The day on which each deal was closed.</param>
    /// <param name="noDay">What stands for an unknown day: more than all days.</param>
    /// <param name="now">The stage that each deal has now.</param>
    /// <param name="outcomes">How each deal ended.</param>
    public StageKernel(int[] firstChange, TDay[] changedOn, TCode[] told, TDay[] closed, TDay noDay, TCode[] now, byte[] outcomes) =>
        (_firstChange, _changedOn, _told, _closed, _noDay, _now, _outcomes) = (firstChange, changedOn, told, closed, noDay, now, outcomes);

    public VisitColumns<TDay, TCode> Find(int threads)
    {
        int[] rowsOf = new int[_now.Length];
        Found[] found = new Found[threads];
        Split.Run(_now.Length, threads, (range, from, to) => found[range] = Find(from, to, rowsOf));
        DealRows rows = DealRows.Of(rowsOf, threads);
        TDay[] enteredOn = GC.AllocateUninitializedArray<TDay>(rows.Count);
        TCode[] stages = GC.AllocateUninitializedArray<TCode>(rows.Count);
        Split.Run(_now.Length, threads, (range, from, to) =>
        {
            int first = rows.First(from), count = rows.First(to) - first;
            Array.Copy(found[range].EnteredOn, 0, enteredOn, first, count);
            Array.Copy(found[range].Stages, 0, stages, first, count);
        });
        return new VisitColumns<TDay, TCode>(rows, enteredOn, stages, _closed, _noDay, _outcomes, threads);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Found Find(int fromDeal, int toDeal, int[] rowsOf)
    {
        // An open deal may be in one stage more than its changes tell.
        int most = _firstChange[toDeal] - _firstChange[fromDeal] + toDeal - fromDeal + 1;
        TDay[] enteredOn = GC.AllocateUninitializedArray<TDay>(most), changedOn = _changedOn;
        TCode[] stages = GC.AllocateUninitializedArray<TCode>(most), told = _told;
        byte open = DealRegister.CodeOf(DealOutcome.Open), isVoid = DealRegister.CodeOf(DealOutcome.Void);
        int row = 0;
        for (int deal = fromDeal; deal < toDeal; deal++)
        {
            if (_outcomes[deal] == isVoid) continue;
            int change = _firstChange[deal], end = _firstChange[deal + 1], firstRow = row;
            TDay closed = _closed[deal];
            while (end > change && changedOn[end - 1] >= closed) end--;
            TCode stage = TCode.Zero;
            for (; change < end; change++)
            {
                // Written whether it is a visit or not, and written over if it is none: a wrong guess of the processor costs more.
                enteredOn[row] = changedOn[change];
                stages[row] = told[change];
                bool isLastOfDay = change + 1 == end || changedOn[change + 1] != changedOn[change];
                bool isEntered = isLastOfDay & told[change] != stage;
                row += isEntered ? 1 : 0;
                stage = isEntered ? told[change] : stage;
            }

            TCode now = _now[deal];
            if (_outcomes[deal] == open && now != TCode.Zero && now != stage) (enteredOn[row], stages[row++]) = (_noDay, now);
            rowsOf[deal] = row - firstRow;
        }

        return new Found(enteredOn, stages);
    }

    /// <summary>The visits of a range of deals, at the start of columns that are longer.</summary>
    private readonly record struct Found(TDay[] EnteredOn, TCode[] Stages);
}
