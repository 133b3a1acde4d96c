using System.Buffers;

namespace RevOps.Metrics;

/// <summary>The rows of the ledger that one thread makes, in columns that grow.</summary>
/// <remarks>Kind, cause and the two changes stand in one number (<see cref="RowTraits"/>). Whose row it is follows from the version.</remarks>
internal sealed class LedgerRows(int capacity) : IDisposable
{
    private int[] _days = Rent<int>(capacity), _versions = Rent<int>(capacity), _sources = Rent<int>(capacity);
    private long[] _amounts = Rent<long>(capacity);
    private ushort[] _traits = Rent<ushort>(capacity);

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first day of any row.</summary>
    public int LeastDay { get; private set; } = int.MaxValue;

    /// <summary>The last day of any row.</summary>
    public int LastDay { get; private set; } = int.MinValue;

    /// <summary>The least amount of any row.</summary>
    public long LeastAmount { get; private set; }

    /// <summary>The largest amount of any row.</summary>
    public long MostAmount { get; private set; }

    /// <summary>Makes room for so many more.</summary>
    public void Reserve(int rows)
    {
        int least = Count + rows;
        if (least <= _days.Length && least <= _amounts.Length && least <= _traits.Length) return;
        Grow(ref _days, least);
        Grow(ref _versions, least);
        Grow(ref _sources, least);
        Grow(ref _amounts, least);
        Grow(ref _traits, least);
    }

    /// <summary>Adds a row, for which there must be room.</summary>
    /// <param name="day">The day.</param>
    /// <param name="version">The version of the customer's attributes.</param>
    /// <param name="source">The number of the subscription; of a row made the general way, the complement of its number among those.</param>
    /// <param name="amount">The change of the amount.</param>
    /// <param name="traits">The rest.</param>
    public void Add(int day, int version, int source, long amount, RowTraits traits)
    {
        int row = Count++;
        (LeastDay, LastDay) = (Math.Min(LeastDay, day), Math.Max(LastDay, day));
        (LeastAmount, MostAmount) = (Math.Min(LeastAmount, amount), Math.Max(MostAmount, amount));
        _days[row] = day;
        _versions[row] = version;
        _sources[row] = source;
        _amounts[row] = amount;
        _traits[row] = traits.Packed;
    }

    /// <summary>Copies some rows to their places in the whole ledger, whose columns are as narrow as its rows allow.</summary>
    public void CopyTo(LedgerColumns ledger, int first, int count, int place)
    {
        _versions.AsSpan(first, count).CopyTo(ledger.Versions.AsSpan(place));
        _sources.AsSpan(first, count).CopyTo(ledger.Sources.AsSpan(place));
        _traits.AsSpan(first, count).CopyTo(ledger.Traits.AsSpan(place));
        ReadOnlySpan<int> days = _days.AsSpan(first, count);
        if (ledger.Distances is { } distances)
        {
            Span<ushort> narrow = distances.AsSpan(place, count);
            int before = ledger.LeastDay - 1;
            for (int row = 0; row < narrow.Length; row++) narrow[row] = (ushort)(days[row] - before);
        }
        else
        {
            days.CopyTo(ledger.Days.AsSpan(place));
        }

        ReadOnlySpan<long> amounts = _amounts.AsSpan(first, count);
        if (ledger.NarrowAmounts is { } small)
        {
            Span<int> narrow = small.AsSpan(place, count);
            for (int row = 0; row < narrow.Length; row++) narrow[row] = (int)amounts[row];
        }
        else
        {
            amounts.CopyTo(ledger.Amounts.AsSpan(place));
        }
    }

    public void Dispose()
    {
        Return(_days);
        Return(_versions);
        Return(_sources);
        Return(_amounts);
        Return(_traits);
    }

    private void Grow<T>(ref T[] column, int least)
    {
        if (least <= column.Length) return;
        T[] larger = Rent<T>((int)Math.Min(Array.MaxLength, Math.Max(least, 2L * column.Length)));
        column.AsSpan(0, Count).CopyTo(larger);
        Return(column);
        column = larger;
    }

    private static T[] Rent<T>(int capacity) => ArrayPool<T>.Shared.Rent(capacity);

    private static void Return<T>(T[] column) => ArrayPool<T>.Shared.Return(column);
}
