namespace RevOps.Metrics.Predictive;

/// <summary>The modified BG/NBD model: as BG/NBD, but a customer can leave after its first purchase already.</summary>
/// <remarks>
/// <para>In BG/NBD every customer without a repeat purchase is alive for certain; here it is the less likely so the longer it has been silent, which
/// fits books with many customers who buy once.</para>
/// <para>Source: Batislam, Denizel and Filiztekin, International Journal of Research in Marketing 24(3), 2007; Hoppe and Wagner, Marketing JRM 2/2007.</para>
/// </remarks>
/// <param name="R">r: the shape of the rates of buying; below 1 most customers buy little.</param>
/// <param name="Alpha">alpha: the rate of those rates, in units of time.</param>
/// <param name="A">a: leaving, against</param>
/// <param name="B">b: staying; a / (a + b) is the mean probability to leave after a purchase.</param>
public sealed record MbgNbdModel(double R, double Alpha, double A, double B) : BetaGeometricBuyingModel(R, Alpha, A, B, Chances)
{
    private const int Chances = 1;

    /// <summary>The parameters under which the histories of customers are most likely.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="options">How long and closely to search.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Undefined where no customer has bought again.</returns>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    public static Fitted<MbgNbdModel> Fit(RfmTable customers, FitOptions? options = null, CancellationToken cancellationToken = default) =>
        Fit(customers, Chances, at => new MbgNbdModel(at[0], at[1], at[2], at[3]), options, cancellationToken);

    private protected override double ExpectedOfNew(double time) => (B / (A + B)) * BetaGeometricDropout.Expected(R, Alpha, A, B + 1, time);

    private protected override double ExpectedOfAlive(PurchaseHistory history, double horizon) =>
        BetaGeometricDropout.Expected(R + history.Frequency, Alpha + history.Age, A, B + history.Frequency + 1, horizon);
}
