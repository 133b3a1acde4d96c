namespace RevOps.Metrics;

/// <summary>The parts of a metric under two policies.</summary>
/// <remarks>
/// Where it adds up over customers it is its only part; else they are those of its formula, down to what adds up or has no parts. A sum within
/// a formula gives its terms, so that two sides of which one has a term more still share the others; one that the catalogue defines stays whole.
/// </remarks>
internal sealed class ComparisonParts
{
    private readonly MetricPolicy _first;
    private readonly MetricPolicy _second;
    private readonly List<Metric> _all = [];
    private readonly HashSet<Expression> _ofFirst;
    private readonly HashSet<Expression> _ofSecond;

    public ComparisonParts(Metric metric, MetricPolicy first, MetricPolicy second)
    {
        (_first, _second) = (first, second);
        _ofFirst = Collect(metric, first, [], isWithinFormula: false);
        _ofSecond = Collect(metric, second, [], isWithinFormula: false);
    }

    /// <summary>The parts, each once: those of the first policy's formula, then those that only the second's has.</summary>
    public IReadOnlyList<Metric> All => _all;

    public bool IsOfFirst(Metric part) => _ofFirst.Contains(part.Expression);

    public bool IsOfSecond(Metric part) => _ofSecond.Contains(part.Expression);

    /// <summary>Why a part cannot be told by customer; null when it can.</summary>
    public string? NotByCustomer(Metric part, ReportingPeriod period)
    {
        if (!AddsUp(part)) return "it does not add up over customers";
        MeasurePlan plan = new(_first, MeasureScope.Everything), other = new(_second, MeasureScope.Everything);
        part.Expression.Collect(plan, period);
        part.Expression.Collect(other, period);
        foreach (MeasureRequest request in plan.Requests.Concat(other.Requests))
        {
            if (Dimensions.Customer.ColumnIn(request.Measure.Relation) is null) return $"{request.Measure.Relation} has no path to the customer";
        }

        return null;
    }

    private bool AddsUp(Metric metric) => metric.Expression.AddsUp(_first) && metric.Expression.AddsUp(_second);

    private HashSet<Expression> Collect(Metric metric, MetricPolicy policy, HashSet<Expression> found, bool isWithinFormula)
    {
        bool givesItsTerms = isWithinFormula && metric is { Definition: null, Expression: FormulaExpression { IsSum: true } };
        switch (metric.Expression)
        {
            case var _ when AddsUp(metric) && !givesItsTerms:
            case not (PolicyExpression or FormulaExpression { Arguments.Count: > 0 }):
                if (found.Add(metric.Expression) && !_all.Exists(part => part.Expression == metric.Expression)) _all.Add(metric);
                break;
            case PolicyExpression choice:
                Collect(choice.Under(policy), policy, found, isWithinFormula);
                break;
            case FormulaExpression formula:
                foreach (Metric argument in formula.Arguments) Collect(argument, policy, found, isWithinFormula: true);
                break;
        }

        return found;
    }
}
