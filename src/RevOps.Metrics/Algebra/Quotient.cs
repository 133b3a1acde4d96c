namespace RevOps.Metrics;

/// <summary>The two metrics that a rate is the quotient of: each cell's rate, weighted by the cell's denominator, gives the rate of all.</summary>
internal sealed record Quotient(Metric Numerator, Metric Denominator)
{
    /// <summary>The quotient of both as another expression has them: of another period, or under a filter.</summary>
    public Quotient Within(Func<Metric, Expression> wrap) => new(Wrapped(Numerator, wrap), Wrapped(Denominator, wrap));

    private static Metric<Ratio> Wrapped(Metric metric, Func<Metric, Expression> wrap) => new(metric.Name, wrap(metric));
}
