namespace RevOps.Metrics;

/// <summary>A metric's result for one period and cell: the value or why there is none, and what it was computed from.</summary>
public sealed record MetricResult
{
    internal MetricResult(MetricEvaluation evaluation) => Evaluation = evaluation;

    /// <summary>The metric.</summary>
    public required Metric Metric { get; init; }

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>The cell.</summary>
    public required Cell Cell { get; init; }

    /// <summary>The bare number in the metric's unit; null where it is undefined.</summary>
    public decimal? Magnitude { get; init; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? UndefinedReason { get; init; }

    /// <summary>What the bare number counts: "USD per month", "days", and in words what is written without a symbol: "ratio", "count".</summary>
    public string Unit => Metric.Symbol(Currency) is { Length: > 0 } symbol ? symbol : Metric.UnitName;

    /// <summary>What the formula was given, by name: for a ratio its numerator and denominator. Empty for a plain measure.</summary>
    public ValueList<MetricPart> Parts => field ??= PartsOf(Metric.Expression);

    /// <summary>What a reader should know before adding or comparing it.</summary>
    public MetricFlags Flags { get; init; }

    /// <summary>By whose definition it was computed.</summary>
    public required MetricPolicy Policy { get; init; }

    /// <summary>The currency of money values.</summary>
    public required Currency Currency { get; init; }

    /// <summary>What it was evaluated with.</summary>
    internal MetricEvaluation Evaluation { get; }

    /// <summary>How it came about: the formula with its numbers, down to what the engine was asked.</summary>
    public Explanation Explain() => Explanation.Of(this);

    /// <summary>True when there is a value.</summary>
    public bool IsDefined => Magnitude is not null;

    /// <summary>The number of a part, by the part's name; null where it is undefined.</summary>
    /// <exception cref="KeyNotFoundException">The result has no such part.</exception>
    public decimal? Part(string name) => (Parts.FirstOrDefault(part => part.Name == name)
        ?? throw new KeyNotFoundException($"'{Metric}' has no part '{name}'; it has {string.Join(", ", Parts.Select(part => part.Name))}.")).Magnitude;

    /// <summary>Equal metric, period, cell, number or reason, parts, flags, policy and currency; where the records came from does not count.</summary>
    public bool Equals(MetricResult? other) => other is not null && Identity.Equals(other.Identity);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Metric, Period, Cell, Magnitude);

    private ValueList<MetricPart> PartsOf(Expression expression)
    {
        while (expression is PolicyExpression choice) expression = choice.Under(Policy).Expression;
        return expression.Kind == ExplanationKind.Formula
            ? [.. expression.Parts(Evaluation, Period, Cell).Select(part => new MetricPart(part.Metric.Name, part.Metric.Expression.Evaluate(Evaluation, Period, Cell).Value))]
            : [];
    }

    private (Metric, ReportingPeriod, Cell, decimal?, string?, ValueList<MetricPart>, MetricFlags, MetricPolicy, Currency) Identity =>
        (Metric, Period, Cell, Magnitude, UndefinedReason, Parts, Flags, Policy, Currency);

    /// <summary>"Win rate, 2026-Q1, SMB: 60.00 %".</summary>
    public override string ToString() =>
        $"{Metric}, {Period}, {Cell}: {(Magnitude is { } magnitude ? Metric.Format(magnitude, Currency) : $"undefined: {UndefinedReason}")}";
}

/// <summary>A number that a formula was given.</summary>
/// <param name="Name">The metric it is the value of.</param>
/// <param name="Magnitude">The bare number; null where it is undefined.</param>
public sealed record MetricPart(string Name, decimal? Magnitude);
