namespace RevOps.Metrics;

/// <summary>A measure of error over a series of forecasts, with the results of earlier periods where it needs them.</summary>
/// <param name="forecast">What was forecast.</param>
/// <param name="actual">What came.</param>
/// <param name="series">Of which periods or owners.</param>
/// <param name="earlierPeriods">How many periods before the series it needs the results of.</param>
/// <param name="formula">The measure of forecasts, actuals and earlier actuals.</param>
/// <param name="undefined">Why there is none where the formula gives null.</param>
internal sealed class ErrorExpression(
    Metric forecast, Metric actual, ErrorSeries series, int earlierPeriods,
    Func<IReadOnlyList<decimal>, IReadOnlyList<decimal>, IReadOnlyList<decimal>, decimal?> formula, string undefined) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Derived;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => $"the error of {forecast} against {actual} over a series";

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        (series.PeriodsOf(period) ?? []).SelectMany(part => new ExpressionPart[] { new(forecast, evaluation, part, cell), new(actual, evaluation, part, cell) });

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        series.Collect(forecast, actual, plan, period);
        foreach (ReportingPeriod earlier in Earlier(period)) actual.Expression.Collect(plan, earlier);
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        List<decimal> forecasts = [], actuals = [], before = [];
        if (series.Read(forecast, actual, evaluation, period, cell, forecasts, actuals) is { } reason) return Quantity.Undefined(reason);
        foreach (ReportingPeriod earlier in Earlier(period))
        {
            Quantity quantity = actual.Expression.Evaluate(evaluation, earlier, cell);
            if (quantity.Value is not { } value) return quantity;
            before.Add(value);
        }

        try
        {
            return Quantity.OrUndefined(formula(forecasts, actuals, before), undefined);
        }
        catch (OverflowException)
        {
            return Quantity.TooLarge;
        }
    }

    private IReadOnlyList<ReportingPeriod> Earlier(ReportingPeriod period) =>
        earlierPeriods > 0 && series.PeriodsOf(period) is { } parts ? PeriodSeries.Before(parts[0], earlierPeriods) : [];
}
