using System.Numerics;

namespace RevOps.Metrics;

/// <summary>The version of its customer's attributes that each row of a ledger is posted under, told once for rows that follow on each other.</summary>
/// <param name="room">For how many runs to make room.</param>
internal sealed class VersionRuns(int room)
{
    /// <summary>So many runs are spread by a thread before it takes others.</summary>
    private const int RunsAtATime = 1 << 14;

    private int[] _firstRows = GC.AllocateUninitializedArray<int>(room), _versions = GC.AllocateUninitializedArray<int>(room);

    /// <summary>How many runs there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many rows there are in all that were appended.</summary>
    public int Rows { get; private set; }

    /// <summary>The rows of a run, from the first to the one after the last, and their version. A run may have no row.</summary>
    public (int First, int End, int Version) this[int run] => (_firstRows[run], run + 1 < Count ? _firstRows[run + 1] : Rows, _versions[run]);

    /// <summary>Forgets all runs; their room is kept.</summary>
    public void Clear() => (Count, Rows) = (0, 0);

    /// <summary>The rows from this one on are of a version.</summary>
    public void Begin(int row, int version)
    {
        if (Count > 0 && _versions[Count - 1] == version) return;
        Reserve(1);
        (_firstRows[Count], _versions[Count]) = (row, version);
        Count++;
    }

    /// <summary>Adds the runs of rows that follow.</summary>
    /// <param name="others">The runs.</param>
    /// <param name="rows">Of how many rows they are.</param>
    public void Append(VersionRuns others, int rows)
    {
        Reserve(others.Count);
        others._versions.AsSpan(0, others.Count).CopyTo(_versions.AsSpan(Count));
        Span<int> firstRows = _firstRows.AsSpan(Count, others.Count);
        for (int run = 0; run < firstRows.Length; run++) firstRows[run] = others._firstRows[run] + Rows;
        Count += others.Count;
        Rows += rows;
    }

    /// <summary>A column in which each row has what belongs to its version.</summary>
    /// <remarks>Most runs are short and of no length that could be foreseen, so whole vectors are written: what is written too far, the next run writes over.</remarks>
    public T[] Spread<T>(Func<int, T> ofVersion)
        where T : struct
    {
        T[] column = GC.AllocateUninitializedArray<T>(Rows);
        Split.Each((Count + RunsAtATime - 1) / RunsAtATime, KernelOptions.Default.ThreadsFor(Rows), piece =>
        {
            int first = piece * RunsAtATime, end = Math.Min(Count, first + RunsAtATime), limit = this[end - 1].End;
            for (int run = first; run < end; run++)
            {
                (int row, int endRow, int version) = this[run];
                T value = ofVersion(version);
                for (Vector<T> many = new(value); row < endRow; row += Vector<T>.Count)
                {
                    if (limit - row >= Vector<T>.Count) many.CopyTo(column, row);
                    else column.AsSpan(row, Math.Min(endRow, limit) - row).Fill(value);
                }
            }
        });
        return column;
    }

    private void Reserve(int runs)
    {
        int least = checked(Count + runs);
        if (least <= _versions.Length) return;
        int larger = (int)Math.Min(Array.MaxLength, Math.Max(least, 2L * _versions.Length));
        Array.Resize(ref _firstRows, larger);
        Array.Resize(ref _versions, larger);
    }
}
