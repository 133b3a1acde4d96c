namespace RevOps.Metrics;

/// <summary>The numbers of a column, one a row: four bytes each where that is enough and all are known.</summary>
internal sealed class WholeNumbers
{
    private WholeNumbers(int[]? narrow, long[]? wide) => (Narrow, Wide) = (narrow, wide);

    /// <summary>The numbers, all of which are known, where four bytes are enough; null where they are <see cref="Wide"/>.</summary>
    public int[]? Narrow { get; }

    /// <summary>The numbers otherwise; <see cref="FactTable.NoValue"/> where one is unknown.</summary>
    public long[]? Wide { get; }

    /// <summary>The number of a row.</summary>
    public long this[int row] => Narrow is { } narrow ? narrow[row] : Wide![row];

    /// <summary>Numbers of four bytes each, all of them known.</summary>
    public WholeNumbers(int[] numbers)
        : this(numbers, null)
    {
    }

    public static WholeNumbers Of(long[] numbers)
    {
        foreach (long number in numbers)
        {
            if (number is < int.MinValue or > int.MaxValue) return new WholeNumbers(null, numbers);
        }

        return new WholeNumbers(Split.Map(numbers, number => (int)number), null);
    }
}
