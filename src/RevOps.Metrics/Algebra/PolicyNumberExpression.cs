namespace RevOps.Metrics;

/// <summary>A leaf: a number that the policy states.</summary>
internal sealed class PolicyNumberExpression(Func<MetricPolicy, decimal> number) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.PolicyNumber;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => "as the policy states";

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => Quantity.Of(number(evaluation.Policy));
}
