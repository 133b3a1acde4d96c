namespace RevOps.Metrics.Predictive;

/// <summary>A model of customers under contract, who at the end of each period renew or leave for good.</summary>
/// <remarks>
/// A customer's first period is 1. After period t the part S(t) of a cohort is there still, S(0) = 1. Customers differ in how likely they are to
/// leave, so that those who have stayed long are ever more those who stay.
/// </remarks>
public abstract record ContractModel
{
    private protected ContractModel()
    {
    }

    /// <summary>S(t): the part of a cohort that renews at least t times.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is negative.</exception>
    public double Survival(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        return Math.Exp(LogSurvival(periods));
    }

    /// <summary>r(t) = S(t) / S(t - 1): the part of those in their t-th period who renew at its end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public double RetentionRate(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        return Math.Exp(LogSurvival(period) - LogSurvival(period - 1));
    }

    /// <summary>P(T = t) = S(t - 1) - S(t): the part of a cohort that leaves at the end of its t-th period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public double ChurnProbability(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        double before = LogSurvival(period - 1);
        return -Math.Exp(before) * LogGamma.Less1(LogSurvival(period) - before);
    }

    /// <summary>The curve from period 0 on: survival, and from period 1 on the retention rate.</summary>
    /// <param name="periods">The last period, 0 or more.</param>
    public ValueList<SurvivalPoint> Project(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        return [.. Enumerable.Range(0, periods + 1).Select(t => new SurvivalPoint(t, Survival(t), t == 0 ? null : RetentionRate(t)))];
    }

    /// <summary>The mean number of periods that a new customer stays, the first one included: S(0) + S(1) + S(2) + ...</summary>
    /// <returns>Undefined where the sum is not finite: some customers are so unlikely to leave that the mean has no limit. Ask with a horizon or a discount then.</returns>
    public Estimate ExpectedLifetime => DiscountedExpectedLifetime(0);

    /// <summary>The mean number of periods, the first one included, that a new customer stays of the first so many: S(0) + ... + S(horizon - 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is negative.</exception>
    public double ExpectedLifetimeWithin(int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(horizon);
        return SumWithin(horizon);
    }

    /// <summary>DEL: the present value of one unit of margin in each period that a new customer stays, paid at the start of each: the sum of S(t) / (1 + d)^t.</summary>
    /// <param name="discountRate">d: the discount of one period, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public Estimate DiscountedExpectedLifetime(double discountRate)
    {
        Estimate residual = DiscountedExpectedResidualLifetime(1, discountRate);
        return residual.IsDefined ? Estimate.Of(1 + (residual.Value.Value / (1 + discountRate))) : residual;
    }

    /// <summary>
    /// DERL: the present value, at the coming renewal, of one unit of margin for it and each later one that the customer makes: the sum over
    /// t = n, n + 1, ... of S(t) / S(n - 1) / (1 + d)^(t - n).
    /// </summary>
    /// <param name="period">n: the period the customer is in, from 1; it has renewed n - 1 times.</param>
    /// <param name="discountRate">d: the discount of one period, 0 or more.</param>
    /// <remarks>
    /// The payment of the coming renewal is not discounted, and made only by those who renew. Source: Fader and Hardie, "Customer-Base Valuation in
    /// a Contractual Setting", Marketing Science 29(1), 2010.
    /// </remarks>
    /// <returns>Undefined without a discount where the sum is not finite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1, or the rate negative.</exception>
    public Estimate DiscountedExpectedResidualLifetime(int period, double discountRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        if (!double.IsFinite(discountRate) || discountRate < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "A discount rate is a fraction of 0 or more: 0.1 for 10 % a period.");
        }

        return Residual(period, discountRate);
    }

    /// <summary>The natural logarithm of the likelihood of cohorts under the model as it is.</summary>
    public double LogLikelihood(IEnumerable<CohortSurvivors> cohorts) => LossTable.Of(cohorts).LogLikelihood(LogSurvival);

    private protected abstract double LogSurvival(int periods);

    private protected abstract Estimate Residual(int period, double discountRate);

    private protected virtual double SumWithin(int horizon)
    {
        double sum = 0;
        for (int t = 0; t < horizon; t++) sum += Survival(t);
        return sum;
    }

    private protected static double RequireParameter(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"The parameter {name} must be finite and above zero.");
}

/// <summary>A point of a survival curve.</summary>
/// <param name="Period">t: the renewals made.</param>
/// <param name="Survival">S(t): the part of the cohort that made them.</param>
/// <param name="RetentionRate">r(t): the part of those there before who made the last of them; null at the start.</param>
public readonly record struct SurvivalPoint(int Period, double Survival, double? RetentionRate);
