namespace RevOps.Metrics;

/// <summary>A forecast each of the values of a dimension, such as owners.</summary>
/// <remarks>Who won something without a forecast forecast nothing; who did neither is left out.</remarks>
/// <param name="Dimension">The dimension.</param>
internal sealed record CellSeries(Dimension Dimension) : ErrorSeries($", across {Dimension}")
{
    public override void Collect(Metric forecast, Metric actual, MeasurePlan plan, ReportingPeriod period)
    {
        MeasurePlan split = plan.Within(scope => scope.SplitBy(Dimension));
        forecast.Expression.Collect(plan, period);
        forecast.Expression.Collect(split, period);
        actual.Expression.Collect(split, period);
    }

    public override string? Read(
        Metric forecast, Metric actual, MetricEvaluation evaluation, ReportingPeriod period, Cell cell, List<decimal> forecasts, List<decimal> actuals)
    {
        if (forecast.Expression.Evaluate(evaluation, period, cell).Reason is { } none) return none;
        MetricEvaluation split = evaluation.SplitBy(Dimension);
        bool isNamed = false;
        foreach (Cell part in split.CellsWithin(cell))
        {
            Quantity came = actual.Expression.Evaluate(split, period, part);
            if (came.Value is not { } actually) return came.Reason;
            decimal? foretold = forecast.Expression.Evaluate(split, period, part).Value;
            if (foretold is null or 0 && actually == 0) continue;
            isNamed |= foretold is not null && part.Values[^1] is not null;
            forecasts.Add(foretold ?? 0);
            actuals.Add(actually);
        }

        return isNamed ? null : $"no forecast has a value of '{Dimension}'";
    }
}
