namespace RevOps.Metrics;

/// <summary>A typed column of a <see cref="RevOps.Metrics.Relation"/>; what measures, conditions and dimensions are made of.</summary>
/// <param name="Relation">The relation it belongs to.</param>
/// <param name="Name">Its name, unique in the relation.</param>
public abstract record Column(Relation Relation, string Name)
{
    /// <summary>"Deals.closed_on".</summary>
    public sealed override string ToString() => $"{Relation}.{Name}";
}

/// <summary>A column of days, some of which may be unknown.</summary>
/// <inheritdoc/>
public sealed record DateColumn(Relation Relation, string Name) : Column(Relation, Name);

/// <summary>A column of whole numbers that can be summed: amounts in units of the reporting currency, counts or days.</summary>
/// <param name="Relation">The relation it belongs to.</param>
/// <param name="Name">Its name, unique in the relation.</param>
/// <param name="IsAmount">True for amounts, whose numbers are hundredths of the reporting currency's minor unit.</param>
public sealed record ValueColumn(Relation Relation, string Name, bool IsAmount = false) : Column(Relation, Name);

/// <summary>A column of names from a list, such as a plan, an owner or a kind of movement; a name may be missing.</summary>
/// <inheritdoc/>
public sealed record CodeColumn(Relation Relation, string Name) : Column(Relation, Name);

/// <summary>A column that says whose row it is.</summary>
/// <inheritdoc/>
public sealed record EntityColumn(Relation Relation, string Name) : Column(Relation, Name);
