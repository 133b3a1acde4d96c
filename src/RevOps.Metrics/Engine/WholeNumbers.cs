namespace RevOps.Metrics;

/// <summary>The numbers of a column, one a row: a byte or four bytes each where that is enough and all are known.</summary>
internal sealed class WholeNumbers
{
    private WholeNumbers(sbyte[]? small, int[]? narrow, long[]? wide) => (Small, Narrow, Wide) = (small, narrow, wide);

    /// <summary>Numbers of a byte each, all of them known.</summary>
    public WholeNumbers(sbyte[] numbers)
        : this(numbers, null, null)
    {
    }

    /// <summary>Numbers of four bytes each, all of them known.</summary>
    public WholeNumbers(int[] numbers)
        : this(null, numbers, null)
    {
    }

    /// <summary>The numbers, all of which are known, where each is given as a byte.</summary>
    public sbyte[]? Small { get; }

    /// <summary>The numbers, all of which are known, where four bytes are enough.</summary>
    public int[]? Narrow { get; }

    /// <summary>The numbers otherwise; <see cref="FactTable.NoValue"/> where one is unknown.</summary>
    public long[]? Wide { get; }

    /// <summary>The number of a row.</summary>
    public long this[int row] => Narrow is { } narrow ? narrow[row] : Small is { } small ? small[row] : Wide![row];

    public static WholeNumbers Of(long[] numbers)
    {
        foreach (long number in numbers)
        {
            if (number is < int.MinValue or > int.MaxValue) return new WholeNumbers(null, null, numbers);
        }

        return new WholeNumbers(Split.Map(numbers, number => (int)number));
    }
}
