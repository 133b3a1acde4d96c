namespace RevOps.Metrics;

/// <summary>Measures that one pass can answer, by one date: sums of a column or counts, or both of two that the same conditions tell apart.</summary>
/// <param name="Date">The date.</param>
/// <param name="Columns">What is summed, one or two.</param>
/// <param name="Measures">The measures with their windows.</param>
internal sealed record SumGroup(DateColumn Date, IReadOnlyList<SummedColumn> Columns, IReadOnlyList<SummedMeasure> Measures)
{
    private static readonly bool[] All = [true];

    /// <summary>The sums and counts among some measures, in groups; and the balances at one edge, which are sums where an entity is in one cell all the time.</summary>
    public static IReadOnlyList<SumGroup> Of(FactTable table, IEnumerable<(Measure Measure, IReadOnlyList<(int Request, DateWindow Window)> Requests)> measures)
    {
        Dictionary<(DateColumn Date, SummedColumn Column), List<SummedMeasure>> groups = [];
        foreach ((Measure measure, IReadOnlyList<(int Request, DateWindow Window)> requests) in measures)
        {
            (WholeNumbers? values, bool isCount, WindowPart part, ValueList<Condition> where) = measure switch
            {
                SumMeasure sum => (table[sum.Column], false, WindowPart.Within, sum.Where),
                CountMeasure count => (count.Of is { } of ? table[of] : null, true, WindowPart.Within, count.Where),
                EntityMeasure { Rule: EntityRule.OpeningAmount } opening => (table[opening.Balance], false, WindowPart.UpToOpen, []),
                EntityMeasure { Rule: EntityRule.PositiveAtOpen } open => (TurnsOf(open, table).Turns, false, WindowPart.UpToOpen, []),
                EntityMeasure { Rule: EntityRule.PositiveAtClose } close => (TurnsOf(close, table).Turns, false, WindowPart.UpToClose, []),
                _ => throw new ArgumentException($"'{measure}' is no sum.", nameof(measures)),
            };
            var key = (measure.Date, new SummedColumn(values, isCount));
            if (!groups.TryGetValue(key, out List<SummedMeasure>? group)) groups[key] = group = [];
            group.Add(new SummedMeasure(0, where, part, requests));
        }

        List<SumGroup> made = [];
        foreach (((DateColumn date, SummedColumn column), List<SummedMeasure> ofColumn) in groups)
        {
            int place = made.FindIndex(one => one.CanSum(date, column, ofColumn));
            if (place < 0) made.Add(new SumGroup(date, [column], ofColumn));
            else made[place] = new SumGroup(date, [.. made[place].Columns, column], [.. made[place].Measures, .. ofColumn.Select(measure => measure with { Column = 1 })]);
        }

        return made;
    }

    /// <summary>Whether a second column can be summed in the same pass: rows must be told apart by the same conditions, and none be left out.</summary>
    private bool CanSum(DateColumn date, SummedColumn column, List<SummedMeasure> measures) =>
        Columns.Count == 1 && Date.Equals(date) && Columns[0].IsNarrow && column.IsNarrow
        && Measures.SelectMany(measure => measure.Where).ToHashSet().SetEquals(measures.SelectMany(measure => measure.Where));

    /// <summary>Whether a measure of entities is a sum over rows: it looks at one edge of a window, and each entity is in one cell all the time.</summary>
    public static bool CanTell(EntityMeasure measure, FactTable table, CellIndex cells)
    {
        if (!EdgeSums.CanTell(measure.Rule) || !cells.KeepTogether(table[measure.Entity])) return false;
        BalanceTurns turns = TurnsOf(measure, table);
        return measure.Rule == EntityRule.OpeningAmount ? measure.Where.Count == 0 && turns.IsNeverNegative : turns.BeginCounted;
    }

    private static BalanceTurns TurnsOf(EntityMeasure measure, FactTable table) => table.TurnsOf(measure.Entity, measure.Balance, measure.Where);

    /// <summary>What tells rows apart that some measures take and others do not, and which of it each measure takes.</summary>
    /// <returns>A code for each row (none where all take all rows), how many codes there are, and whether each measure takes each.</returns>
    public (Codes? Codes, int Count, bool[][] Taken) Split(FactTable table)
    {
        Condition[] conditions = [.. Measures.SelectMany(measure => measure.Where)];
        if (conditions.Length == 0) return (null, 1, [.. Measures.Select(_ => All)]);
        // Where all ask for names of one column, and each for no more than that, its codes do.
        if (conditions[0] is CodeIn(var column, _) && Array.TrueForAll(conditions, condition => condition is CodeIn names && names.Column.Equals(column))
            && Measures.All(measure => measure.Where.Count < 2))
        {
            (Codes codes, NameList names) = table[column];
            return (codes, names.Count,
            [
                .. Measures.Select(measure => Enumerable.Range(0, names.Count)
                    .Select(code => measure.Where.Count == 0 || (names[code] is { } name && ((CodeIn)measure.Where[0]).Names.Contains(name, StringComparer.Ordinal))).ToArray()),
            ]);
        }

        RowClasses classes = RowClasses.Of(table, conditions);
        return (classes.Codes, classes.Count, [.. Measures.Select(measure => classes.Meet(measure.Where))]);
    }
}
