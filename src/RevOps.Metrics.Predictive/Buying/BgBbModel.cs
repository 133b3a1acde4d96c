namespace RevOps.Metrics.Predictive;

/// <summary>The BG/BB model: customers who buy or not at each of a row of occasions, until they leave between two of them.</summary>
/// <remarks>
/// <para>The probability to buy at an occasion varies over customers by a beta distribution of alpha and beta, the probability to leave before one by
/// a beta distribution of gamma and delta. It is Pareto/NBD for occasions that are counted, such as yearly appeals, conferences or seasons.</para>
/// <para>Source: Fader, Hardie and Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Marketing Science 29(6), 2010.</para>
/// </remarks>
/// <param name="Alpha">alpha: buying, against</param>
/// <param name="Beta">beta: not buying; alpha / (alpha + beta) is the mean probability to buy.</param>
/// <param name="Gamma">gamma: leaving, against</param>
/// <param name="Delta">delta: staying; gamma / (gamma + delta) is the mean probability to leave.</param>
public sealed record BgBbModel(double Alpha, double Beta, double Gamma, double Delta)
{
    /// <summary>alpha: buying.</summary>
    public double Alpha { get; init; } = Require(Alpha, nameof(Alpha));

    /// <summary>beta: not buying.</summary>
    public double Beta { get; init; } = Require(Beta, nameof(Beta));

    /// <summary>gamma: leaving.</summary>
    public double Gamma { get; init; } = Require(Gamma, nameof(Gamma));

    /// <summary>delta: staying.</summary>
    public double Delta { get; init; } = Require(Delta, nameof(Delta));

