namespace RevOps.Metrics;

/// <summary>The sum over the values of a dimension of an amount x the share assumed for the value; values without an amount need no share.</summary>
internal sealed class WeightedExpression(Metric amount, Dimension dimension, string assumption) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.WeightedSum;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => $"sum over each {dimension} of {amount} x its {assumption}";

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        if (amount.Expression.Evaluate(evaluation, period, cell).Value is null) return [new(amount, evaluation, period, cell)];
        MetricEvaluation split = evaluation.SplitBy(dimension);
        Metric<Ratio> share = new(assumption, new AssumptionExpression(assumption));
        return from part in split.CellsWithin(cell)
               where amount.Expression.Evaluate(split, period, part).Value is not (null or 0)
               from metric in (Metric[])[amount, share]
               select new ExpressionPart(metric, split, period, part);
    }

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        amount.Expression.Collect(plan, period);
        amount.Expression.Collect(plan.Within(scope => scope.SplitBy(dimension)), period);
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        Quantity whole = amount.Expression.Evaluate(evaluation, period, cell);
        if (whole.Value is null) return whole;
        MetricEvaluation split = evaluation.SplitBy(dimension);
        List<decimal> amounts = [], shares = [];
        foreach (Cell part in split.CellsWithin(cell))
        {
            if (amount.Expression.Evaluate(split, period, part).Value is not { } ofPart || ofPart == 0) continue;
            string of = $"{dimension} {part.Values[^1] ?? Cell.NoValue}";
            Quantity share = split.Assumed(assumption, period, part);
            if (share.Value is not { } given) return Quantity.Undefined($"assumption {assumption} not given for {of}");
            if (given is < 0 or > 1) return Quantity.Undefined($"the {assumption} of {of} is not between 0 and 1");
            amounts.Add(ofPart);
            shares.Add(given);
        }

        return Quantity.Of(Formulas.WeightedPipeline(amounts, shares));
    }
}
