namespace RevOps.Metrics;

/// <summary>Measures that one pass can answer: sums of one column, or counts, by one date, that differ in the names which they take of one code column.</summary>
internal sealed record SumGroup(DateColumn Date, ValueColumn? Values, bool IsCount, CodeColumn? Names, ValueList<Condition> Others)
{
    /// <summary>The measures with their windows.</summary>
    public List<SummedMeasure> Measures { get; init; } = [];

    /// <summary>The sums and counts among some measures, in groups.</summary>
    public static IReadOnlyCollection<SumGroup> Of(IEnumerable<(Measure Measure, IReadOnlyList<(int Request, DateWindow Window)> Requests)> measures)
    {
        Dictionary<(DateColumn, ValueColumn?, bool, CodeColumn?, ValueList<Condition>), SumGroup> groups = [];
        Dictionary<(DateColumn, ValueColumn?, bool, ValueList<Condition>), SumGroup> withNames = [];
        List<(SumGroup Group, SummedMeasure Measure)> ofAllNames = [];
        foreach ((Measure measure, IReadOnlyList<(int Request, DateWindow Window)> requests) in measures)
        {
            (ValueColumn? values, bool isCount) = measure switch
            {
                SumMeasure sum => (sum.Column, false),
                CountMeasure count => (count.Of, true),
                _ => throw new ArgumentException($"'{measure}' is neither a sum nor a count.", nameof(measures)),
            };
            // The last condition on names is the one that a metric adds to those that all of its kind share.
            CodeIn? names = measure.Where.OfType<CodeIn>().LastOrDefault();
            ValueList<Condition> others = [.. measure.Where.Where(condition => !ReferenceEquals(condition, names))];
            SumGroup group = new(measure.Date, values, isCount, names?.Column, others);
            if (names is null)
            {
                ofAllNames.Add((group, new SummedMeasure(null, requests)));
                continue;
            }

            var key = (measure.Date, values, isCount, names.Column, others);
            if (groups.TryGetValue(key, out SumGroup? known)) group = known;
            else withNames.TryAdd((measure.Date, values, isCount, others), groups[key] = group);
            group.Measures.Add(new SummedMeasure(names, requests));
        }

        // What takes all names is told beside what takes some: the rows are the same.
        foreach ((SumGroup group, SummedMeasure measure) in ofAllNames)
        {
            var key = (group.Date, group.Values, group.IsCount, group.Others);
            if (!withNames.TryGetValue(key, out SumGroup? known)) known = withNames[key] = groups[(group.Date, group.Values, group.IsCount, null, group.Others)] = group;
            known.Measures.Add(measure);
        }

        return groups.Values;
    }
}
