namespace RevOps.Metrics;

/// <summary>A node of a metric's formula.</summary>
internal abstract class Expression
{
    /// <summary>Says which measures over which windows it will need for a period.</summary>
    public abstract void Collect(MeasurePlan plan, ReportingPeriod period);

    /// <summary>Its number for a period and cell.</summary>
    public abstract Quantity Evaluate(MetricEvaluation evaluation, ReportingPeriod period, Cell cell);

    /// <summary>True when it counts some that are still undecided, so that its number can change with time.</summary>
    public virtual bool IsImmature(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => false;

    /// <summary>True when its numbers in the cells of a dimension with one value an entity add up to its total.</summary>
    public virtual bool AddsUp(MetricPolicy policy) => false;
}
