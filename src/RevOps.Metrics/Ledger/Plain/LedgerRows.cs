using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RevOps.Metrics;

/// <summary>The rows of a block of customers, in columns that grow; whose a row is follows from the version it is posted under.</summary>
/// <typeparam name="TDay">What a day is held in.</typeparam>
/// <typeparam name="TAmount">What an amount is held in.</typeparam>
internal sealed class LedgerRows<TDay, TAmount>
    where TDay : struct, IBinaryInteger<TDay>
    where TAmount : struct, IBinaryInteger<TAmount>
{
    private TDay[] _days = [];
    private int[] _sources = [];
    private TAmount[] _amounts = [];
    private byte[] _kinds = [], _traits = [];
    private int _room;

    /// <summary>How many rows there are.</summary>
    public int Count { get; set; }

    /// <summary>The versions of the customers' attributes that the rows are posted under.</summary>
    public VersionRuns Versions { get; } = new(0);

    /// <summary>Forgets all rows; their room is kept.</summary>
    public void Clear()
    {
        Count = 0;
        Versions.Clear();
    }

    /// <summary>The rows that follow are posted under a version of the customer's attributes.</summary>
    public void Begin(int version) => Versions.Begin(Count, version);

    /// <summary>Makes room for so many more.</summary>
    public void Reserve(int rows)
    {
        int least = Count + rows;
        if (least <= _room) return;
        _room = (int)Math.Min(Array.MaxLength, Math.Max(least, 2L * _room));
        Grow(ref _days);
        Grow(ref _sources);
        Grow(ref _amounts);
        Grow(ref _kinds);
        Grow(ref _traits);
    }

    /// <summary>Adds a row, for which there must be room.</summary>
    /// <param name="day">The day, by its distance.</param>
    /// <param name="source">The number of the subscription; of a row made the general way, the complement of its number among those.</param>
    /// <param name="amount">The change of the amount.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="isThere">False for a row that the next one is written over, so that nothing need be decided.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int day, int source, long amount, RowKind kind, bool isThere = true)
    {
        Writer writer = new(this);
        writer.Add(day, source, amount, kind, isThere);
        Count = writer.Count;
    }

    /// <summary>Copies the rows to their places in the whole ledger.</summary>
    public void CopyTo(LedgerColumns<TDay, TAmount> ledger, int place)
    {
        _days.AsSpan(0, Count).CopyTo(ledger.Days.AsSpan(place));
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

    /// <summary>Adds many rows and knows where each column is, so that it need not be looked up for each row. How many there are afterwards is to be told to the rows.</summary>
    public ref struct Writer(LedgerRows<TDay, TAmount> rows)
    {
        private readonly ref TDay _days = ref MemoryMarshal.GetArrayDataReference(rows._days);
        private readonly ref int _sources = ref MemoryMarshal.GetArrayDataReference(rows._sources);
        private readonly ref TAmount _amounts = ref MemoryMarshal.GetArrayDataReference(rows._amounts);
        private readonly ref byte _kinds = ref MemoryMarshal.GetArrayDataReference(rows._kinds), _traits = ref MemoryMarshal.GetArrayDataReference(rows._traits);
        private readonly int _room = rows._room;
        private nint _row = rows.Count;

        /// <summary>How many rows there are.</summary>
        public int Count
        {
            readonly get => unchecked((int)_row);
            set => _row = value;
        }

        /// <inheritdoc cref="LedgerRows{TDay, TAmount}.Add"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(int day, int source, long amount, RowKind kind, bool isThere = true)
        {
            Debug.Assert(_row < _room, "No room was made for the row.");
            Unsafe.Add(ref _days, _row) = TDay.CreateTruncating(day);
            Unsafe.Add(ref _sources, _row) = source;
            Unsafe.Add(ref _amounts, _row) = TAmount.CreateTruncating(amount);
            Unsafe.Add(ref _kinds, _row) = kind.Code;
            Unsafe.Add(ref _traits, _row) = kind.Traits.Packed;
            _row = unchecked(_row + (isThere ? 1 : 0));
        }

        /// <summary>Adds rows of two bytes a day and four an amount. Eight are written, of which only the first count: there must be room for eight.</summary>
        /// <param name="what">Day, kind and traits of each, from the lowest byte on.</param>
        /// <param name="sources">The numbers of the subscriptions.</param>
        /// <param name="amounts">The changes of the amount.</param>
        /// <param name="count">How many rows there are.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void AddSeveral(Vector256<uint> what, Vector256<int> sources, Vector256<int> amounts, int count)
        {
            Debug.Assert(_row + 8 <= _room, "No room was made for eight rows.");
            // The four kinds, traits and days of each half, and then those of both together.
            Vector256<byte> parts = Vector256.Shuffle(what.AsByte(), Vector256.Create(
                (byte)2, 6, 10, 14, 3, 7, 11, 15, 0, 1, 4, 5, 8, 9, 12, 13, 18, 22, 26, 30, 19, 23, 27, 31, 16, 17, 20, 21, 24, 25, 28, 29));
            Vector256<uint> all = Vector256.Shuffle(parts.AsUInt32(), Vector256.Create(0u, 4, 1, 5, 2, 3, 6, 7));
            Unsafe.WriteUnaligned(ref Unsafe.As<TDay, byte>(ref Unsafe.Add(ref _days, _row)), all.GetUpper());
            Unsafe.WriteUnaligned(ref Unsafe.As<int, byte>(ref Unsafe.Add(ref _sources, _row)), sources);
            Unsafe.WriteUnaligned(ref Unsafe.As<TAmount, byte>(ref Unsafe.Add(ref _amounts, _row)), amounts);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref _kinds, _row), all.AsUInt64()[0]);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref _traits, _row), all.AsUInt64()[1]);
            _row = unchecked(_row + count);
        }
    }
}
