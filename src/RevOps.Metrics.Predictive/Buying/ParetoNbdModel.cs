namespace RevOps.Metrics.Predictive;

/// <summary>The Pareto/NBD model: customers buy at random at their own rate, until they leave at a random time that nobody sees.</summary>
/// <remarks>
/// <para>The rate of buying varies over customers by a gamma distribution of shape r and rate alpha, the rate of leaving by one of shape s and rate
/// beta. Unlike in BG/NBD a customer can leave at any time, not only after a purchase.</para>
/// <para>Source: Schmittlein, Morrison and Colombo, Management Science 33(1), 1987; Fader and Hardie, "A Note on Deriving the Pareto/NBD Model and
/// Related Expressions", 2005.</para>
/// </remarks>
/// <param name="R">r: the shape of the rates of buying.</param>
/// <param name="Alpha">alpha: the rate of those rates, in units of time.</param>
/// <param name="S">s: the shape of the rates of leaving.</param>
/// <param name="Beta">beta: the rate of those rates, in units of time.</param>
public sealed record ParetoNbdModel(double R, double Alpha, double S, double Beta) : BuyingModel
{
    /// <summary>r: the shape of the rates of buying.</summary>
    public double R { get; init; } = RequireParameter(R, nameof(R));

    /// <summary>alpha: the rate of the rates of buying, in units of time.</summary>
    public double Alpha { get; init; } = RequireParameter(Alpha, nameof(Alpha));

    /// <summary>s: the shape of the rates of leaving.</summary>
    public double S { get; init; } = RequireParameter(S, nameof(S));

    /// <summary>beta: the rate of the rates of leaving, in units of time.</summary>
    public double Beta { get; init; } = RequireParameter(Beta, nameof(Beta));

    /// <summary>DERT: the purchases expected of a known customer for all time to come, discounted to the end of what was observed.</summary>
    /// <param name="history">What it has done.</param>
    /// <param name="discountRate">The rate of continuous discounting per unit of time, above 0: ln(1.15) / 52 is 15 % a year in weeks.</param>
    /// <remarks>
    /// The integral of e^-dt times the purchases expected at t. Times the expected spend it is the lifetime value without an end.
    /// Source: Fader, Hardie and Lee, Journal of Marketing Research 42(4), 2005.
    /// </remarks>
    /// <exception cref="ArgumentException">No customer can have this history, or the rate is not above 0: without a discount the sum need not be finite.</exception>
    public double DiscountedExpectedResidualTransactions(PurchaseHistory history, double discountRate)
    {
        history.Require("The customer", nameof(history));
        if (!double.IsFinite(discountRate) || discountRate <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "A discount rate above 0 is needed: the purchases of all time to come need not have a finite sum.");
        }

        return Alive(history) * ParetoDropout.DiscountedResidual(R + history.Frequency, Alpha + history.Age, S, Beta + history.Age, discountRate);
    }

    /// <summary>The parameters under which the histories of customers are most likely.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="options">How long and closely to search.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Undefined where no customer has bought again.</returns>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    public static Fitted<ParetoNbdModel> Fit(RfmTable customers, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        PurchaseGroups groups = PurchaseGroups.Of(customers, cancellationToken);
        if (groups.NothingToFit() is { } reason) return Fitted<ParetoNbdModel>.Undefined(reason);
        double time = groups.MeanAge;
        LikelihoodProblem problem = new()
        {
            Parameters = [new("r", 1), new("alpha", time, time * 1e-6, time * 1e8), new("s", 1), new("beta", time, time * 1e-6, time * 1e8)],
            Observations = groups.Customers,
            LogLikelihood = (parameters, _, token) => LogLikelihood(groups, parameters, options?.Threads, token),
            Warnings = customers.Warnings,
        };
        MaximumLikelihoodFit fit = MaximumLikelihood.Fit(problem, options, cancellationToken);
        return Fitted<ParetoNbdModel>.Of(at => new(at[0], at[1], at[2], at[3]), fit);
    }

    private protected override double ExpectedOfNew(double time) => ParetoDropout.Expected(R, Alpha, S, Beta, time);

    private protected override double ExpectedOfAlive(PurchaseHistory history, double horizon) =>
        ParetoDropout.Expected(R + history.Frequency, Alpha + history.Age, S, Beta + history.Age, horizon);

    private protected override double Alive(PurchaseHistory history) => 1 / (1 + Math.Exp(ParetoDropout.LogOddsOfLeft(R, Alpha, S, Beta, history)));

    private protected override double Mass(long purchases, double time) => ParetoDropout.Mass(R, Alpha, S, Beta, purchases, time);

    private protected override double LogLikelihoodOf(PurchaseGroups groups) => LogLikelihood(groups, [R, Alpha, S, Beta], null, CancellationToken.None);

    /// <summary>Per customer ln Gamma(r + x) - ln Gamma(r) + r ln alpha + s ln beta - (r + x) ln(alpha + T) - s ln(beta + T) + ln(1 + odds of having left).</summary>
    private static double LogLikelihood(PurchaseGroups groups, ReadOnlySpan<double> parameters, int? threads, CancellationToken cancellationToken)
    {
        double r = parameters[0], alpha = parameters[1], s = parameters[2], beta = parameters[3];
        Span<double> sum = stackalloc double[1];
        OrderedSum.Add(groups.Weights.Length, AddTo, sum, threads, cancellationToken);
        foreach ((long frequency, double customers) in groups.Frequencies)
        {
            sum[0] += customers * (LogGamma.Rising(r, frequency) - (frequency * Math.Log(alpha)));
        }

        return sum[0];

        void AddTo(int from, int to, Span<double> sums)
        {
            for (int i = from; i < to; i++)
            {
                PurchaseHistory history = groups.Histories[i];
                double logOdds = ParetoDropout.LogOddsOfLeft(r, alpha, s, beta, history);
                double logStill = Math.Max(logOdds, 0) + Math.Log(1 + Math.Exp(-Math.Abs(logOdds)));
                sums[0] += groups.Weights[i] * (logStill - ((r + history.Frequency) * LogGamma.Ratio(history.Age / alpha)) - (s * LogGamma.Ratio(history.Age / beta)));
            }
        }
    }
}
