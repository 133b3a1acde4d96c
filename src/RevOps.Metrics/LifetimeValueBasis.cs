namespace RevOps.Metrics;

/// <summary>What customer lifetime value is taken of.</summary>
public enum LifetimeValueBasis
{
    /// <summary>The gross margin that a customer brings.</summary>
    GrossMargin,

    /// <summary>The revenue that a customer brings.</summary>
    Revenue,
}
