using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>The rows of one relation in columns: day numbers, whole numbers and codes.</summary>
/// <remarks>
/// A day is its number of days since 1970-01-01; an unknown day is <see cref="NoDay"/> and an unknown number <see cref="NoValue"/>. A column that is
/// given by how it is made is made when first read: most questions read few of the columns.
/// </remarks>
internal sealed class FactTable(int rows)
{
    /// <summary>An unknown day: such a row falls into no window.</summary>
    public const int NoDay = int.MaxValue;

    /// <summary>The day of rows that were there before all days.</summary>
    public const int SinceEver = int.MinValue;

    /// <summary>An unknown number.</summary>
    public const long NoValue = long.MinValue;

    /// <summary>Stands for codes where there are none: all rows are in one cell, or have one name.</summary>
    private static readonly Codes AllAlike = new(Array.Empty<byte>());

    private readonly Dictionary<string, Lazy<DayNumbers>> _days = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lazy<WholeNumbers>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lazy<(Codes Codes, NameList Names)>> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lazy<EntityRows>> _entities = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(string Entity, string Balance, ValueList<Condition> Where), Lazy<BalanceTurns>> _turns = new();

    private readonly ConditionalWeakTable<Codes, ConditionalWeakTable<Codes, ConcurrentDictionary<string, Lazy<RowClusters>>>> _clusters = [];

    /// <summary>The number of rows.</summary>
    public int Rows => rows;

    public DayNumbers this[DateColumn column] => _days[column.Name].Value;

    public WholeNumbers this[ValueColumn column] => _values[column.Name].Value;

    public (Codes Codes, NameList Names) this[CodeColumn column] => _codes[column.Name].Value;

    /// <summary>When the balance of each entity comes above zero, and when it no longer is.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="balance">The changes of its balance.</param>
    /// <param name="where">The conditions that a row must meet to change it.</param>
    public BalanceTurns TurnsOf(EntityColumn entity, ValueColumn balance, ValueList<Condition> where) =>
        _turns.GetOrAdd((entity.Name, balance.Name, where), _ => new Lazy<BalanceTurns>(() => new BalanceTurns(this[entity], this[balance], new RowFilter(this, where)))).Value;

    /// <summary>The rows in clusters by the codes of their places, and in each in the order of a column of narrow days; kept for as long as the codes are.</summary>
    /// <remarks>Which cells are left out follows from the codes, as long as the places are those of all cells.</remarks>
    public RowClusters ClustersOf(SumPlaces places, DateColumn date, KernelOptions options) => _clusters
        .GetOrCreateValue(places.Cells ?? AllAlike)
        .GetOrCreateValue(places.Names ?? AllAlike)
        .GetOrAdd(date.Name, _ => new Lazy<RowClusters>(() => new RowClusters(places, this[date], rows, options))).Value;

    /// <summary>The rows of each entity.</summary>
    public EntityRows this[EntityColumn column] => _entities[column.Name].Value;

    public void Add(DateColumn column, int[] days) => Add(column, () => DayNumbers.Of(days));

    public void Add(DateColumn column, Func<DayNumbers> days) => _days.Add(column.Name, new(days));

    public void Add(DateColumn column, DayNumbers days) => _days.Add(column.Name, new(days));

    public void Add(ValueColumn column, WholeNumbers values) => _values.Add(column.Name, new(values));

    public void Add(ValueColumn column, long[] values) => Add(column, () => values);

    public void Add(ValueColumn column, Func<long[]> values) => Add(column, () => WholeNumbers.Of(values()));

    public void Add(ValueColumn column, Func<WholeNumbers> values) => _values.Add(column.Name, new(values));

    public void Add(CodeColumn column, int[] codes, NameList names) => Add(column, () => (codes, names));

    public void Add(CodeColumn column, Func<(int[] Codes, NameList Names)> codes) => _codes.Add(column.Name, new(() =>
    {
        (int[] all, NameList names) = codes();
        return (Codes.Of(all, names.Count), names);
    }));

    public void Add(CodeColumn column, Func<Codes> codes, NameList names) => Add(column, () => (codes(), names));

    public void Add(CodeColumn column, Func<(Codes Codes, NameList Names)> codes) => _codes.Add(column.Name, new(codes));

    /// <summary>Adds an entity column by which the rows stand together, in the order of days.</summary>
    public void Add(EntityColumn column, int[] entities) => Add(column, () => entities);

    /// <inheritdoc cref="Add(EntityColumn, int[])"/>
    public void Add(EntityColumn column, Func<int[]> entities) => _entities.Add(column.Name, new(() => new EntityRows(entities(), null)));

    /// <summary>Adds an entity column whose entities' rows stand between each other's.</summary>
    public void Add(EntityColumn column, int[] entities, DateColumn date) => Add(column, () => entities, date);

    /// <inheritdoc cref="Add(EntityColumn, int[], DateColumn)"/>
    public void Add(EntityColumn column, Func<int[]> entities, DateColumn date) => _entities.Add(column.Name, new(() =>
    {
        int[] entityOf = entities();
        DayNumbers days = this[date];
        return new EntityRows(entityOf, [.. Enumerable.Range(0, entityOf.Length).OrderBy(row => entityOf[row]).ThenBy(row => days[row])]);
    }));

    /// <summary>Adds a code column of names taken from the records that the rows were made of.</summary>
    public void AddNames<T>(CodeColumn column, IReadOnlyList<T> records, Func<T, string?> name)
    {
        NameList names = new();
        int[] codes = new int[records.Count];
        for (int i = 0; i < codes.Length; i++) codes[i] = names.CodeOf(name(records[i]));
        Add(column, codes, names);
    }
}
