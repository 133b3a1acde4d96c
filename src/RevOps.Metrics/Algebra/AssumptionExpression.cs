namespace RevOps.Metrics;

/// <summary>A leaf: a number that somebody states, because no record holds it.</summary>
internal sealed class AssumptionExpression(string name) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Assumption;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => "assumed";

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        evaluation.Assumed(name, period, cell);
}
