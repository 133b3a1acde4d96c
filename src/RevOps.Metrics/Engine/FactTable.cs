namespace RevOps.Metrics;

/// <summary>The rows of one relation in columns: day numbers, whole numbers and codes.</summary>
/// <remarks>A day is its number of days since 1970-01-01; an unknown day is <see cref="NoDay"/> and an unknown number <see cref="NoValue"/>.</remarks>
internal sealed class FactTable(int rows)
{
    /// <summary>An unknown day: such a row falls into no window.</summary>
    public const int NoDay = int.MaxValue;

    /// <summary>The day of rows that were there before all days.</summary>
    public const int SinceEver = int.MinValue;

    /// <summary>An unknown number.</summary>
    public const long NoValue = long.MinValue;

    private readonly Dictionary<string, int[]> _days = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long[]> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int[] Codes, NameList Names)> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int[] Entities, int[]? Order)> _entities = new(StringComparer.Ordinal);

    /// <summary>The number of rows.</summary>
    public int Rows => rows;

    public int[] this[DateColumn column] => _days[column.Name];

    public long[] this[ValueColumn column] => _values[column.Name];

    public (int[] Codes, NameList Names) this[CodeColumn column] => _codes[column.Name];

    /// <summary>The number of each row's entity.</summary>
    public int[] this[EntityColumn column] => _entities[column.Name].Entities;

    /// <summary>The order in which rows stand together by entity, each entity's by day; null where they stand so as they are.</summary>
    public int[]? OrderBy(EntityColumn column) => _entities[column.Name].Order;

    public void Add(DateColumn column, int[] days) => _days.Add(column.Name, days);

    public void Add(ValueColumn column, long[] values) => _values.Add(column.Name, values);

    public void Add(CodeColumn column, int[] codes, NameList names) => _codes.Add(column.Name, (codes, names));

    /// <summary>Adds an entity column by which the rows stand together, in the order of days.</summary>
    public void Add(EntityColumn column, int[] entities) => _entities.Add(column.Name, (entities, null));

    /// <summary>Adds an entity column whose entities' rows stand between each other's.</summary>
    public void Add(EntityColumn column, int[] entities, DateColumn date)
    {
        int[] days = this[date];
        _entities.Add(column.Name, (entities, [.. Enumerable.Range(0, entities.Length).OrderBy(row => entities[row]).ThenBy(row => days[row])]));
    }

    /// <summary>Adds a code column of names taken from the records that the rows were made of.</summary>
    public void AddNames<T>(CodeColumn column, IReadOnlyList<T> records, Func<T, string?> name)
    {
        NameList names = new();
        int[] codes = new int[records.Count];
        for (int i = 0; i < codes.Length; i++) codes[i] = names.CodeOf(name(records[i]));
        Add(column, codes, names);
    }
}
