namespace RevOps.Metrics.Predictive;

/// <summary>The slopes of the logarithm of a customer's value by the logarithms of the parameters, those of buying first.</summary>
/// <param name="buying">For each parameter of buying the model a little below and above.</param>
/// <param name="spend">The same for the parameters of spend.</param>
/// <param name="terms">What is valued.</param>
internal sealed class LifetimeValueSlopes(
    (BuyingModel Below, BuyingModel Above)[] buying, (GammaGammaModel Below, GammaGammaModel Above)[] spend, LifetimeValueTerms terms)
{
    public int Count => buying.Length + spend.Length;

    /// <summary>NaN where the expected spend is not finite a little aside; 0 for what is worth nothing either way.</summary>
    public double[] Of(RfmSummary customer)
    {
        double[] slopes = new double[Count];
        for (int i = 0; i < buying.Length; i++)
        {
            slopes[i] = SlopeOfLog(buying[i].Below.DiscountedPurchases(customer.History, terms), buying[i].Above.DiscountedPurchases(customer.History, terms));
        }

        for (int i = 0; i < spend.Length; i++)
        {
            slopes[buying.Length + i] = SlopeOfLog(spend[i].Below.ExpectedSpend(customer).Value ?? double.NaN, spend[i].Above.ExpectedSpend(customer).Value ?? double.NaN);
        }

        return slopes;
    }

    private static double SlopeOfLog(double below, double above) =>
        below == above ? 0 : ParameterUncertainty<BuyingModel>.Slope(Math.Log(below), Math.Log(above));
}
