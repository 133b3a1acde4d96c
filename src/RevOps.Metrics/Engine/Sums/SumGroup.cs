namespace RevOps.Metrics;

/// <summary>Measures that one pass can answer: sums of one column, or counts, by one date.</summary>
internal sealed record SumGroup(DateColumn Date, WholeNumbers? Values, bool IsCount)
{
    private static readonly bool[] All = [true];

    /// <summary>The measures with their windows.</summary>
    public List<SummedMeasure> Measures { get; init; } = [];

    /// <summary>The sums and counts among some measures, in groups; and the balances at one edge, which are sums where an entity is in one cell all the time.</summary>
    public static IReadOnlyCollection<SumGroup> Of(FactTable table, IEnumerable<(Measure Measure, IReadOnlyList<(int Request, DateWindow Window)> Requests)> measures)
    {
        Dictionary<(DateColumn, WholeNumbers?, bool), SumGroup> groups = [];
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
            var key = (measure.Date, values, isCount);
            if (!groups.TryGetValue(key, out SumGroup? group)) groups[key] = group = new SumGroup(measure.Date, values, isCount);
            group.Measures.Add(new SummedMeasure(where, part, requests));
        }

        return groups.Values;
    }

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
            && Measures.TrueForAll(measure => measure.Where.Count < 2))
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
