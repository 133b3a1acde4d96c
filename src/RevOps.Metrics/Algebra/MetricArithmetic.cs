using System.Globalization;

namespace RevOps.Metrics;

/// <summary>The four operations between metrics, whatever their units.</summary>
internal static class MetricArithmetic
{
    public static Metric<T> Add<T>(Metric left, Metric right)
        where T : struct, IUnit<T> => Combine<T>(left, "+", right, (a, b) => a + b, isLinear: true);

    public static Metric<T> Subtract<T>(Metric left, Metric right)
        where T : struct, IUnit<T> => Combine<T>(left, "-", right, (a, b) => a - b, isLinear: true);

    public static Metric<T> Multiply<T>(Metric left, Metric right)
        where T : struct, IUnit<T> => Combine<T>(left, "x", right, (a, b) => a * b);

    public static Metric<T> Divide<T>(Metric left, Metric right)
        where T : struct, IUnit<T> => Combine<T>(left, "/", right, (a, b) => b == 0 ? null : a / b);

    public static Metric<T> Scale<T>(Metric metric, decimal factor)
        where T : struct, IUnit<T> =>
        Linear<T>(string.Create(CultureInfo.InvariantCulture, $"({metric} x {factor})"), [metric], v => v[0] * factor);

    public static Metric<T> DivideBy<T>(Metric metric, decimal divisor)
        where T : struct, IUnit<T> =>
        Linear<T>(string.Create(CultureInfo.InvariantCulture, $"({metric} / {divisor})"), [metric], v => v[0] / divisor);

    /// <summary>A sum of multiples, whatever the units: a part of a formula that has one as a whole.</summary>
    public static Metric Combination(IReadOnlyList<(Metric Metric, decimal Factor)> terms)
    {
        if (terms is [(var only, 1)]) return only;
        decimal[] factors = [.. terms.Select(term => term.Factor)];
        string name = $"({string.Join(" + ", terms.Select(term => term.Factor == 1 ? term.Metric.Name : string.Create(CultureInfo.InvariantCulture, $"{term.Metric} x {term.Factor}")))})";
        return Linear<Ratio>(name, [.. terms.Select(term => term.Metric)], values => values.Zip(factors, (value, factor) => value * factor).Sum());
    }

    /// <summary>A named function of metrics, undefined with a reason where it gives null.</summary>
    public static Metric<T> Apply<T>(string name, IReadOnlyList<Metric> arguments, Func<decimal[], ReportingPeriod, decimal?> formula, Func<decimal[], string> undefined)
        where T : struct, IUnit<T> => new(name, new FormulaExpression(arguments, formula, undefined));

    /// <summary>A function of which the parts of its arguments give the parts of its value; never undefined by itself.</summary>
    private static Metric<T> Linear<T>(string name, IReadOnlyList<Metric> arguments, Func<decimal[], decimal> formula)
        where T : struct, IUnit<T> => new(name, new FormulaExpression(arguments, (v, _) => formula(v), _ => "", isLinear: true, name));

    private static Metric<T> Combine<T>(Metric left, string sign, Metric right, Func<decimal, decimal, decimal?> operation, bool isLinear = false)
        where T : struct, IUnit<T>
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        string name = $"({left} {sign} {right})";
        return new Metric<T>(name, new FormulaExpression([left, right], (v, _) => operation(v[0], v[1]), _ => $"{right} is zero", isLinear, name));
    }
}
