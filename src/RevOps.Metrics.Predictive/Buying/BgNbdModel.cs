namespace RevOps.Metrics.Predictive;

/// <summary>The BG/NBD model: customers buy at random at their own rate, and after each repeat purchase some leave for good.</summary>
/// <remarks>
/// <para>The rate of buying varies over customers by a gamma distribution of shape r and rate alpha; the probability to leave after a repeat
/// purchase by a beta distribution of a and b. Who has not bought again has had no occasion to leave, and is alive for certain: where that is
/// wrong of a book, take <see cref="MbgNbdModel"/> or <see cref="ParetoNbdModel"/>.</para>
/// <para>Source: Fader, Hardie and Lee, "Counting Your Customers the Easy Way", Marketing Science 24(2), 2005.</para>
/// </remarks>
/// <param name="R">r: the shape of the rates of buying; below 1 most customers buy little.</param>
/// <param name="Alpha">alpha: the rate of those rates, in units of time.</param>
/// <param name="A">a: leaving, against</param>
/// <param name="B">b: staying; a / (a + b) is the mean probability to leave after a purchase.</param>
public sealed record BgNbdModel(double R, double Alpha, double A, double B) : BetaGeometricBuyingModel(R, Alpha, A, B, Chances)
{
    private const int Chances = 0;

    /// <summary>The parameters under which the histories of customers are most likely.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="options">How long and closely to search.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Undefined where no customer has bought again.</returns>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    public static Fitted<BgNbdModel> Fit(RfmTable customers, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        Fit(customers, Chances, at => new BgNbdModel(at[0], at[1], at[2], at[3]), options, cancellationToken);

    private protected override double ExpectedOfNew(double time) => BetaGeometricDropout.Expected(R, Alpha, A, B, time);

    private protected override double ExpectedOfAlive(PurchaseHistory history, double horizon) =>
        BetaGeometricDropout.Expected(R + history.Frequency, Alpha + history.Age, A, B + history.Frequency, horizon);
}
