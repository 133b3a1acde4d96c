using System.Numerics;
using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>The sums over the periods of a series of which its errors are made.</summary>
/// <param name="Bias">Of forecast - actual.</param>
/// <param name="Off">Of the sizes of these.</param>
/// <param name="Size">Of the sizes of the actuals.</param>
/// <param name="Changed">Of the sizes of what actuals changed since the same period of the season before.</param>
internal readonly record struct SeriesSums(long Bias, long Off, long Size, long Changed)
{
    /// <summary>The sums of a series.</summary>
    /// <exception cref="OverflowException">One of them is too large for 64 bits.</exception>
    public static SeriesSums Of(ReadOnlySpan<long> forecasts, ReadOnlySpan<long> actuals, int seasonLength)
    {
        SeriesSums sums = Unchecked(forecasts, actuals, seasonLength, out ulong largest);
        // Each term is at most twice the largest number.
        return largest <= (ulong)(long.MaxValue / 2 / actuals.Length) ? sums : Checked(forecasts, actuals, seasonLength);
    }

    private static SeriesSums Checked(ReadOnlySpan<long> forecasts, ReadOnlySpan<long> actuals, int seasonLength)
    {
        long bias = 0, off = 0, size = 0, changed = 0;
        for (int t = 0; t < actuals.Length; t++)
        {
            long error = forecasts[t] - actuals[t];
            bias += error;
            off += Math.Abs(error);
            size += Math.Abs(actuals[t]);
        }

        for (int t = seasonLength; t < actuals.Length; t++) changed += Math.Abs(actuals[t] - actuals[t - seasonLength]);
        return new SeriesSums(bias, off, size, changed);
    }

    /// <summary>The sums if none of them is too large, several periods at once.</summary>
    /// <param name="forecasts">What was forecast.</param>
    /// <param name="actuals">What came.</param>
    /// <param name="seasonLength">How many periods a season has.</param>
    /// <param name="largest">No number is further from zero than this; so large that any is, where one has no size in 64 bits.</param>
    private static SeriesSums Unchecked(ReadOnlySpan<long> forecasts, ReadOnlySpan<long> actuals, int seasonLength, out ulong largest)
    {
        unchecked
        {
            ref long forecast = ref MemoryMarshal.GetReference(forecasts), actual = ref MemoryMarshal.GetReference(actuals);
            Vector<long> bias = default, off = default, size = default, changed = default, bits = default;
            int whole = actuals.Length - Vector<long>.Count, t = 0;
            for (; t <= whole; t += Vector<long>.Count)
            {
                Vector<long> came = Vector.LoadUnsafe(ref actual, (nuint)t), said = Vector.LoadUnsafe(ref forecast, (nuint)t), error = said - came, itsSize = Vector.Abs(came);
                bias += error;
                off += Vector.Abs(error);
                size += itsSize;
                bits |= itsSize | Vector.Abs(said);
            }

            int since = seasonLength;
            for (; since <= whole; since += Vector<long>.Count)
            {
                changed += Vector.Abs(Vector.LoadUnsafe(ref actual, (nuint)since) - Vector.LoadUnsafe(ref actual, (nuint)(since - seasonLength)));
            }

            (long itsBias, long itsOff, long sizes, long changes) = (Vector.Sum(bias), Vector.Sum(off), Vector.Sum(size), Vector.Sum(changed));
            largest = 0;
            for (int lane = 0; lane < Vector<long>.Count; lane++) largest |= (ulong)bits[lane];
            for (; t < actuals.Length; t++)
            {
                long error = forecasts[t] - actuals[t];
                (itsBias, itsOff, sizes) = (itsBias + error, itsOff + SizeOf(error), sizes + SizeOf(actuals[t]));
                largest |= (ulong)(SizeOf(actuals[t]) | SizeOf(forecasts[t]));
            }

            for (; since < actuals.Length; since++) changes += SizeOf(actuals[since] - actuals[since - seasonLength]);
            return new SeriesSums(itsBias, itsOff, sizes, changes);
        }
    }

    /// <summary>How far a number is from zero; below zero for the one that has no such number.</summary>
    private static long SizeOf(long number) => unchecked((number ^ (number >> 63)) - (number >> 63));
}
