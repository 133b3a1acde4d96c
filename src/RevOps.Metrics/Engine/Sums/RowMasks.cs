using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>A bit for each of a few conditions that a row meets, found column by column.</summary>
internal sealed class RowMasks
{
    /// <summary>The most conditions that there is a bit for.</summary>
    public const int MostConditions = 8;

    /// <summary>So many rows are asked all conditions before the next ones are, so that their bits stay in the cache.</summary>
    private const int Block = 1 << 14;

    private readonly bool[] _isFound = new bool[byte.MaxValue + 1];

    public RowMasks(FactTable table, ValueList<Condition> conditions)
    {
        OfRows = new byte[table.Rows];
        Action<int, int>[] marks = [.. conditions.Select((condition, place) => MarkerOf(table, condition, OfRows, (byte)(1 << place)))];
        InRanges((from, to) =>
        {
            for (int first = from; first < to; first += Block)
            {
                int end = Math.Min(to, first + Block);
                foreach (Action<int, int> mark in marks) mark(first, end);
                Find(OfRows, _isFound, first, end);
            }
        });
    }

    /// <summary>The mask of each row.</summary>
    public byte[] OfRows { get; }

    /// <summary>The masks that rows have; that of no condition where there is no row.</summary>
    public byte[] Found() => OfRows.Length == 0 ? [0] : [.. Enumerable.Range(0, _isFound.Length).Where(mask => _isFound[mask]).Select(mask => (byte)mask)];

    /// <summary>Puts others in the place of the masks.</summary>
    public void Replace(byte[] others)
    {
        if (Array.TrueForAll(Found(), mask => others[mask] == mask)) return;
        InRanges((from, to) => Replace(OfRows, others, from, to));
    }

    private void InRanges(Action<int, int> work) => Split.Run(OfRows.Length, KernelOptions.Default.ThreadsFor(OfRows.Length), work);

    /// <summary>Chooses the loop for a condition on a narrow column; others are asked row by row.</summary>
    private static Action<int, int> MarkerOf(FactTable table, Condition condition, byte[] masks, byte bit)
    {
        CodeColumn? names = condition switch
        {
            CodeIn { Column: var column } => column,
            CodeIsKnown { Column: var column } => column,
            _ => null,
        };
        if (names is not null && table[names] is ({ Narrow: { } codes }, { } known))
        {
            byte[] bitOf = [.. Enumerable.Range(0, known.Count).Select(code => IsTaken(known[code], condition) ? bit : (byte)0)];
            return (from, to) => MarkNames(codes, bitOf, masks, from, to);
        }

        if (condition is ValueBetween(var value, var least, var most) && table[value] is { Wide: null } values)
        {
            return values.Small is { } small
                ? (from, to) => MarkBetween(small, least, most, masks, bit, from, to)
                : (from, to) => MarkBetween(values.Narrow!, least, most, masks, bit, from, to);
        }

        RowFilter filter = new(table, [condition]);
        return (from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                if (filter.Takes(row)) masks[row] |= bit;
            }
        };
    }

    private static bool IsTaken(string? name, Condition condition) =>
        name is not null && (condition is not CodeIn taken || taken.Names.Contains(name, StringComparer.Ordinal));

    // A cold question makes its masks once: the loops are compiled in full at once, as the compiler would wait for them to run often.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MarkNames(byte[] codes, byte[] bitOf, byte[] masks, int from, int to)
    {
        for (int row = from; row < to; row++) masks.At(row) |= bitOf.At(codes.At(row));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MarkBetween<T>(T[] values, long least, long most, byte[] masks, byte bit, int from, int to)
        where T : struct, IBinaryInteger<T>
    {
        for (int row = from; row < to; row++)
        {
            long value = long.CreateTruncating(values.At(row));
            masks.At(row) |= value >= least && value <= most ? bit : (byte)0;
        }
    }

    // Threads may mark one mask at once: all of them write the same.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Find(byte[] masks, bool[] isFound, int from, int to)
    {
        for (int row = from; row < to; row++) isFound.At(masks.At(row)) = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Replace(byte[] masks, byte[] others, int from, int to)
    {
        for (int row = from; row < to; row++) masks.At(row) = others.At(masks.At(row));
    }
}
