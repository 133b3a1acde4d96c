namespace RevOps.Metrics;

/// <summary>A column of names from a list, such as a plan, an owner or a kind of movement; a name may be missing.</summary>
/// <inheritdoc/>
public abstract record CodeColumn(Relation Relation, string Name) : Column(Relation, Name);

/// <summary>A column of names of one relation.</summary>
/// <typeparam name="TRelation">The relation.</typeparam>
public sealed record CodeColumn<TRelation> : CodeColumn
    where TRelation : IRelation
{
    internal CodeColumn(string name)
        : base(TRelation.Relation, name)
    {
    }

    /// <summary>Rows whose name is one of these.</summary>
    public Condition<TRelation> Is(params ReadOnlySpan<string> names) => new(Condition.In(this, names));

    /// <summary>Rows that have a name.</summary>
    public Condition<TRelation> IsKnown() => new(new CodeIsKnown(this));
}
