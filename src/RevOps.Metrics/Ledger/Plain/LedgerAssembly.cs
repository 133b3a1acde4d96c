using System.Numerics;

namespace RevOps.Metrics;

/// <summary>Puts the rows of blocks into the ledger, each block's behind those of the blocks before it, while later ones are posted.</summary>
/// <remarks>
/// A block's rows are written to memory once, from the cache of whoever posted it. Those that are ready before an earlier block wait, and whoever
/// ends that one writes them. How many rows there will be is not known before: where there was too little room, what is beyond it is added at the end.
/// </remarks>
/// <param name="blocks">How many blocks there are.</param>
/// <param name="room">For how many rows to make room.</param>
/// <param name="versions">For how many runs of one version.</param>
internal sealed class LedgerAssembly<TDay, TAmount>(int blocks, int room, int versions)
    where TDay : struct, IBinaryInteger<TDay>
    where TAmount : struct, IBinaryInteger<TAmount>
{
    private readonly Lock _lock = new();
    private readonly LedgerRows<TDay, TAmount>?[] _waiting = new LedgerRows<TDay, TAmount>?[blocks];
    private readonly Stack<LedgerRows<TDay, TAmount>> _free = [];
    private readonly List<LedgerRows<TDay, TAmount>> _beyond = [];
    private readonly LedgerColumns<TDay, TAmount> _ledger = new(room, new VersionRuns(versions));
    private int _next, _rows;

    /// <summary>Empty rows for a block.</summary>
    public LedgerRows<TDay, TAmount> Rent()
    {
        lock (_lock) return _free.TryPop(out LedgerRows<TDay, TAmount>? rows) ? rows : new LedgerRows<TDay, TAmount>();
    }

    /// <summary>Puts the rows of a block where they belong, with those of later blocks that waited for it.</summary>
    public void Put(int block, LedgerRows<TDay, TAmount> rows)
    {
        List<(LedgerRows<TDay, TAmount> Rows, int Place)> ready = [];
        lock (_lock)
        {
            _waiting[block] = rows;
            while (_next < blocks && _waiting[_next] is { } next)
            {
                _waiting[_next++] = null;
                _ledger.Versions.Append(next.Versions, next.Count);
                // Once there is no room for a block, there is none for any that follows.
                if (_rows + (long)next.Count > room || _beyond.Count > 0) _beyond.Add(next);
                else ready.Add((next, _rows));
                if (_beyond.Count == 0) _rows += next.Count;
            }
        }

        foreach ((LedgerRows<TDay, TAmount> some, int place) in ready)
        {
            some.CopyTo(_ledger, place);
            some.Clear();
            lock (_lock) _free.Push(some);
        }
    }

    /// <summary>The whole ledger; to be called after all blocks were put.</summary>
    public LedgerColumns<TDay, TAmount> End()
    {
        LedgerColumns<TDay, TAmount> whole = _ledger.WithRoom(_rows, _ledger.Rows);
        foreach (LedgerRows<TDay, TAmount> rows in _beyond)
        {
            rows.CopyTo(whole, _rows);
            _rows += rows.Count;
        }

        return whole;
    }
}
