using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>One row of a relation, as a dictionary from column to value. A column that is not in it has no value.</summary>
internal sealed class NaiveRow : Dictionary<Column, object>
{
    /// <summary>Sets a value, unless it is missing.</summary>
    public NaiveRow With(Column column, object? value)
    {
        if (value is not null and not "") this[column] = value;
        return this;
    }

    /// <summary>The values of the dimensions.</summary>
    public Cell CellBy(ValueList<Dimension> dimensions, Relation relation) =>
        new([.. dimensions.Select(dimension => ValueOf(dimension, relation))]);

    public bool IsTakenBy(ValueList<DimensionFilter> filters, Relation relation) =>
        filters.All(filter => filter.Values.Contains(ValueOf(filter.Dimension, relation)));

    public bool Meets(Condition condition) => condition switch
    {
        CodeIn(var column, var names) => Name(column) is { } name && names.Contains(name),
        ValueBetween(var column, var least, var most) => Number(column) is { } number && least <= number && number <= most,
        DayIs(var column, var day) => Day(column) == day,
        DayIn(var column, var window) => Day(column) is { } day && (window.From is not { } first || first <= day) && day < window.To,
        DayIsKnown(var column) => Day(column) is not null,
        _ => throw new NotSupportedException(),
    };

    public string? Name(CodeColumn column) => (string?)this.GetValueOrDefault(column);

    public long? Number(ValueColumn column) => (long?)this.GetValueOrDefault(column);

    public LocalDate? Day(DateColumn column) => (LocalDate?)this.GetValueOrDefault(column);

    private string? ValueOf(Dimension dimension, Relation relation) => dimension.ValueOf(Name(dimension.ColumnIn(relation)!));
}
