namespace RevOps.Metrics;

/// <summary>Which rows are each entity's: they stand together, as the table has them or in an order of their own, each entity's by day.</summary>
internal sealed class EntityRows
{
    private readonly int[]? _order;
    private readonly int[] _starts;

    /// <param name="entities">The number of each row's entity.</param>
    /// <param name="order">The order in which rows stand together by entity; null where they stand so as they are.</param>
    public EntityRows(int[] entities, int[]? order)
    {
        (Entities, _order) = (entities, order);
        List<int> starts = [];
        int last = -1;
        for (int place = 0; place < entities.Length; place++)
        {
            int entity = entities[this[place]];
            if (place == 0 || entity != last) starts.Add(place);
            last = entity;
        }

        _starts = [.. starts, entities.Length];
    }

    /// <summary>The number of each row's entity.</summary>
    public int[] Entities { get; }

    /// <summary>How many entities have rows.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>The row at a place of the order.</summary>
    public int this[int place] => _order is null ? place : _order[place];

    /// <summary>The places of an entity's rows, from the first to the one after the last.</summary>
    public (int Start, int End) Of(int entity) => (_starts[entity], _starts[entity + 1]);
}
