namespace RevOps.Metrics;

/// <summary>The only thing an engine computes: a whole number (or a histogram of whole numbers) over the rows dated in a window.</summary>
/// <remarks>Three shapes carry the whole catalogue: sums, histograms of days, and what entities have at the window's edges.</remarks>
/// <param name="Name">A short name, for explanations.</param>
/// <param name="Date">The date by which a row falls into a window.</param>
public abstract record Measure(string Name, DateColumn Date)
{
    /// <summary>The conditions a row must meet, all of them.</summary>
    public ValueList<Condition> Where { get; init; } = [];

    /// <summary>The relation it sums over.</summary>
    public Relation Relation => Date.Relation;

    /// <summary>True when its numbers are amounts, in hundredths of the reporting currency's minor unit.</summary>
    public virtual bool IsAmount => false;

    /// <summary>The same measure over the rows that meet a further condition.</summary>
    internal Measure With(params ReadOnlySpan<Condition> conditions) => this with { Where = [.. Where, .. conditions] };

    /// <summary>The same measure over the rows that meet further conditions on its relation.</summary>
    internal Measure With<TRelation>(ReadOnlySpan<Condition<TRelation>> conditions)
        where TRelation : IRelation => With(Condition<TRelation>.Untype(conditions));

    /// <summary>Its name.</summary>
    public sealed override string ToString() => Name;
}

/// <summary>The sum of a column; rows without a number count as nothing.</summary>
/// <param name="Name">A short name, for explanations.</param>
/// <param name="Column">What is summed.</param>
/// <param name="Date">The date by which a row falls into a window.</param>
public sealed record SumMeasure(string Name, ValueColumn Column, DateColumn Date) : Measure(Name, Date)
{
    /// <inheritdoc/>
    public override bool IsAmount => Column.IsAmount;
}

/// <summary>The number of rows, or of those that have a number in one column.</summary>
/// <param name="Name">A short name, for explanations.</param>
/// <param name="Date">The date by which a row falls into a window.</param>
/// <param name="Of">The column in which a row must have a number; null counts all rows.</param>
public sealed record CountMeasure(string Name, DateColumn Date, ValueColumn? Of = null) : Measure(Name, Date);

/// <summary>How many rows there are of each number of days, from which exact percentiles follow.</summary>
/// <param name="Name">A short name, for explanations.</param>
/// <param name="Days">The days; rows without a number are left out.</param>
/// <param name="Date">The date by which a row falls into a window.</param>
public sealed record HistogramMeasure(string Name, ValueColumn Days, DateColumn Date) : Measure(Name, Date);

/// <summary>A count of entities, or a sum of their balances, by a rule on what each had before the window and has at its end.</summary>
/// <remarks>A rule looks at an entity as a whole, wherever its rows are, and then puts it into one cell; <see cref="EntityRule"/> says which.</remarks>
/// <param name="Name">A short name, for explanations.</param>
/// <param name="Entity">Whose balance it is.</param>
/// <param name="Balance">The column whose running sum is the balance.</param>
/// <param name="Date">The date of a row.</param>
/// <param name="Rule">Which entities count, and with what.</param>
public sealed record EntityMeasure(string Name, EntityColumn Entity, ValueColumn Balance, DateColumn Date, EntityRule Rule) : Measure(Name, Date)
{
    /// <summary>The conditions that a row within the window must meet to change the amount at its end; those before it all count.</summary>
    /// <remarks>
    /// So retention leaves out what exchange rates did. They never decide whether an entity is still there: that is its whole balance.
    /// </remarks>
    public ValueList<Condition> WithinWhere { get; init; } = [];

    /// <inheritdoc/>
    public override bool IsAmount => Rule.TellsAmount && Balance.IsAmount;
}

/// <summary>The largest balances of entities at the end of the window, of each at most one in a cell.</summary>
/// <param name="Name">A short name, for explanations.</param>
/// <param name="Entity">Whose balance it is.</param>
/// <param name="Balance">The column whose running sum is the balance.</param>
/// <param name="Date">The date of a row.</param>
/// <param name="Count">How many of them.</param>
public sealed record TopMeasure(string Name, EntityColumn Entity, ValueColumn Balance, DateColumn Date, int Count) : Measure(Name, Date)
{
    /// <inheritdoc/>
    public override bool IsAmount => Balance.IsAmount;
}
