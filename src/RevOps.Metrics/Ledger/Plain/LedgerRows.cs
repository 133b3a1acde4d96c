using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>The rows of a block of customers, in columns that grow; whose a row is follows from the version.</summary>
/// <typeparam name="TDay">What a day is held in.</typeparam>
/// <typeparam name="TAmount">What an amount is held in.</typeparam>
internal sealed class LedgerRows<TDay, TAmount>
    where TDay : struct, IBinaryInteger<TDay>
    where TAmount : struct, IBinaryInteger<TAmount>
{
    private TDay[] _days = [];
    private int[] _versions = [], _sources = [];
    private TAmount[] _amounts = [];
    private byte[] _kinds = [], _traits = [];
    private int _room;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all rows; their room is kept.</summary>
    public void Clear() => Count = 0;

    /// <summary>Makes room for so many more.</summary>
    public void Reserve(int rows)
    {
        int least = Count + rows;
        if (least <= _room) return;
        _room = (int)Math.Min(Array.MaxLength, Math.Max(least, 2L * _room));
        Grow(ref _days);
        Grow(ref _versions);
        Grow(ref _sources);
        Grow(ref _amounts);
        Grow(ref _kinds);
        Grow(ref _traits);
    }

    /// <summary>Adds a row, for which there must be room.</summary>
    /// <param name="day">The day, by its distance.</param>
    /// <param name="version">The version of the customer's attributes.</param>
    /// <param name="source">The number of the subscription; of a row made the general way, the complement of its number among those.</param>
    /// <param name="amount">The change of the amount.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="isThere">False for a row that the next one is written over, so that nothing need be decided.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int day, int version, int source, long amount, RowKind kind, bool isThere = true)
    {
        int row = Count;
        _days.At(row) = TDay.CreateTruncating(day);
        _versions.At(row) = version;
        _sources.At(row) = source;
        _amounts.At(row) = TAmount.CreateTruncating(amount);
        _kinds.At(row) = kind.Code;
        _traits.At(row) = kind.Traits.Packed;
        Count = unchecked(row + (isThere ? 1 : 0));
    }

    /// <summary>Copies the rows to their places in the whole ledger.</summary>
    public void CopyTo(LedgerColumns<TDay, TAmount> ledger, int place)
    {
        _days.AsSpan(0, Count).CopyTo(ledger.Days.AsSpan(place));
        _versions.AsSpan(0, Count).CopyTo(ledger.Versions.AsSpan(place));
        _sources.AsSpan(0, Count).CopyTo(ledger.Sources.AsSpan(place));
        _amounts.AsSpan(0, Count).CopyTo(ledger.Amounts.AsSpan(place));
        _kinds.AsSpan(0, Count).CopyTo(ledger.Kinds.AsSpan(place));
        _traits.AsSpan(0, Count).CopyTo(ledger.Traits.AsSpan(place));
    }

    private void Grow<T>(ref T[] column)
    {
        T[] larger = GC.AllocateUninitializedArray<T>(_room);
        column.AsSpan(0, Count).CopyTo(larger);
        column = larger;
    }
}
