namespace RevOps.Metrics;

/// <summary>Finds out whether a formula is a quotient of two sums of its arguments, such as won / (won + lost), and of which.</summary>
/// <remarks>
/// A formula is a function and does not say how it is written. So it is asked for some numbers: if f(v) times a denominator d(v) is a sum of multiples
/// of the arguments, f is that sum over d. As denominators the arguments are tried, and their sum.
/// </remarks>
internal static class QuotientFinder
{
    private const decimal Tolerance = 1e-9m;

    public static Quotient? Find(IReadOnlyList<Metric> arguments, Func<decimal[], decimal?> formula, Func<Metric, bool> addsUp)
    {
        foreach (bool isRising in (bool[])[true, false])
        {
            decimal[] first = Probe(arguments.Count, 3, isRising), second = Probe(arguments.Count, 7, isRising);
            foreach (decimal[] denominator in Denominators(arguments.Count))
            {
                if (Numerator(formula, denominator, first, second) is not { } numerator) continue;
                return Sum(numerator) is { } above && Sum(denominator) is { } below ? new Quotient(above, below) : null;
            }
        }

        return null;

        Metric? Sum(decimal[] factors)
        {
            (Metric Metric, decimal Factor)[] terms = [.. arguments.Zip(factors).Where(term => term.Second != 0)];
            return terms.Length > 0 && terms.All(term => addsUp(term.Metric)) ? MetricArithmetic.Combination(terms) : null;
        }
    }

    /// <summary>Some numbers that grow from argument to argument, or shrink: formulas refuse parts that are larger than their whole.</summary>
    private static decimal[] Probe(int count, int start, bool isRising)
    {
        decimal[] values = new decimal[count];
        decimal value = start;
        for (int i = 0; i < count; i++)
        {
            values[isRising ? i : count - 1 - i] = value;
            value = (value * 5) + 1;
        }

        return values;
    }

    private static IEnumerable<decimal[]> Denominators(int count)
    {
        for (int i = 0; i < count; i++)
        {
            decimal[] one = new decimal[count];
            one[i] = 1;
            yield return one;
        }

        yield return [.. Enumerable.Repeat(1m, count)];
    }

    /// <summary>The multiples whose sum is the formula times the denominator; null where it is no such sum.</summary>
    private static decimal[]? Numerator(Func<decimal[], decimal?> formula, decimal[] denominator, decimal[] first, decimal[] second)
    {
        decimal? Above(decimal[] values) => Ask(formula, values) * Dot(denominator, values);
        if (Above(first) is not { } atFirst) return null;
        decimal[] factors = new decimal[first.Length];
        for (int i = 0; i < factors.Length; i++)
        {
            decimal[] beside = [.. first];
            beside[i]++;
            if (Above(beside) is not { } atBeside) return null;
            factors[i] = decimal.Round(atBeside - atFirst, 9);
        }

        return IsSum(first) && IsSum(second) && IsSum([.. first.Zip(second, (one, other) => one + other)]) ? factors : null;

        bool IsSum(decimal[] values) => Above(values) is { } above && Math.Abs(above - Dot(factors, values)) <= Tolerance * Math.Max(1, Math.Abs(above));
    }

    private static decimal Dot(decimal[] factors, decimal[] values) => factors.Zip(values, (factor, value) => factor * value).Sum();

    private static decimal? Ask(Func<decimal[], decimal?> formula, decimal[] values)
    {
        try
        {
            return formula(values);
        }
        catch (Exception problem) when (problem is ArgumentException or ArithmeticException)
        {
            return null;
        }
    }
}
