namespace RevOps.Metrics;

/// <summary>A way to group or restrict rows: a name, with at most one column in each relation.</summary>
/// <remarks>A dimension only groups rows; it never changes what a row is. The standard ones are in <see cref="Dimensions"/>.</remarks>
public sealed class Dimension : IEquatable<Dimension>
{
    private readonly IReadOnlyDictionary<string, string>? _map;
    private readonly CodeColumn[] _columns;

    internal Dimension(string name, params CodeColumn[] columns)
        : this(name, map: null, isSinglePerEntity: false, columns)
    {
    }

    private Dimension(string name, IReadOnlyDictionary<string, string>? map, bool isSinglePerEntity, CodeColumn[] columns)
    {
        Name = name;
        _map = map;
        IsSinglePerEntity = isSinglePerEntity;
        _columns = columns;
    }

    /// <summary>Its name, which makes it what it is.</summary>
    public string Name { get; }

    /// <summary>True when a customer has one value of it on a day, so that customers in its cells add up to all customers.</summary>
    public bool IsSinglePerEntity { get; }

    /// <summary>True when an entity of the ledger has one value of it on a day: where the entities are subscriptions, anything of theirs.</summary>
    internal bool IsSingleFor(LedgerPolicy ledger) => IsSinglePerEntity || (ledger.Grain == MovementGrain.Subscription && ColumnIn(Relation.Movements) is not null);

    /// <summary>The name of the customer attribute it stands for; null for others.</summary>
    internal string? Attribute { get; private init; }

    /// <summary>Its column in a relation; null when the relation has no path to it.</summary>
    public CodeColumn? ColumnIn(Relation relation) => Array.Find(_columns, column => column.Relation == relation);

    /// <summary>A coarser dimension, each of whose values stands for several of this one: owners to regions, products to product lines.</summary>
    /// <param name="name">The new dimension's name.</param>
    /// <param name="map">For each value of this dimension the new one; a value not in it has none.</param>
    public Dimension MappedTo(string name, IReadOnlyDictionary<string, string> map)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(map);
        if (_map is null) return new Dimension(name, map, IsSinglePerEntity, _columns) { Attribute = Attribute };
        Dictionary<string, string> through = [];
        foreach ((string value, string middle) in _map)
        {
            if (map.TryGetValue(middle, out string? end)) through[value] = end;
        }

        return new Dimension(name, through, IsSinglePerEntity, _columns) { Attribute = Attribute };
    }

    /// <summary>The value of a row whose column holds <paramref name="columnValue"/>.</summary>
    internal string? ValueOf(string? columnValue) =>
        _map is null || columnValue is null ? columnValue : _map.GetValueOrDefault(columnValue);

    internal static Dimension OfCustomerAttribute(string attribute, params CodeColumn[] more) =>
        new(attribute, map: null, isSinglePerEntity: true,
        [
            Movements.CustomerAttribute(attribute), Deals.CustomerAttribute(attribute), PipelineMovements.CustomerAttribute(attribute),
            Credits.CustomerAttribute(attribute), .. more,
        ])
        { Attribute = attribute };

    /// <inheritdoc/>
    public bool Equals(Dimension? other) =>
        other is not null && Name == other.Name && ReferenceEquals(_map, other._map) && _columns.AsSpan().SequenceEqual(other._columns);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Dimension);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
