using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RevOps.Metrics;

/// <summary>Sorts eight or sixteen numbers without a decision: each step compares each number with one other, all at once.</summary>
/// <remarks>K. E. Batcher, Sorting networks and their applications, 1968: two sorted runs, one of them turned round, are merged by halves.</remarks>
internal static class SortingNetwork
{
    /// <summary>Sorts eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Sort(Vector256<uint> eight)
    {
        eight = Step(eight, Vector256.Create(1u, 0, 3, 2, 5, 4, 7, 6), Vector256.Create(0, -1, 0, -1, 0, -1, 0, -1));
        eight = Step(eight, Vector256.Create(3u, 2, 1, 0, 7, 6, 5, 4), Vector256.Create(0, 0, -1, -1, 0, 0, -1, -1));
        eight = Step(eight, Vector256.Create(1u, 0, 3, 2, 5, 4, 7, 6), Vector256.Create(0, -1, 0, -1, 0, -1, 0, -1));
        eight = Step(eight, Vector256.Create(7u, 6, 5, 4, 3, 2, 1, 0), Vector256.Create(0, 0, 0, 0, -1, -1, -1, -1));
        return SortQuarters(eight);
    }

    /// <summary>Sorts sixteen: the first half holds the less ones afterwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<uint> Less, Vector256<uint> More) Sort(Vector256<uint> one, Vector256<uint> other)
    {
        one = Sort(one);
        other = Vector256.Shuffle(Sort(other), Vector256.Create(7u, 6, 5, 4, 3, 2, 1, 0));
        return (SortHalves(Vector256.Min(one, other)), SortHalves(Vector256.Max(one, other)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> SortHalves(Vector256<uint> eight) =>
        SortQuarters(Step(eight, Vector256.Create(4u, 5, 6, 7, 0, 1, 2, 3), Vector256.Create(0, 0, 0, 0, -1, -1, -1, -1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> SortQuarters(Vector256<uint> eight)
    {
        eight = Step(eight, Vector256.Create(2u, 3, 0, 1, 6, 7, 4, 5), Vector256.Create(0, 0, -1, -1, 0, 0, -1, -1));
        return Step(eight, Vector256.Create(1u, 0, 3, 2, 5, 4, 7, 6), Vector256.Create(0, -1, 0, -1, 0, -1, 0, -1));
    }

    /// <summary>Compares each number with the one at another place; where it is told, the larger one of both stays, elsewhere the smaller one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Step(Vector256<uint> numbers, Vector256<uint> with, Vector256<int> larger)
    {
        Vector256<uint> others = Vector256.Shuffle(numbers, with);
        return Vector256.ConditionalSelect(larger.AsUInt32(), Vector256.Max(numbers, others), Vector256.Min(numbers, others));
    }
}
