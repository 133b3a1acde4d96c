namespace RevOps.Metrics.Predictive;

/// <summary>What BG/NBD and its modified form share: gamma distributed rates of buying, and a beta distributed chance to leave after a purchase.</summary>
/// <remarks>They differ in whether a customer can leave after its first purchase already: <see cref="BgNbdModel"/> and <see cref="MbgNbdModel"/>.</remarks>
public abstract record BetaGeometricBuyingModel : BuyingModel
{
    private readonly int _chances;

    /// <param name="r">r.</param>
    /// <param name="alpha">alpha.</param>
    /// <param name="a">a.</param>
    /// <param name="b">b.</param>
    /// <param name="chances">How many chances to leave a customer has had before its first repeat purchase: 0 or 1.</param>
    private protected BetaGeometricBuyingModel(double r, double alpha, double a, double b, int chances)
    {
        (R, Alpha, A, B) = (RequireParameter(r, nameof(R)), RequireParameter(alpha, nameof(Alpha)), RequireParameter(a, nameof(A)), RequireParameter(b, nameof(B)));
        _chances = chances;
    }

    /// <summary>r: the shape of the rates of buying; below 1 most customers buy little.</summary>
    public double R { get; init; }

    /// <summary>alpha: the rate of the rates of buying, in units of time.</summary>
    public double Alpha { get; init; }

    /// <summary>a: leaving.</summary>
    public double A { get; init; }

    /// <summary>b: staying; a / (a + b) is the mean probability to leave after a purchase.</summary>
    public double B { get; init; }

    /// <summary>The parameters under which the histories of customers are most likely.</summary>
    private protected static Fitted<TModel> Fit<TModel>(
        RfmTable customers, int chances, Func<double[], TModel> model, FitOptions? options, CancellationToken cancellationToken)
        where TModel : BetaGeometricBuyingModel
    {
        ArgumentNullException.ThrowIfNull(customers);
        PurchaseGroups groups = PurchaseGroups.Of(customers, cancellationToken);
        if (groups.NothingToFit() is { } reason) return Fitted<TModel>.Undefined(reason);
        double time = groups.MeanAge;
        LikelihoodProblem problem = new()
        {
            Parameters = [new("r", 1), new("alpha", time, time * 1e-8, time * 1e8), new("a", 1), new("b", 2)],
            HasGradient = true,
            Observations = groups.Customers,
            LogLikelihood = new BetaGeometricLikelihood(groups, chances, options?.Threads).Value,
            Warnings = customers.Warnings,
        };
        MaximumLikelihoodFit fit = MaximumLikelihood.Fit(problem, options, cancellationToken);
        return Fitted<TModel>.Of(model, fit);
    }

    private protected sealed override double Alive(PurchaseHistory history) => 1 / (1 + Math.Exp(BetaGeometricDropout.LogOddsOfLeft(R, Alpha, A, B, _chances, history)));

    private protected sealed override double Mass(long purchases, double time) => BetaGeometricDropout.Mass(R, Alpha, A, B, _chances, purchases, time);

    private protected sealed override double LogLikelihoodOf(PurchaseGroups groups) =>
        new BetaGeometricLikelihood(groups, _chances, null).Value([R, Alpha, A, B], [], CancellationToken.None);
}
