namespace RevOps.Metrics;

/// <summary>The conditions of a measure, made ready to be asked row by row.</summary>
internal sealed class RowFilter
{
    private readonly List<(int[] Codes, bool[] Taken)> _codes = [];
    private readonly List<(long[] Values, long Least, long Most)> _values = [];
    private readonly List<(int[] Days, int From, int To, bool IsInside)> _windows = [];
    private readonly List<int[]> _known = [];

    public RowFilter(FactTable table, ValueList<Condition> conditions)
    {
        foreach (Condition condition in conditions)
        {
            switch (condition)
            {
                case CodeIn(var column, var taken):
                    (int[] codes, NameList names) = table[column];
                    bool[] isTaken = new bool[names.Count];
                    for (int i = 0; i < isTaken.Length; i++) isTaken[i] = names[i] is { } name && taken.Contains(name, StringComparer.Ordinal);
                    _codes.Add((codes, isTaken));
                    break;
                case CodeIsKnown(var column):
                    (codes, names) = table[column];
                    _codes.Add((codes, [.. Enumerable.Range(0, names.Count).Select(code => names[code] is not null)]));
                    break;
                case ValueBetween(var column, var least, var most):
                    _values.Add((table[column], least, most));
                    break;
                case DayIs(var column, var day):
                    _windows.Add((table[column], DayNumber.Of(day), DayNumber.Of(day) + 1, true));
                    break;
                case DayIn(var column, var window):
                    _windows.Add((table[column], FirstDayOf(window), DayNumber.Of(window.To), true));
                    break;
                case DayNotIn(var column, var window):
                    _windows.Add((table[column], FirstDayOf(window), DayNumber.Of(window.To), false));
                    break;
                case DayIsKnown(var column):
                    _known.Add(table[column]);
                    break;
                default:
                    throw new NotSupportedException($"The in-memory engine does not know the condition {condition.GetType().Name}.");
            }
        }
    }

    public bool Takes(int row)
    {
        foreach ((int[] codes, bool[] taken) in _codes)
        {
            if (!taken[codes[row]]) return false;
        }

        foreach ((long[] values, long least, long most) in _values)
        {
            if (values[row] == FactTable.NoValue || values[row] < least || values[row] > most) return false;
        }

        foreach ((int[] days, int from, int to, bool isInside) in _windows)
        {
            if ((from <= days[row] && days[row] < to) != isInside) return false;
        }

        foreach (int[] days in _known)
        {
            if (days[row] == FactTable.NoDay) return false;
        }

        return true;
    }

    private static int FirstDayOf(DateWindow window) => window.From is { } from ? DayNumber.Of(from) : FactTable.SinceEver;
}
