namespace RevOps.Metrics;

/// <summary>A node of a metric's formula.</summary>
internal abstract class Expression
{
    /// <summary>Says which measures over which windows it will need for a period.</summary>
    public abstract void Collect(MeasurePlan plan, ReportingPeriod period);

    /// <summary>Its number for a period and cell, worked out once where the evaluation remembers.</summary>
    public Quantity Evaluate(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        if (evaluation.Memory is not { } memory || !IsWorthKeeping) return Compute(evaluation, period, cell);
        if (memory.TryGet(this, period, cell, out Quantity known)) return known;
        return memory.Keep(this, period, cell, Compute(evaluation, period, cell));
    }

    /// <summary>False where looking the number up is as dear as working it out.</summary>
    protected virtual bool IsWorthKeeping => true;

    /// <summary>Works out its number for a period and cell.</summary>
    protected abstract Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell);

    /// <summary>True when it counts some that are still undecided, so that its number can change with time.</summary>
    public virtual bool IsImmature(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => false;

    /// <summary>What kind of node it is.</summary>
    public abstract ExplanationKind Kind { get; }

    /// <summary>How its number comes about: what a leaf sums, or what is done with the parts; null where only a name for it says so.</summary>
    public abstract string? Words(MetricEvaluation evaluation, ReportingPeriod period);

    /// <summary>The metrics that it is made of, each with what it is evaluated with; none for a leaf.</summary>
    public virtual IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => [];

    /// <summary>What a leaf asks the engine; null for what asks it nothing.</summary>
    public virtual MeasureRequest? Request(ReportingPeriod period, MetricPolicy policy) => null;

    /// <summary>True when its numbers in the cells of a dimension with one value an entity add up to its total.</summary>
    public virtual bool AddsUp(MetricPolicy policy) => false;

    /// <summary>The period whose flows it sums when it is asked for a period; null where its parts are of several.</summary>
    public virtual ReportingPeriod? Span(ReportingPeriod period, MetricPolicy policy) => period;

    /// <summary>The two metrics that it is the quotient of and that add up over cells; null for what is no such quotient.</summary>
    public virtual Quotient? AsQuotient(ReportingPeriod period, MetricPolicy policy) => null;
}
