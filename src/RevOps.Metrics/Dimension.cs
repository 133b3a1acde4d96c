namespace RevOps.Metrics;

/// <summary>A way to group or restrict rows: a name, with at most one column in each relation.</summary>
/// <remarks>A dimension only groups rows; it never changes what a row is. The standard ones are in <see cref="Dimensions"/>.</remarks>
public sealed class Dimension : IEquatable<Dimension>
{
    private readonly Func<string, string?>? _map;
    private readonly object? _mapKey;
    private readonly CodeColumn[] _columns;

    internal Dimension(string name, params CodeColumn[] columns)
        : this(name, isSinglePerEntity: false, columns)
    {
    }

    private Dimension(string name, bool isSinglePerEntity, CodeColumn[] columns, Func<string, string?>? map = null, object? mapKey = null)
    {
        Name = name;
        _map = map;
        _mapKey = mapKey;
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

    /// <summary>Its columns, one of a relation at most.</summary>
    internal IReadOnlyList<CodeColumn> Columns => _columns;

    /// <summary>Its column in a relation; null when the relation has no path to it.</summary>
    public CodeColumn? ColumnIn(Relation relation) => Array.Find(_columns, column => column.Relation == relation);

    /// <summary>A coarser dimension, each of whose values stands for several of this one: owners to regions, products to product lines.</summary>
    /// <param name="name">The new dimension's name.</param>
    /// <param name="map">For each value of this dimension the new one; a value not in it has none.</param>
    public Dimension MappedTo(string name, IReadOnlyDictionary<string, string> map)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(map);
        return MappedBy(name, value => map.GetValueOrDefault(value), map);
    }

    /// <summary>A coarser dimension by a function.</summary>
    /// <param name="name">The new dimension's name.</param>
    /// <param name="map">The new value of each of this dimension's.</param>
    /// <param name="key">What the function stands for: dimensions of one name and equal keys are equal, as functions cannot be compared.</param>
    internal Dimension MappedBy(string name, Func<string, string?> map, object key) => _map is not { } first
        ? new Dimension(name, IsSinglePerEntity, _columns, map, key) { Attribute = Attribute }
        : new Dimension(name, IsSinglePerEntity, _columns, value => first(value) is { } middle ? map(middle) : null, (_mapKey, key)) { Attribute = Attribute };

    /// <summary>The value of a row whose column holds <paramref name="columnValue"/>.</summary>
    internal string? ValueOf(string? columnValue) =>
        _map is null || columnValue is null ? columnValue : _map(columnValue);

    /// <summary>A dimension of which a customer has one value at a time.</summary>
    internal static Dimension OfCustomer(string name, params CodeColumn[] columns) => new(name, isSinglePerEntity: true, columns);

    /// <summary>An attribute of the customer, in some relations told by a column of their own.</summary>
    internal static Dimension OfCustomerAttribute(string attribute, params CodeColumn[] others) =>
        new(attribute, isSinglePerEntity: true,
        [
            .. others,
            Movements.CustomerAttribute(attribute), RevenueStates.CustomerAttribute(attribute), Deals.CustomerAttribute(attribute),
            PipelineMovements.CustomerAttribute(attribute), StageVisits.CustomerAttribute(attribute), ExpectedCloses.CustomerAttribute(attribute),
            DealCredits.CustomerAttribute(attribute), Renewals.CustomerAttribute(attribute),
            Credits.CustomerAttribute(attribute), Invoiced.CustomerAttribute(attribute), Payments.CustomerAttribute(attribute),
            Tickets.CustomerAttribute(attribute), Leads.CustomerAttribute(attribute),
        ])
        { Attribute = attribute };

    /// <inheritdoc/>
    public bool Equals(Dimension? other) =>
        other is not null && Name == other.Name && Equals(_mapKey, other._mapKey) && _columns.AsSpan().SequenceEqual(other._columns);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Dimension);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
