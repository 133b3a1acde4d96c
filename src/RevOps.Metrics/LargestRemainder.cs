using System.Globalization;
using System.Numerics;

namespace RevOps.Metrics;

/// <summary>The largest-remainder method: splits whole units in proportion to weights so that the parts add up to the whole.</summary>
internal static class LargestRemainder
{
    /// <summary>Splits <paramref name="units"/>, a whole number of at least zero.</summary>
    internal static decimal[] Split(decimal units, IReadOnlyList<decimal> weights)
    {
        BigInteger[] scaled = ToWholeNumbers(weights);
        BigInteger total = scaled.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
        if (total.IsZero)
        {
            throw new ArgumentException("Give at least one weight above zero: nothing else says where the amount goes.", nameof(weights));
        }

        // Whole-number division, because decimal division would round the shares and then the remainders could not be compared.
        BigInteger whole = new(units);
        decimal[] parts = new decimal[scaled.Length];
        BigInteger[] remainders = new BigInteger[scaled.Length];
        for (int i = 0; i < scaled.Length; i++)
        {
            parts[i] = (decimal)BigInteger.DivRem(whole * scaled[i], total, out remainders[i]);
        }

        // Fewer units are left over than there are remainders above zero, so a weight of zero never gets one. The sort is stable: of two
        // equal remainders the earlier comes first.
        int leftOver = (int)(units - parts.Sum());
        foreach (int i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).Take(leftOver)) parts[i]++;

        return parts;
    }

    /// <summary>The weights on their finest common scale, as whole numbers in the same proportions.</summary>
    private static BigInteger[] ToWholeNumbers(IReadOnlyList<decimal> weights)
    {
        int scale = 0;
        foreach (decimal weight in weights)
        {
            if (weight < 0)
            {
                string shown = weight.ToString(CultureInfo.InvariantCulture);
                throw new ArgumentException($"A weight cannot be negative: {shown}.", nameof(weights));
            }

            scale = Math.Max(scale, weight.Scale);
        }

        return [.. weights.Select(weight => Mantissa(weight) * BigInteger.Pow(10, scale - weight.Scale))];
    }

    private static BigInteger Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return unchecked(((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0]);
    }
}
