namespace RevOps.Metrics.Predictive;

/// <summary>The beta-discrete-Weibull model (BdW): as the shifted beta-geometric, but each customer's own probability to leave can rise or fall with tenure.</summary>
/// <remarks>
/// <para>S(t) = B(gamma, delta + t^c) / B(gamma, delta). With c = 1 it is the shifted beta-geometric with alpha = gamma and beta = delta; above 1
/// a customer grows more likely to leave, below 1 less.</para>
/// <para>Source: Fader, Hardie, Liu, Davin and Steenburgh, "How to Project Customer Retention Revisited: The Role of Duration Dependence",
/// Journal of Interactive Marketing 43, 2018.</para>
/// </remarks>
/// <param name="Gamma">gamma: leaving, against</param>
/// <param name="Delta">delta: staying; gamma / (gamma + delta) is the churn of the first period.</param>
/// <param name="C">c: how a customer's churn changes with tenure; 1 is not at all.</param>
public sealed record BetaDiscreteWeibullModel(double Gamma, double Delta, double C) : ContractModel
{
    /// <summary>gamma: leaving.</summary>
    public double Gamma { get; init; } = RequireParameter(Gamma, nameof(Gamma));

    /// <summary>delta: staying.</summary>
    public double Delta { get; init; } = RequireParameter(Delta, nameof(Delta));

    /// <summary>c: how a customer's churn changes with tenure.</summary>
    public double C { get; init; } = RequireParameter(C, nameof(C));

    /// <summary>The parameters under which the survivors of cohorts are most likely.</summary>
    /// <param name="cohorts">One cohort, or several of any ages: they share the parameters.</param>
    /// <param name="options">How long and closely to search.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>
    /// Undefined where nobody or everybody left at once, and where there are fewer than three periods. Where customers look all alike, gamma and delta
    /// have no finite estimate: the report says so, and the curve is that of a discrete Weibull distribution.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    public static Fitted<BetaDiscreteWeibullModel> Fit(IEnumerable<CohortSurvivors> cohorts, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        LossTable losses = LossTable.Of(cohorts);
        if (losses.NothingToFit(parameters: 3) is { } reason) return Fitted<BetaDiscreteWeibullModel>.Undefined(reason);
        MaximumLikelihoodFit alike = losses.FitAlike(constantChurn: false, options, cancellationToken);
        LikelihoodProblem problem = new()
        {
            Parameters = [new("gamma", 1), new("delta", 2), new("c", 1, 1e-3, 1e2)],
            Observations = losses.Customers,
            LogLikelihood = (parameters, _, _) =>
            {
                (double gamma, double delta, double c) = (parameters[0], parameters[1], parameters[2]);
                return losses.LogLikelihood(periods => LogSurvival(gamma, delta, c * Math.Log(periods)));
            },
            Warnings = losses.Warnings,
        };
        MaximumLikelihoodFit fit = MaximumLikelihood.Fit(problem, options, cancellationToken);
        FitReport report = fit.Report;
        double limit = alike.Report.LogLikelihood;
        if (report.LogLikelihood <= limit + (1e-6 * (Math.Abs(limit) + 1)))
        {
            report = report with
            {
                Warnings = [.. report.Warnings, "Customers look all alike: gamma and delta grow together without limit, and the curve is that of a discrete Weibull distribution."],
            };
        }

        return Fitted<BetaDiscreteWeibullModel>.Of(new(fit[0], fit[1], fit[2]), report);
    }

    private protected override double LogSurvival(int periods) => LogSurvival(Gamma, Delta, C * Math.Log(periods));

    private protected override Estimate Residual(int period, double discountRate)
    {
        if (discountRate == 0 && Gamma * C <= 1)
        {
            return Estimate.Undefined("the sum is not finite without a discount: some customers are so unlikely to leave that the expected lifetime has no limit");
        }

        const int terms = 5_000;
        double before = LogSurvival(period - 1), discount = Math.Log(1 + discountRate), sum = 0;
        double Log(double t) => LogSurvival(Gamma, Delta, C * Math.Log(t)) - before - ((t - period) * discount);
        for (int t = period; t < period + terms; t++)
        {
            double term = Math.Exp(Log(t));
            sum += term;
            if (term < 1e-18 * sum) return Estimate.Of(sum);
        }

        return Estimate.Of(sum + Tail(period + (double)terms, Log, discount, before));
    }

    /// <summary>The sum of the terms from a far one on, by Euler and Maclaurin: their integral, half the first, less a twelfth of its slope.</summary>
    private double Tail(double start, Func<double, double> log, double discount, double before)
    {
        double first = Math.Exp(log(start));
        double slope = (Math.Exp(log(start + 0.5)) - Math.Exp(log(start - 0.5)));
        double fall = (Gamma * C) - 1, logStart = Math.Log(start);
        double integral = discount > 0
            ? LogitIntegral.Of((logU, logV) => log(start * (1 + Math.Exp(logU - logV))) + logStart + logU - logV)
            // The terms fall as t^-(gamma c): t = start u^(-1 / (gamma c - 1)) makes what is left of the integrand flat.
            : LogitIntegral.Of((logU, logV) =>
            {
                double logT = logStart - (logU / fall);
                return LogSurvival(Gamma, Delta, C * logT) - before + ((fall + 1) * (logT - logStart)) + logStart - Math.Log(fall) + logU + logV;
            });
        return integral + (first / 2) - (slope / 12);
    }

    /// <summary>ln S where t^c has this logarithm.</summary>
    private static double LogSurvival(double gamma, double delta, double logPower)
    {
        const double far = 60;
        if (logPower > far) return LogGamma.Rising(delta, gamma) - (gamma * logPower);
        double power = Math.Exp(logPower);
        return power < gamma
            ? LogGamma.Rising(delta, power) - LogGamma.Rising(gamma + delta, power)
            : LogGamma.Rising(delta, gamma) - LogGamma.Rising(delta + power, gamma);
    }
}