    /// <summary>E[X(n)]: the purchases expected of a new customer at its first opportunities.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The opportunities are negative.</exception>
    public double ExpectedPurchases(int opportunities)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        return Alpha / (Alpha + Beta) * BetaSurvival.Sum(Gamma, Delta, opportunities, 0);
    }

    /// <summary>E[X(n, n + n*) | x, t_x, n]: the purchases expected of a known customer at the opportunities to come.</summary>
    /// <param name="history">What it has done.</param>
    /// <param name="opportunities">n*, 0 or more.</param>
    /// <exception cref="ArgumentException">No customer can have this history, or the opportunities are negative.</exception>
    public double ConditionalExpectedPurchases(OpportunityHistory history, int opportunities)
    {
        history.Require(nameof(history));
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        return BuyingWhileAlive(history) * BetaSurvival.Sum(Gamma, Delta + history.Opportunities, opportunities, 0);
    }

    /// <summary>P(alive at n + 1 | x, t_x, n): the probability that a known customer is still there at the next opportunity.</summary>
    /// <exception cref="ArgumentException">No customer can have this history.</exception>
    public double ProbabilityAlive(OpportunityHistory history)
    {
        history.Require(nameof(history));
        double stays = (Delta + history.Opportunities) / (Gamma + Delta + history.Opportunities);
        return stays / (1 + Math.Exp(LogOddsOfLeft(history)));
    }

    /// <summary>P(X(n) = x): the probability that a customer buys at exactly so many of its first opportunities.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public double Probability(int purchases, int opportunities)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        double sum = 0;
        for (int last = purchases; last <= opportunities; last++)
        {
            double ways = LogGamma.Rising(last - purchases + 1, purchases) - LogGamma.Rising(1, purchases);
            double bought = LogGamma.Rising(Alpha, purchases) + LogGamma.Rising(Beta, last - purchases) - LogGamma.Rising(Alpha + Beta, last);
            double stayed = LogGamma.Rising(Delta, last) - LogGamma.Rising(Gamma + Delta, last);
            double leaves = last == opportunities ? 0 : Math.Log(Gamma / (Gamma + Delta + last));
            sum += Math.Exp(ways + bought + stayed + leaves);
        }

        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>DERT: the purchases expected of a known customer at all opportunities to come, the next one discounted once.</summary>
    /// <param name="history">What it has done.</param>
    /// <param name="discountRate">The discount from one opportunity to the next, 0 or more.</param>
    /// <returns>Undefined without a discount for gamma of 1 or less, where customers who never leave make the sum infinite.</returns>
    /// <exception cref="ArgumentException">No customer can have this history, or the rate is negative.</exception>
    public Estimate DiscountedExpectedResidualTransactions(OpportunityHistory history, double discountRate)
    {
        history.Require(nameof(history));
        double gamma = Gamma;
        Estimate sum = BetaSurvival.DiscountedSum(gamma, Delta + history.Opportunities, discountRate);
        return sum.IsDefined ? Estimate.Of(BuyingWhileAlive(history) * sum.Value.Value) : sum;
    }

    /// <summary>The natural logarithm of the likelihood of customers under the model as it is.</summary>
    /// <exception cref="ArgumentException">No customer can have such a history, or a number of customers is negative.</exception>
    public double LogLikelihood(IEnumerable<OpportunityGroup> customers) => LogLikelihood(Checked(customers), Alpha, Beta, Gamma, Delta);

    /// <summary>The parameters under which the histories of customers are most likely.</summary>
    /// <param name="customers">The customers, each alone or those with the same history together.</param>
    /// <param name="options">How long and closely to search.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Undefined where nobody bought at an opportunity, or everybody at every one.</returns>
    /// <exception cref="ArgumentException">No customer can have such a history, or a number of customers is negative.</exception>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    public static Fitted<BgBbModel> Fit(IEnumerable<OpportunityGroup> customers, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        OpportunityGroup[] groups = Checked(customers);
        if (groups.Length == 0) return Fitted<BgBbModel>.Undefined("there are no customers");
        if (groups.All(group => group.History.Purchases == 0)) return Fitted<BgBbModel>.Undefined("no customer has bought again, so nothing tells how often they buy or whether they left");
        if (groups.All(group => group.History.Purchases == group.History.Opportunities)) return Fitted<BgBbModel>.Undefined("every customer bought at every opportunity, so nothing tells of not buying or of leaving");
        LikelihoodProblem problem = new()
        {
            Parameters = [new("alpha", 1), new("beta", 1), new("gamma", 1), new("delta", 2)],
            Observations = groups.Sum(group => group.Customers),
            LogLikelihood = (parameters, _, _) => LogLikelihood(groups, parameters[0], parameters[1], parameters[2], parameters[3]),
        };
        MaximumLikelihoodFit fit = MaximumLikelihood.Fit(problem, options, cancellationToken);
        return Fitted<BgBbModel>.Of(new(fit[0], fit[1], fit[2], fit[3]), fit.Report);
    }

    private static OpportunityGroup[] Checked(IEnumerable<OpportunityGroup> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        OpportunityGroup[] groups = [.. customers];
        foreach (OpportunityGroup group in groups)
        {
            group.History.Require(nameof(customers));
            if (group.Customers < 0) throw new ArgumentException("A number of customers is negative: count them from 0.", nameof(customers));
        }

        return [.. groups.GroupBy(group => group.History, group => group.Customers, (history, counts) => new OpportunityGroup(history, counts.Sum()))
            .Where(group => group.Customers > 0)
            .OrderBy(group => group.History.Opportunities).ThenBy(group => group.History.Purchases).ThenBy(group => group.History.LastPurchase)];
    }

    private static double LogLikelihood(OpportunityGroup[] groups, double alpha, double beta, double gamma, double delta)
    {
        double sum = 0;
        foreach ((OpportunityHistory history, long customers) in groups)
        {
            (int x, int n) = (history.Purchases, history.Opportunities);
            double logAlive = LogGamma.Rising(alpha, x) + LogGamma.Rising(beta, n - x) - LogGamma.Rising(alpha + beta, n) + LogGamma.Rising(delta, n) - LogGamma.Rising(gamma + delta, n);
            double odds = LogOddsOfLeft(history, alpha, beta, gamma, delta);
            sum += customers * (logAlive + Math.Max(odds, 0) + LogGamma.Ratio(Math.Exp(-Math.Abs(odds))));
        }

        return sum;
    }

    /// <summary>The purchases a customer would make at one opportunity to come if it is still alive after the last one, times the probability that it is.</summary>
    private double BuyingWhileAlive(OpportunityHistory history) =>
        (Alpha + history.Purchases) / (Alpha + Beta + history.Opportunities) / (1 + Math.Exp(LogOddsOfLeft(history)));

    private double LogOddsOfLeft(OpportunityHistory history) => LogOddsOfLeft(history, Alpha, Beta, Gamma, Delta);

    /// <summary>The logarithm of the odds that the customer left after its last purchase and before the last opportunity.</summary>
    /// <remarks>
    /// Told back from the last opportunity n, each earlier leaving is the one after it times a ratio: having left before opportunity j + 1 instead of
    /// being alive at n needs neither the silence nor the staying from then on. All terms are positive.
    /// </remarks>
    private static double LogOddsOfLeft(OpportunityHistory history, double alpha, double beta, double gamma, double delta)
    {
        double sum = 0, silent = 1, logScale = 0;
        for (int j = history.Opportunities - 1; j >= history.LastPurchase; j--)
        {
            // Silent and alive at j + 1, undone.
            silent *= (alpha + beta + j) / (beta + j - history.Purchases) * (gamma + delta + j) / (delta + j);
            sum += silent * gamma / (gamma + delta + j);
            if (silent < 1e250) continue;
            silent *= 1e-250;
            sum *= 1e-250;
            logScale += 250 * Math.Log(10);
        }

        return Math.Log(sum) + logScale;
    }

    private static double Require(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"The parameter {name} must be finite and above zero.");
}
