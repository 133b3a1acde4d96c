using System.Text;

namespace RevOps.Metrics;

/// <summary>How a result came about: its formula with its numbers, down to what the engine was asked.</summary>
/// <remarks>
/// A tree: each node is a metric with its value, and its parts are the metrics that the value follows from. Asked by
/// <see cref="MetricResult.Explain"/>; <see cref="ToString"/> writes it indented.
/// </remarks>
public sealed class Explanation
{
    private Explanation(ExpressionPart node, string? formulaOfSameName)
    {
        (Metric, Evaluation, Period, Cell) = node;
        Expression expression = Metric.Expression;
        Quantity quantity = expression.Evaluate(Evaluation, Period, Cell);
        (Magnitude, UndefinedReason) = (quantity.Value, quantity.Reason);
        Kind = expression.Kind;
        Request = expression.Request(Period, Evaluation.Policy) is { } request ? Evaluation.Scope.Of(request) : null;
        ExpressionPart[] parts = [.. expression.Parts(Evaluation, Period, Cell)];
        string? told = Metric.Definition?.Formula ?? formulaOfSameName;
        Formula = (Kind == ExplanationKind.Formula ? told : null) ?? expression.Words(Evaluation, Period) ?? $"from {string.Join(", ", parts.Select(part => part.Metric))}";
        Parts = [.. parts.Select(part => new Explanation(part, part.Metric.Name == Metric.Name ? told : null))];
    }

    /// <summary>The metric.</summary>
    public Metric Metric { get; }

    /// <summary>The metric's name.</summary>
    public string Name => Metric.Name;

    /// <summary>What it is: a formula, a measure, a choice of the policy.</summary>
    public ExplanationKind Kind { get; }

    /// <summary>How the value comes about, in words: "won / (won + lost)", "sum of Deals.amount by Deals.closed_on in 2026-01-01..2026-04-01".</summary>
    public string Formula { get; }

    /// <summary>The bare number in the metric's unit; null where it is undefined.</summary>
    public decimal? Magnitude { get; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? UndefinedReason { get; }

    /// <summary>The period that it is of, which is not the result's own for what looks back.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>The cell; the total for what is not told by cells.</summary>
    public Cell Cell { get; }

    /// <summary>The rows that it is of: those with one of these values of each dimension.</summary>
    public ValueList<DimensionFilter> Filters => Evaluation.Scope.Where;

    /// <summary>What the engine was asked for it; null for what is not a <see cref="ExplanationKind.Measure"/>.</summary>
    public MeasureRequest? Request { get; }

    /// <summary>What its value follows from; none for a measure and for a number that is stated.</summary>
    public ValueList<Explanation> Parts { get; }

    /// <summary>The value with its unit, or "undefined: " and the reason.</summary>
    public string Value => Magnitude is { } magnitude ? Metric.Format(magnitude, Evaluation.Currency) : $"undefined: {UndefinedReason}";

    internal MetricEvaluation Evaluation { get; }

    internal static Explanation Of(MetricResult result) => new(new ExpressionPart(result.Metric, result.Evaluation, result.Period, result.Cell), null);

    /// <summary>The tree, indented: for each node its value and, where they are not those above it, its period, cell and rows; below them how it comes about.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(Name).Append(", ").Append(Period).Append(", ").Append(Cell);
        if (Filters.Count > 0) text.Append(", where ").AppendJoin(" and ", Filters);
        text.Append(": ").Append(Value).Append('\n');
        WriteBody(text, "  ", null);
        return text.ToString();
    }

    private void Write(StringBuilder text, string indent, Explanation above)
    {
        text.Append(indent).Append(Name);
        if (Period != above.Period) text.Append(", ").Append(Period);
        if (Cell != above.Cell) text.Append(", ").Append(Cell);
        if (Filters != above.Filters) text.Append(", ").Append(Filters.Count == 0 ? "all rows" : $"where {string.Join(" and ", Filters)}");
        text.Append(": ").Append(Value).Append('\n');
        WriteBody(text, indent + "  ", null);
    }

    private void WriteBody(StringBuilder text, string indent, string? written)
    {
        if (Formula != written) text.Append(indent).Append("= ").Append(Formula).Append('\n');
        // A part of the same name and value, such as the one that the policy chose, goes on where this one stands.
        if (Parts is [var same] && same.Name == Name && same.Period == Period && same.Cell == Cell && same.Filters == Filters)
        {
            same.WriteBody(text, indent, Formula);
            return;
        }

        foreach (Explanation part in Parts) part.Write(text, indent, this);
    }
}
