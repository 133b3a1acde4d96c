namespace RevOps.Metrics;

/// <summary>A metric of any unit: an immutable expression over measures, with a name and, in the catalogue, a definition.</summary>
public abstract class Metric
{
    private protected Metric(string name, Expression expression, MetricDefinition? definition)
    {
        Name = name;
        Expression = expression;
        Definition = definition;
    }

    /// <summary>Its name, or its formula where it has none.</summary>
    public string Name { get; }

    /// <summary>What the catalogue says about it; null for a metric made by composition.</summary>
    public MetricDefinition? Definition { get; }

    /// <summary>The unit in words: "money per month".</summary>
    public abstract string UnitName { get; }

    internal Expression Expression { get; }

    /// <summary>A number as people read it, with its unit.</summary>
    internal abstract string Format(decimal magnitude, Currency currency);

    /// <summary>The unit behind a number: "USD per month".</summary>
    internal abstract string Symbol(Currency currency);

    /// <summary>Its name.</summary>
    public sealed override string ToString() => Name;
}
