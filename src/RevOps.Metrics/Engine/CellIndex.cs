using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>Which cell each row of a relation falls into: a dense number, or -1 for a row that the question leaves out.</summary>
/// <remarks>By one dimension and without a filter the cell follows from the row's code; only for more than that is it worked out row by row.</remarks>
internal sealed class CellIndex
{
    /// <summary>The most combinations of values for which each has a place in a table, whether it occurs or not.</summary>
    private const int MostPlaces = 1 << 20;

    /// <param name="codes">A code for each row; none where all rows are in one cell.</param>
    /// <param name="cellOfCode">The cell of each code.</param>
    /// <param name="cells">The cells by their numbers.</param>
    private CellIndex(Codes? codes, int[] cellOfCode, IReadOnlyList<Cell> cells) => (Codes, CellOfCode, Cells) = (codes, cellOfCode, cells);

    /// <summary>The entities that were asked for last, and whether all rows of each are in one cell: several measures ask for the same.</summary>
    private (EntityRows Entities, bool AreTogether)? _latest;

    /// <summary>A code for each row; null where all rows are in one cell.</summary>
    public Codes? Codes { get; }

    /// <summary>The cell of each code; -1 for rows that the question leaves out.</summary>
    public int[] CellOfCode { get; }

    /// <summary>The cells, some of which may have no row.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The cell of a row.</summary>
    public int this[int row] => Codes is null ? 0 : CellOfCode[Codes[row]];

    public static CellIndex Of(FactTable table, Relation relation, ValueList<Dimension> by, ValueList<DimensionFilter> where)
    {
        if (by.Count == 0 && where.Count == 0) return new CellIndex(null, [], [Cell.Total]);
        if (by.Count == 1 && where.Count == 0)
        {
            (Codes ofRow, int[] valueOf, Cell[] cells) = CellsBy(table, relation, by[0]);
            return new CellIndex(ofRow, valueOf, cells);
        }

        (int[] cellOf, IReadOnlyList<Cell> all) = RowByRow(table, relation, by);
        foreach (DimensionFilter filter in where)
        {
            (Codes codes, string?[] values) = Values(table, relation, filter.Dimension);
            bool[] taken = [.. values.Select(value => filter.Values.Contains(value, StringComparer.Ordinal))];
            for (int row = 0; row < cellOf.Length; row++)
            {
                if (!taken[codes[row]]) cellOf[row] = all.Count;
            }
        }

        // One code more, of the rows left out.
        return new CellIndex(Codes.Of(cellOf, all.Count + 1), [.. Enumerable.Range(0, all.Count), -1], all);
    }

    /// <summary>True where all rows of each entity are in one cell.</summary>
    public bool KeepTogether(EntityRows entities)
    {
        if (Codes is null) return true;
        if (_latest is var (asked, known) && ReferenceEquals(asked, entities)) return known;
        _latest = (entities, AreTogether(entities));
        return _latest.Value.AreTogether;
    }

    private bool AreTogether(EntityRows entities)
    {
        bool isApart = false;
        Split.Run(entities.Count, KernelOptions.Default.ThreadsFor(entities.Entities.Length), (first, end) =>
        {
            for (int entity = first; entity < end && !Volatile.Read(ref isApart); entity++)
            {
                (int start, int stop) = entities.Of(entity);
                int cell = this[entities[start]];
                for (int place = start + 1; place < stop; place++)
                {
                    if (this[entities[place]] != cell) Volatile.Write(ref isApart, true);
                }
            }
        });
        return !isApart;
    }

    /// <summary>The cells by several dimensions, in the order in which they first occur.</summary>
    private static (int[] CellOf, IReadOnlyList<Cell> Cells) RowByRow(FactTable table, Relation relation, ValueList<Dimension> by)
    {
        int[] cellOf = new int[table.Rows];
        List<Cell> cells = [Cell.Total];
        foreach (Dimension dimension in by)
        {
            (Codes codes, int[] valueOf, Cell[] values) = CellsBy(table, relation, dimension);
            List<Cell> split = [];
            PlaceTable places = new(cells.Count, values.Length);
            for (int row = 0; row < cellOf.Length; row++)
            {
                int value = valueOf[codes[row]];
                ref int place = ref places[cellOf[row], value];
                if (place == 0)
                {
                    split.Add(new Cell([.. cells[cellOf[row]].Values, .. values[value].Values]));
                    place = split.Count;
                }

                cellOf[row] = place - 1;
            }

            cells = split;
        }

        return (cellOf, cells);
    }

    /// <summary>The code of each row, the number of the dimension's value for each code, and the cell of each such number.</summary>
    private static (Codes Codes, int[] ValueOf, Cell[] Cells) CellsBy(FactTable table, Relation relation, Dimension dimension)
    {
        (Codes codes, string?[] values) = Values(table, relation, dimension);
        // One number for each different value: a mapped dimension gives several codes the same one.
        NameList numbers = new();
        int[] valueOf = [.. values.Select(numbers.CodeOf)];
        Cell[] cells = new Cell[numbers.Count];
        foreach ((int code, int number) in valueOf.Index()) cells[number] = Cell.Of(values[code]);
        cells[0] = Cell.Of((string?)null);
        return (codes, valueOf, cells);
    }

    /// <summary>The code of each row and the dimension's value for each code.</summary>
    private static (Codes Codes, string?[] Values) Values(FactTable table, Relation relation, Dimension dimension)
    {
        (Codes codes, NameList names) = table[dimension.ColumnIn(relation)!];
        string?[] values = new string?[names.Count];
        for (int i = 0; i < values.Length; i++) values[i] = dimension.ValueOf(names[i]);
        return (codes, values);
    }

    /// <summary>A number for each pair of a cell and a value; zero until it is set.</summary>
    private sealed class PlaceTable(int cells, int values)
    {
        private readonly int[]? _places = (long)cells * values <= MostPlaces ? new int[cells * values] : null;
        private readonly Dictionary<(int Cell, int Value), int> _others = [];

        public ref int this[int cell, int value]
        {
            get
            {
                if (_places is not null) return ref _places[(cell * values) + value];
                return ref CollectionsMarshal.GetValueRefOrAddDefault(_others, (cell, value), out _);
            }
        }
    }
}
