namespace RevOps.Metrics;

/// <summary>A leaf: a number that somebody states, because no record holds it.</summary>
internal sealed class AssumptionExpression(string name) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Assumption;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) =>
        evaluation.Assumptions.Find(name) is null ? "an assumption that is not given" : "assumed";

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
    }

    public override Quantity Evaluate(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        Quantity.OrUndefined(evaluation.Assumptions.Find(name), $"assumption {name} not given");
}
