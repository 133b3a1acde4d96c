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
public sealed record BgNbdModel(double R, double Alpha, double A, double B) : BuyingModel
{
    private const int Chances = 0;

    /// <summary>r: the shape of the rates of buying.</summary>
    public double R { get; init; } = RequireParameter(R, nameof(R));

    /// <summary>alpha: the rate of the rates of buying, in units of time.</summary>
    public double Alpha { get; init; } = RequireParameter(Alpha, nameof(Alpha));

    /// <summary>a: leaving.</summary>
    public double A { get; init; } = RequireParameter(A, nameof(A));

    /// <summary>b: staying.</summary>
    public double B { get; init; } = RequireParameter(B, nameof(B));

    /// <summary>The parameters under which the histories of customers are most likely.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="options">How long and closely to search.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Undefined where no customer has bought again.</returns>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    public static Fitted<BgNbdModel> Fit(RfmTable customers, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        PurchaseGroups groups = PurchaseGroups.Of(customers, cancellationToken);
        if (groups.NothingToFit() is { } reason) return Fitted<BgNbdModel>.Undefined(reason);
        double time = groups.MeanAge;
        LikelihoodProblem problem = new()
        {
            Parameters = [new("r", 1), new("alpha", time, time * 1e-8, time * 1e8), new("a", 1), new("b", 2)],
            HasGradient = true,
            Observations = groups.Customers,
            LogLikelihood = new BetaGeometricLikelihood(groups, Chances, options?.Threads).Value,
            Warnings = customers.Warnings,
        };
        MaximumLikelihoodFit fit = MaximumLikelihood.Fit(problem, options, cancellationToken);
        return Fitted<BgNbdModel>.Of(new(fit[0], fit[1], fit[2], fit[3]), fit.Report);
    }

    private protected override double ExpectedOfNew(double time) => BetaGeometricDropout.Expected(R, Alpha, A, B, time);

    private protected override double ExpectedOfAlive(PurchaseHistory history, double horizon) =>
        BetaGeometricDropout.Expected(R + history.Frequency, Alpha + history.Age, A, B + history.Frequency, horizon);

    private protected override double Alive(PurchaseHistory history) => 1 / (1 + Math.Exp(BetaGeometricDropout.LogOddsOfLeft(R, Alpha, A, B, Chances, history)));

    private protected override double Mass(long purchases, double time) => BetaGeometricDropout.Mass(R, Alpha, A, B, Chances, purchases, time);

    private protected override double LogLikelihoodOf(PurchaseGroups groups) => new BetaGeometricLikelihood(groups, Chances, null).Value([R, Alpha, A, B], [], CancellationToken.None);
}
