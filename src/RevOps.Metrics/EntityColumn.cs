namespace RevOps.Metrics;

/// <summary>A column that says whose row it is.</summary>
/// <inheritdoc/>
public abstract record EntityColumn(Relation Relation, string Name) : Column(Relation, Name);

/// <summary>A column of one relation that says whose row it is.</summary>
/// <typeparam name="TRelation">The relation.</typeparam>
public sealed record EntityColumn<TRelation> : EntityColumn
    where TRelation : IRelation
{
    internal EntityColumn(string name)
        : base(TRelation.Relation, name)
    {
    }
}
