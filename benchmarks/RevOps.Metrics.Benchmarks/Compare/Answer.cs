namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>What a question came to, in a form in which both sides can be held against each other: whole numbers and quotients by key.</summary>
/// <remarks>Keys are in ordinal order. A quotient that is undefined is not a number.</remarks>
/// <param name="Keys">What each row is of.</param>
/// <param name="Columns">The names of the whole numbers, then those of the quotients.</param>
/// <param name="Integers">Column by column.</param>
/// <param name="Quotients">Column by column.</param>
internal sealed record Answer(string[] Keys, string[] Columns, long[][] Integers, double[][] Quotients)
{
    private const double Tolerance = 1e-12;

    /// <summary>An answer from rows in any order.</summary>
    public static Answer Of(string[] integers, string[] quotients, IEnumerable<(string Key, long[] Integers, decimal?[] Quotients)> rows)
    {
        (string Key, long[] Integers, decimal?[] Quotients)[] sorted = [.. rows.OrderBy(row => row.Key, StringComparer.Ordinal)];
        return new Answer(
            [.. sorted.Select(row => row.Key)], [.. integers, .. quotients],
            [.. integers.Select((_, i) => sorted.Select(row => row.Integers[i]).ToArray())],
            [.. quotients.Select((_, i) => sorted.Select(row => row.Quotients[i] is { } value ? (double)value : double.NaN).ToArray())]);
    }

    /// <summary>The first row in which another answer differs, in words; null where none does.</summary>
    public string? DifferenceFrom(Answer other)
    {
        if (!Columns.SequenceEqual(other.Columns)) return $"columns: {string.Join(", ", Columns)} against {string.Join(", ", other.Columns)}";
        for (int row = 0; row < Math.Min(Keys.Length, other.Keys.Length); row++)
        {
            if (Keys[row] != other.Keys[row]) return $"row {row}: ours is '{Keys[row]}', theirs '{other.Keys[row]}'";
            for (int i = 0; i < Columns.Length; i++)
            {
                if (!IsSame(other, i, row)) return $"row '{Keys[row]}', {Columns[i]}: ours is {Shown(i, row)}, theirs {other.Shown(i, row)}";
            }
        }

        return Keys.Length == other.Keys.Length ? null : FormattableString.Invariant($"rows: ours are {Keys.Length}, theirs {other.Keys.Length}");
    }

    private bool IsSame(Answer other, int column, int row)
    {
        if (column < Integers.Length) return Integers[column][row] == other.Integers[column][row];
        double mine = Quotients[column - Integers.Length][row], its = other.Quotients[column - Integers.Length][row];
        if (double.IsNaN(mine) || double.IsNaN(its)) return double.IsNaN(mine) && double.IsNaN(its);
        return Math.Abs(mine - its) <= Tolerance * Math.Max(1, Math.Abs(mine));
    }

    private string Shown(int column, int row) => column < Integers.Length
        ? FormattableString.Invariant($"{Integers[column][row]}")
        : FormattableString.Invariant($"{Quotients[column - Integers.Length][row]:R}");
}
