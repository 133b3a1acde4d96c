namespace RevOps.Metrics;

/// <summary>Which cell each row of a relation falls into: a dense number, or -1 for a row that the question leaves out.</summary>
internal sealed class CellIndex
{
    private CellIndex(int[] ofRow, IReadOnlyList<Cell> cells)
    {
        OfRow = ofRow;
        Cells = cells;
    }

    public int[] OfRow { get; }

    public IReadOnlyList<Cell> Cells { get; }

    public static CellIndex Of(FactTable table, Relation relation, ValueList<Dimension> by, ValueList<DimensionFilter> where)
    {
        int[] ofRow = new int[table.Rows];
        List<Cell> cells = [Cell.Total];
        foreach (Dimension dimension in by)
        {
            (int[] codes, string?[] values) = Values(table, relation, dimension);
            List<Cell> split = [];
            int[] valueCode = NumberValues(values);
            Dictionary<(int Cell, int Value), int> byCode = [];
            for (int row = 0; row < ofRow.Length; row++)
            {
                int value = valueCode[codes[row]];
                if (!byCode.TryGetValue((ofRow[row], value), out int cell))
                {
                    cell = split.Count;
                    byCode.Add((ofRow[row], value), cell);
                    split.Add(new Cell([.. cells[ofRow[row]].Values, values[codes[row]]]));
                }

                ofRow[row] = cell;
            }

            cells = split;
        }

        foreach (DimensionFilter filter in where)
        {
            (int[] codes, string?[] values) = Values(table, relation, filter.Dimension);
            bool[] taken = [.. values.Select(value => filter.Values.Contains(value, StringComparer.Ordinal))];
            for (int row = 0; row < ofRow.Length; row++)
            {
                if (!taken[codes[row]]) ofRow[row] = -1;
            }
        }

        return new CellIndex(ofRow, cells);
    }

    /// <summary>The code of each row and the dimension's value for each code.</summary>
    private static (int[] Codes, string?[] Values) Values(FactTable table, Relation relation, Dimension dimension)
    {
        (int[] codes, NameList names) = table[dimension.ColumnIn(relation)!];
        string?[] values = new string?[names.Count];
        for (int i = 0; i < values.Length; i++) values[i] = dimension.ValueOf(names[i]);
        return (codes, values);
    }

    /// <summary>One number for each different value: a mapped dimension gives several codes the same one.</summary>
    private static int[] NumberValues(string?[] values)
    {
        NameList numbers = new();
        return [.. values.Select(numbers.CodeOf)];
    }
}
