using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>The shifted beta-geometric model (sBG): each customer leaves at each renewal with a probability of its own, which never changes.</summary>
/// <remarks>
/// <para>That probability varies over customers by a beta distribution of alpha and beta. The churn of a cohort falls with tenure, though
/// nobody's own does: those most likely to leave are gone first.</para>
/// <para>S(t) = B(alpha, beta + t) / B(alpha, beta), r(t) = (beta + t - 1) / (alpha + beta + t - 1).</para>
/// <para>Source: Fader and Hardie, "How to Project Customer Retention", Journal of Interactive Marketing 21(1), 2007.</para>
/// </remarks>
/// <param name="Alpha">alpha: leaving, against</param>
/// <param name="Beta">beta: staying; alpha / (alpha + beta) is the churn of the first period.</param>
public sealed record ShiftedBetaGeometricModel(double Alpha, double Beta) : ContractModel
{
    /// <summary>alpha: leaving.</summary>
    public double Alpha { get; init; } = RequireParameter(Alpha, nameof(Alpha));

    /// <summary>beta: staying.</summary>
    public double Beta { get; init; } = RequireParameter(Beta, nameof(Beta));

    /// <summary>The parameters under which the survivors of cohorts are most likely.</summary>
    /// <param name="cohorts">One cohort, or several of any ages: they share the parameters.</param>
    /// <param name="options">How long and closely to search.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>
    /// Undefined where nobody or everybody left at once, where there are fewer than two periods, and where churn does not fall with tenure: the model
    /// can only have it fall, the likelihood then rises for ever towards customers who are all alike, and there is no finite estimate.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    public static Fitted<ShiftedBetaGeometricModel> Fit(IEnumerable<CohortSurvivors> cohorts, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        LossTable losses = LossTable.Of(cohorts);
        if (losses.NothingToFit(parameters: 2) is { } reason) return Fitted<ShiftedBetaGeometricModel>.Undefined(reason);
        MaximumLikelihoodFit alike = losses.FitAlike(constantChurn: true, options, cancellationToken);
        LikelihoodProblem problem = new()
        {
            Parameters = [new("alpha", 1), new("beta", 2)],
            Observations = losses.Customers,
            LogLikelihood = (parameters, _, _) =>
            {
                (double alpha, double beta) = (parameters[0], parameters[1]);
                return losses.LogLikelihood(periods => LogSurvival(alpha, beta, periods));
            },
            Warnings = losses.Warnings,
        };
        MaximumLikelihoodFit fit = MaximumLikelihood.Fit(problem, options, cancellationToken);
        double limit = alike.Report.LogLikelihood;
        return fit.Report.LogLikelihood > limit + (1e-9 * (Math.Abs(limit) + 1))
            ? Fitted<ShiftedBetaGeometricModel>.Of(new(fit[0], fit[1]), fit.Report)
            : Fitted<ShiftedBetaGeometricModel>.Undefined(WhyAlike(losses, alike, options, cancellationToken));
    }

    private protected override double LogSurvival(int periods) => LogSurvival(Alpha, Beta, periods);

    private protected override Estimate Residual(int period, double discountRate)
    {
        Estimate sum = BetaSurvival.DiscountedSum(Alpha, Beta + period - 1, discountRate);
        return sum.IsDefined ? Estimate.Of(sum.Value.Value * (1 + discountRate)) : sum;
    }

    private protected override double SumWithin(int horizon) => horizon == 0 ? 0 : 1 + BetaSurvival.Sum(Alpha, Beta, horizon - 1, 0);

    private static double LogSurvival(double alpha, double beta, int periods) => periods < alpha
        ? LogGamma.Rising(beta, periods) - LogGamma.Rising(alpha + beta, periods)
        : LogGamma.Rising(beta, alpha) - LogGamma.Rising(beta + periods, alpha);

    private static string WhyAlike(LossTable losses, MaximumLikelihoodFit alike, FitOptions? options, CancellationToken cancellationToken)
    {
        double power = losses.FitAlike(constantChurn: false, options, cancellationToken)[1];
        double churn = 1 - Math.Exp(-alike[0]);
        return power > 1.0001
            ? string.Create(CultureInfo.InvariantCulture, $"no finite estimate: churn rises with tenure, and the shifted beta-geometric model can only have it fall. BetaDiscreteWeibullModel can have it rise; at constant churn it would be {churn:P1} a period")
            : string.Create(CultureInfo.InvariantCulture, $"no finite estimate: churn does not fall with tenure, as if all customers were alike. Take a constant churn of {churn:P1} a period");
    }
}
