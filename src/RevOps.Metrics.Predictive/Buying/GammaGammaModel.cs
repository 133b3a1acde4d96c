using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>The Gamma-Gamma model of spend: what a customer spends on a purchase, from what it spent on few.</summary>
/// <remarks>
/// <para>A customer's purchases vary around its own mean by a gamma distribution of shape p, whose rate varies over customers by a gamma
/// distribution of shape q and rate v. What a customer spends is taken to have nothing to do with how often it buys; the fit warns where the
/// data say otherwise.</para>
/// <para>Source: Fader, Hardie and Lee, Journal of Marketing Research 42(4), 2005; Fader and Hardie, "The Gamma-Gamma Model of Monetary Value",
/// note 025, 2013 (v is their gamma).</para>
/// </remarks>
/// <param name="P">p: how alike a customer's own purchases are.</param>
/// <param name="Q">q: how alike the customers are.</param>
/// <param name="V">v: the scale of spend, in currency.</param>
public sealed record GammaGammaModel(double P, double Q, double V)
{
    private const double NotableCorrelation = 0.3;

    /// <summary>p: how alike a customer's own purchases are.</summary>
    public double P { get; init; } = Require(P, nameof(P));

    /// <summary>q: how alike the customers are.</summary>
    public double Q { get; init; } = Require(Q, nameof(Q));

    /// <summary>v: the scale of spend, in currency.</summary>
    public double V { get; init; } = Require(V, nameof(V));

    /// <summary>What a customer of whom nothing is known spends on a purchase: p v / (q - 1). Undefined for q of 1 or less, where the mean is not finite.</summary>
    public Estimate MeanSpend => Q > 1
        ? Estimate.Of(P * V / (Q - 1))
        : Estimate.Undefined(string.Create(CultureInfo.InvariantCulture, $"mean spend is not finite: q is {Q:G4}, and at 1 or less a few customers outweigh all others"));

    /// <summary>What a customer is expected to spend on a purchase: p (v + x m) / (p x + q - 1), between its own mean m of x repeat purchases and the mean of all.</summary>
    /// <param name="repeats">x, the repeat purchases. With none it is the mean of all, <see cref="MeanSpend"/>.</param>
    /// <param name="meanAmount">m, their mean amount; not looked at without repeats.</param>
    /// <remarks>A customer whose mean is zero or less has no place in the model (what it spends is positive): the expectation is undefined.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The repeats are negative, or the amount is not finite.</exception>
    public Estimate ExpectedSpend(long repeats, double meanAmount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(repeats);
        if (repeats == 0) return MeanSpend;
        if (!double.IsFinite(meanAmount)) throw new ArgumentOutOfRangeException(nameof(meanAmount), meanAmount, "Give the mean amount of the repeat purchases.");
        if (meanAmount <= 0) return Estimate.Undefined(string.Create(CultureInfo.InvariantCulture, $"the customer's repeat purchases have a mean of {meanAmount:G4}, and the model knows only spend above zero"));
        double weight = (P * repeats) + Q - 1;
        return weight > 0
            ? Estimate.Of(P * (V + (repeats * meanAmount)) / weight)
            : Estimate.Undefined(string.Create(CultureInfo.InvariantCulture, $"expected spend is not finite: p x + q is {weight + 1:G4}, and must be above 1"));
    }

    /// <inheritdoc cref="ExpectedSpend(long, double)"/>
    /// <param name="customer">The customer.</param>
    public Estimate ExpectedSpend(RfmSummary customer) =>
        customer.History.Frequency > 0 && !customer.MonetaryValue.IsDefined ? customer.MonetaryValue : ExpectedSpend(customer.History.Frequency, customer.MonetaryValue.Value ?? 0);

    /// <summary>The natural logarithm of the likelihood of the spend of customers; those whom a fit leaves out are out.</summary>
    public double LogLikelihood(RfmTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return SpendGroups.Of(customers).LogLikelihood([P, Q, V], [], null, CancellationToken.None);
    }

    /// <summary>The parameters under which the spend of customers is most likely.</summary>
    /// <param name="customers">
    /// The customers. Those without repeat purchases are left out, because the mean of their spend does not exist; those whose repeat purchases
    /// come to zero or less, because the logarithm of their mean does not: the report says how many.
    /// </param>
    /// <param name="options">How long and closely to search.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    public static Fitted<GammaGammaModel> Fit(RfmTable customers, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        SpendGroups groups = SpendGroups.Of(customers);
        if (groups.Customers == 0) return Fitted<GammaGammaModel>.Undefined("no customer has repeat purchases with a mean above zero");
        if (groups.Customers == 1) return Fitted<GammaGammaModel>.Undefined("only one customer has repeat purchases with a mean above zero: one cannot tell how customers differ");
        if (groups.IsConstant) return Fitted<GammaGammaModel>.Undefined("all customers spend the same: the model is about how they differ, and their spend is its own best estimate");
        LikelihoodProblem problem = new()
        {
            // Both shapes near the middle of what is seen, and the scale such that the mean is right.
            Parameters = [new("p", 2), new("q", 3), new("v", groups.MeanAmount, groups.MeanAmount * 1e-8, groups.MeanAmount * 1e8)],
            HasGradient = true,
            Observations = groups.Customers,
            LogLikelihood = (parameters, gradient, token) => groups.LogLikelihood(parameters, gradient, options?.Threads, token),
            Warnings = [.. customers.Warnings, .. Doubts(groups)],
        };
        MaximumLikelihoodFit fit = MaximumLikelihood.Fit(problem, options, cancellationToken);
        return Fitted<GammaGammaModel>.Of(at => new(at[0], at[1], at[2]), fit);
    }

    private static IEnumerable<string> Doubts(SpendGroups groups)
    {
        if (groups.LeftOut > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{groups.LeftOut:N0} customers whose repeat purchases come to zero or less were left out.");
        double correlation = groups.CorrelationWithFrequency;
        if (Math.Abs(correlation) > NotableCorrelation)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Spend and frequency have a correlation of {correlation:0.00}, and the model takes them to be independent: lifetime values will be off for those who buy most.");
        }
    }

    private static double Require(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"The parameter {name} must be finite and above zero.");
}
