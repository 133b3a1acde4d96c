namespace RevOps.Metrics;

/// <summary>The conditions of a measure, made ready to be asked row by row.</summary>
internal sealed class RowFilter
{
    private readonly (Codes Codes, bool[] Taken)[] _codes;
    private readonly Func<int, bool>[] _others;

    public RowFilter(FactTable table, ValueList<Condition> conditions)
    {
        List<(Codes, bool[])> codes = [];
        List<Func<int, bool>> others = [];
        foreach (Condition condition in conditions)
        {
            if (NamesTakenBy(condition) is var (column, isTaken))
            {
                (Codes ofRows, NameList names) = table[column];
                codes.Add((ofRows, [.. Enumerable.Range(0, names.Count).Select(code => names[code] is { } name && isTaken(name))]));
            }
            else
            {
                others.Add(Test(table, condition));
            }
        }

        (_codes, _others) = ([.. codes], [.. others]);
    }

    /// <summary>True where there is no condition.</summary>
    public bool TakesAll => _codes.Length == 0 && _others.Length == 0;

    /// <summary>The one narrow column of codes that decides, and which of them are taken; null where more does.</summary>
    public (byte[] Codes, bool[] Taken)? ByCode => _codes.Length == 1 && _others.Length == 0 && _codes[0].Codes.Narrow is { } narrow ? (narrow, _codes[0].Taken) : null;

    public bool Takes(int row)
    {
        foreach ((Codes codes, bool[] taken) in _codes)
        {
            if (!taken[codes[row]]) return false;
        }

        foreach (Func<int, bool> takes in _others)
        {
            if (!takes(row)) return false;
        }

        return true;
    }

    private static (CodeColumn Column, Func<string, bool> IsTaken)? NamesTakenBy(Condition condition) => condition switch
    {
        CodeIn(var column, var taken) => (column, name => taken.Contains(name, StringComparer.Ordinal)),
        CodeIsKnown(var column) => (column, _ => true),
        _ => null,
    };

    private static Func<int, bool> Test(FactTable table, Condition condition)
    {
        switch (condition)
        {
            case ValueBetween(var column, var least, var most):
                WholeNumbers values = table[column];
                return row => values[row] is not FactTable.NoValue and var value && value >= least && value <= most;
            case DayIs(var column, var day):
                DayNumbers days = table[column];
                int number = DayNumber.Of(day);
                return row => days[row] == number;
            case DayIn(var column, var window):
                return Within(table[column], window);
            case DayNotIn(var column, var window):
                Func<int, bool> within = Within(table[column], window);
                return row => !within(row);
            case DayIsKnown(var column):
                DayNumbers known = table[column];
                return row => known[row] != FactTable.NoDay;
            default:
                throw new NotSupportedException($"The in-memory engine does not know the condition {condition.GetType().Name}.");
        }
    }

    private static Func<int, bool> Within(DayNumbers days, DateWindow window)
    {
        int from = window.From is { } day ? DayNumber.Of(day) : FactTable.SinceEver, to = DayNumber.Of(window.To);
        return row => days[row] is var on && from <= on && on < to;
    }
}
