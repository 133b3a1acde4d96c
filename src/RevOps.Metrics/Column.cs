namespace RevOps.Metrics;

/// <summary>A typed column of a <see cref="RevOps.Metrics.Relation"/>; what measures, conditions and dimensions are made of.</summary>
/// <param name="Relation">The relation it belongs to.</param>
/// <param name="Name">Its name, unique in the relation.</param>
public abstract record Column(Relation Relation, string Name)
{
    /// <summary>"Deals.closed_on".</summary>
    public sealed override string ToString() => $"{Relation}.{Name}";
}
