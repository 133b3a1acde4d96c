using System.Numerics;
using System.Runtime.CompilerServices;

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

    /// <summary>The sum of some rows, all of which are known, as those of narrow columns are.</summary>
    /// <exception cref="InvalidOperationException">The column has eight bytes a row.</exception>
    public long Sum(int first, int end) => this switch
    {
        { Narrow: { } narrow } => Sum(narrow.AsSpan(first, end - first)),
        { Small: { } small } => Sum(small.AsSpan(first, end - first)),
        _ => throw new InvalidOperationException("Rows of eight bytes may be unknown: they are added one by one."),
    };

    public static WholeNumbers Of(long[] numbers)
    {
        foreach (long number in numbers)
        {
            if (number is < int.MinValue or > int.MaxValue) return new WholeNumbers(null, null, numbers);
        }

        return new WholeNumbers(Split.Map(numbers, number => (int)number));
    }

    // Numbers are widened before they are added: no sum of as many rows as a column can have leaves eight bytes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Sum(ReadOnlySpan<int> numbers)
    {
        Vector<long> even = default, odd = default;
        while (numbers.Length >= Vector<int>.Count)
        {
            Vector.Widen(new Vector<int>(numbers), out Vector<long> low, out Vector<long> high);
            even += low;
            odd += high;
            numbers = numbers[Vector<int>.Count..];
        }

        long sum = Vector.Sum(even + odd);
        foreach (int number in numbers) sum += number;
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Sum(ReadOnlySpan<sbyte> numbers)
    {
        Vector<long> sums = default;
        while (numbers.Length >= Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(numbers), out Vector<short> low, out Vector<short> high);
            // Two numbers of a byte fit two bytes, and four fit four.
            Vector.Widen(low + high, out Vector<int> first, out Vector<int> second);
            Vector.Widen(first + second, out Vector<long> even, out Vector<long> odd);
            sums += even + odd;
            numbers = numbers[Vector<sbyte>.Count..];
        }

        long sum = Vector.Sum(sums);
        foreach (sbyte number in numbers) sum += number;
        return sum;
    }
}
