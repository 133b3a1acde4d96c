namespace RevOps.Metrics;

/// <summary>A customer for whom the sides of a comparison differ.</summary>
/// <param name="CustomerId">Its id; null for what belongs to no customer, such as a deal without one.</param>
/// <param name="First">The bare number on the first side.</param>
/// <param name="Second">The bare number on the second side.</param>
public sealed record CustomerDifference(string? CustomerId, decimal First, decimal Second)
{
    /// <summary>The second less the first, each rounded to twelve decimals.</summary>
    public decimal Difference => ComparedValue.Exact(Second) - ComparedValue.Exact(First);
}
