namespace RevOps.Metrics.Predictive;

/// <summary>What a customer's margin is multiplied by to give its lifetime value where retention never changes.</summary>
/// <remarks>
/// Source: Gupta and Lehmann, "Customers as Assets", Journal of Interactive Marketing 17(1), 2003. Retention of real cohorts rises with tenure, which
/// makes the multiple too small for old customers and too large for new ones: <see cref="ContractModel.DiscountedExpectedResidualLifetime"/>.
/// </remarks>
public static class MarginMultiple
{
    /// <summary>r / (1 + i - r): the first margin comes at the end of the first period, from those who stayed.</summary>
    /// <param name="retentionRate">r: the part that stays from one period to the next, 0 to 1.</param>
    /// <param name="discountRate">i: the discount of one period, 0 or more.</param>
    /// <returns>Undefined where nobody leaves and nothing is discounted: what never ends has no sum.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Retention outside 0 to 1, or a negative discount.</exception>
    public static Estimate PaidAtEnd(double retentionRate, double discountRate)
    {
        double kept = Kept(retentionRate, discountRate);
        return kept == 0 ? Endless : Estimate.Of(retentionRate / kept);
    }

    /// <summary>(1 + i) / (1 + i - r), which is one more: the first margin comes now.</summary>
    /// <inheritdoc cref="PaidAtEnd"/>
    public static Estimate PaidAtStart(double retentionRate, double discountRate)
    {
        double kept = Kept(retentionRate, discountRate);
        return kept == 0 ? Endless : Estimate.Of((1 + discountRate) / kept);
    }

    private static Estimate Endless { get; } = Estimate.Undefined("nobody leaves and nothing is discounted: margins that never end have no finite sum");

    private static double Kept(double retentionRate, double discountRate)
    {
        if (!(retentionRate is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(retentionRate), retentionRate, "A retention rate is a fraction from 0 to 1.");
        if (!double.IsFinite(discountRate) || discountRate < 0) throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "A discount rate is a fraction of 0 or more.");
        return 1 - retentionRate + discountRate;
    }
}
