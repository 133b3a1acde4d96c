namespace RevOps.Metrics;

/// <summary>A typed column of a <see cref="RevOps.Metrics.Relation"/>; what measures, conditions and dimensions are made of.</summary>
/// <param name="Relation">The relation it belongs to.</param>
/// <param name="Name">Its name, unique in the relation.</param>
public abstract record Column(Relation Relation, string Name)
{
    // Columns are looked up for every row and condition.
    private readonly int _hash = HashCode.Combine(Relation, Name);

    /// <summary>The same relation and name.</summary>
    public virtual bool Equals(Column? other) => other is not null && EqualityContract == other.EqualityContract && Relation == other.Relation && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>"Deals.closed_on".</summary>
    public sealed override string ToString() => $"{Relation}.{Name}";
}
