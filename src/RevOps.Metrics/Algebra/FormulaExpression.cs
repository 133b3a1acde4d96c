namespace RevOps.Metrics;

/// <summary>A function of other metrics' numbers; undefined where one of them is, or where the function gives null.</summary>
/// <param name="arguments">The metrics.</param>
/// <param name="formula">The function.</param>
/// <param name="undefined">Why it gives null.</param>
/// <param name="isLinear">True where parts of the arguments give the parts of the value.</param>
/// <param name="pending">The argument that counts those still undecided.</param>
/// <param name="words">The formula in words; null where the catalogue or the name says it.</param>
internal sealed class FormulaExpression(
    IReadOnlyList<Metric> arguments, Func<decimal[], ReportingPeriod, decimal?> formula, Func<decimal[], string> undefined, bool isLinear = false,
    Metric? pending = null, string? words = null)
    : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Formula;

    public IReadOnlyList<Metric> Arguments => arguments;

    /// <summary>True for a sum or difference of several metrics.</summary>
    public bool IsSum => isLinear && arguments.Count > 1;

    public override string? Words(MetricEvaluation evaluation, ReportingPeriod period) => words;

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        arguments.Select(argument => new ExpressionPart(argument, evaluation, period, cell));

    /// <summary>A sum, a difference or a fixed multiple adds up where its arguments do.</summary>
    public override bool AddsUp(MetricPolicy policy) => isLinear && arguments.All(argument => argument.Expression.AddsUp(policy));

    public override bool IsImmature(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        if (pending?.Expression.Evaluate(evaluation, period, cell).Value > 0) return true;
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Expression.IsImmature(evaluation, period, cell)) return true;
        }

        return false;
    }

    public override ReportingPeriod? Span(ReportingPeriod period, MetricPolicy policy)
    {
        ReportingPeriod?[] spans = [.. arguments.Select(argument => argument.Expression.Span(period, policy)).Distinct()];
        return spans.Length == 1 ? spans[0] : null;
    }

    public override Quotient? AsQuotient(ReportingPeriod period, MetricPolicy policy) =>
        QuotientFinder.Find(arguments, values => formula(values, period), metric => metric.Expression.AddsUp(policy));

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        foreach (Metric argument in arguments) argument.Expression.Collect(plan, period);
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        decimal[] values = new decimal[arguments.Count];
        for (int i = 0; i < values.Length; i++)
        {
            Quantity quantity = arguments[i].Expression.Evaluate(evaluation, period, cell);
            if (quantity.Value is not { } value) return quantity;
            values[i] = value;
        }

        try
        {
            return formula(values, period) is { } result ? Quantity.Of(result) : Quantity.Undefined(undefined(values));
        }
        catch (OverflowException)
        {
            return Quantity.TooLarge;
        }
    }
}
