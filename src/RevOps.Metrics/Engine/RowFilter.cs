namespace RevOps.Metrics;

/// <summary>The conditions of a measure, made ready to be asked row by row.</summary>
internal sealed class RowFilter
{
    private readonly List<(int[] Codes, bool[] Taken)> _codes = [];
    private readonly List<(long[] Values, long Least, long Most)> _values = [];
    private readonly List<(int[] Days, int Day)> _days = [];
    private readonly List<(int[] Days, int From, int To)> _windows = [];
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
                case ValueBetween(var column, var least, var most):
                    _values.Add((table[column], least, most));
                    break;
                case DayIs(var column, var day):
                    _days.Add((table[column], DayNumber.Of(day)));
                    break;
                case DayIn(var column, var window):
                    _windows.Add((table[column], window.From is { } from ? DayNumber.Of(from) : FactTable.SinceEver, DayNumber.Of(window.To)));
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

        foreach ((int[] days, int day) in _days)
        {
            if (days[row] != day) return false;
        }

        foreach ((int[] days, int from, int to) in _windows)
        {
            if (days[row] < from || days[row] >= to) return false;
        }

        foreach (int[] days in _known)
        {
            if (days[row] == FactTable.NoDay) return false;
        }

        return true;
    }
}
