namespace RevOps.Metrics;

/// <summary>Which rows are each entity's: they stand together, as the table has them or in an order of their own, each entity's by day.</summary>
internal sealed class EntityRows
{
    private readonly int[]? _order;
    private readonly Lazy<int[]> _starts;

    /// <param name="entities">The number of each row's entity.</param>
    /// <param name="order">The order in which rows stand together by entity; null where they stand so as they are.</param>
    public EntityRows(int[] entities, int[]? order)
    {
        Of = entities;
        _order = order;
        _starts = new(() => StartsOf(entities, order));
    }

    /// <summary>The number of each row's entity.</summary>
    public int[] Of { get; }

    /// <summary>How many entities have rows.</summary>
    public int Count => Starts.Length - 1;

    /// <summary>The place at which the rows of each entity begin, and after the last one where all end.</summary>
    public int[] Starts => _starts.Value;

    /// <summary>The row at a place of the order.</summary>
    public int this[int place] => _order is null ? place : _order[place];

    private static int[] StartsOf(int[] entities, int[]? order)
    {
        List<int> starts = [];
        int last = -1;
        for (int place = 0; place < entities.Length; place++)
        {
            int entity = entities[order is null ? place : order[place]];
            if (place == 0 || entity != last) starts.Add(place);
            last = entity;
        }

        return [.. starts, entities.Length];
    }
}
