using System.Numerics;

namespace RevOps.Metrics;

/// <summary>The movements of the customers that went the general way, to be put where they stand among the others.</summary>
internal sealed class GeneralLedger
{
    private readonly List<Movement> _movements;

    /// <summary>Where the movements of each customer start; empty where there are none.</summary>
    private readonly int[] _first;

    /// <summary>Movements by customer, in the order of their numbers.</summary>
    /// <param name="movements">The movements.</param>
    /// <param name="customers">How many customers there are.</param>
    public GeneralLedger(List<Movement> movements, int customers)
    {
        _movements = movements;
        _first = movements.Count == 0 ? [] : new int[customers + 1];
        if (_first.Length == 0) return;
        foreach (Movement movement in movements)
        {
            _first[movement.Entity + 1]++;
            Scale = Scale.And(movement.Day);
            HasSmallAmounts &= movement.Amount is >= int.MinValue and <= int.MaxValue;
        }

        for (int i = 0; i < customers; i++) _first[i + 1] += _first[i];
    }

    /// <summary>The first and the last day of any movement.</summary>
    public PlainScale Scale { get; } = PlainScale.None;

    /// <summary>True where four bytes are enough for each amount.</summary>
    public bool HasSmallAmounts { get; } = true;

    /// <summary>A movement by the complement of its number, which is how rows name their source.</summary>
    public Movement this[int source] => _movements[~source];

    /// <summary>All movements.</summary>
    public IReadOnlyList<Movement> Movements => _movements;

    /// <summary>Adds the rows of a customer.</summary>
    /// <param name="customer">Its number.</param>
    /// <param name="rows">Where they go.</param>
    /// <param name="before">The day from which the rows count their days.</param>
    public void Post<TDay, TAmount>(int customer, LedgerRows<TDay, TAmount> rows, int before)
        where TDay : struct, IBinaryInteger<TDay>
        where TAmount : struct, IBinaryInteger<TAmount>
    {
        if (_first.Length == 0) return;
        (int first, int end) = (_first[customer], _first[customer + 1]);
        rows.Reserve(end - first);
        for (int i = first; i < end; i++)
        {
            Movement movement = _movements[i];
            rows.Begin(movement.Version);
            rows.Add(
                movement.Day - before, ~i, movement.Amount,
                new RowKind(movement.Kind, new RowTraits(movement.Cause, movement.CustomerChange, movement.SubscriptionChange)));
        }
    }
}
