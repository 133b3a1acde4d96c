namespace RevOps.Metrics.Predictive;

/// <summary>A model of customers who buy when they like and leave without saying so.</summary>
/// <remarks>Times are in the unit of the histories that the model was fitted to: after <see cref="RfmOptions.DaysInWeeks"/>, in weeks.</remarks>
public abstract record BuyingModel
{
    private protected BuyingModel()
    {
    }

    /// <summary>E[X(t)]: the repeat purchases expected of a customer in the time after its first purchase.</summary>
    /// <param name="time">How long, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public double ExpectedPurchases(double time)
    {
        RequireTime(time, nameof(time));
        return ExpectedOfNew(time);
    }

    /// <summary>E[Y(t) | x, t_x, T]: the purchases expected of a known customer in the time to come.</summary>
    /// <param name="history">What it has done.</param>
    /// <param name="horizon">How long, from the end of what was observed; 0 or more.</param>
    /// <exception cref="ArgumentException">No customer can have this history, or the horizon is negative or not finite.</exception>
    public double ConditionalExpectedPurchases(PurchaseHistory history, double horizon)
    {
        history.Require("The customer", nameof(history));
        RequireTime(horizon, nameof(horizon));
        return horizon == 0 ? 0 : Alive(history) * ExpectedOfAlive(history, horizon);
    }

    /// <summary>P(alive | x, t_x, T): the probability, 0 to 1, that a known customer is still one at the end of what was observed.</summary>
    /// <param name="history">What it has done.</param>
    /// <exception cref="ArgumentException">No customer can have this history.</exception>
    public double ProbabilityAlive(PurchaseHistory history)
    {
        history.Require("The customer", nameof(history));
        return Alive(history);
    }

    /// <summary>P(X(t) = x): the probability that a customer makes exactly this many repeat purchases in the time after its first.</summary>
    /// <param name="purchases">x, 0 or more.</param>
    /// <param name="time">t, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count or the time is negative, or the time is not finite.</exception>
    public double Probability(long purchases, double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        RequireTime(time, nameof(time));
        if (time == 0) return purchases == 0 ? 1 : 0;
        return Math.Clamp(Mass(purchases, time), 0, 1);
    }

    /// <summary>The natural logarithm of the likelihood of customers under the model as it is.</summary>
    public double LogLikelihood(RfmTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return LogLikelihoodOf(PurchaseGroups.Of(customers, CancellationToken.None));
    }

    /// <summary>What a known customer will spend, discounted to the end of what was observed.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="spend">The model of its spend.</param>
    /// <param name="terms">How far ahead, at what discount, and how months are counted.</param>
    /// <remarks>
    /// The sum over the months i = 1, 2, ... of (E[Y(u i)] - E[Y(u (i - 1))]) x E[spend] x margin / (1 + d)^i, with u units of time in a month: a
    /// month's money is discounted as if it came at the month's end. Undefined where the expected spend is. Source: Fader, Hardie and Lee,
    /// Journal of Marketing Research 42(4), 2005; the calendar as in the package lifetimes.
    /// </remarks>
    /// <exception cref="ArgumentException">No customer can have this history.</exception>
    public Estimate LifetimeValue(RfmSummary customer, GammaGammaModel spend, LifetimeValueTerms terms)
    {
        ArgumentNullException.ThrowIfNull(spend);
        ArgumentNullException.ThrowIfNull(terms);
        customer.History.Require($"Customer '{customer.CustomerId}'", nameof(customer));
        return ValueOf(customer, spend, terms);
    }

    /// <summary>The lifetime values of all customers, in their order.</summary>
    /// <inheritdoc cref="LifetimeValue"/>
    /// <param name="customers">The customers.</param>
    /// <param name="spend">The model of their spend.</param>
    /// <param name="terms">How far ahead, at what discount, and how months are counted.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public ValueList<CustomerLifetimeValue> LifetimeValues(RfmTable customers, GammaGammaModel spend, LifetimeValueTerms terms, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(spend);
        ArgumentNullException.ThrowIfNull(terms);
        CustomerLifetimeValue[] values = new CustomerLifetimeValue[customers.Customers.Count];
        IndependentWork.Do(values.Length, i =>
        {
            RfmSummary customer = customers.Customers[i];
            values[i] = new(customer.CustomerId, Alive(customer.History), ValueOf(customer, spend, terms));
        }, terms.Threads, progress: null, cancellationToken);
        return [.. values];
    }

    private protected abstract double ExpectedOfNew(double time);

    /// <summary>The purchases expected in the time to come of a customer with this history who is alive.</summary>
    private protected abstract double ExpectedOfAlive(PurchaseHistory history, double horizon);

    private protected abstract double Alive(PurchaseHistory history);

    private protected abstract double Mass(long purchases, double time);

    private protected abstract double LogLikelihoodOf(PurchaseGroups groups);

    private protected static double RequireParameter(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"The parameter {name} must be finite and above zero.");

    private static void RequireTime(double time, string name)
    {
        if (!double.IsFinite(time) || time < 0) throw new ArgumentOutOfRangeException(name, time, "A time is finite and 0 or more, in the unit the model was fitted in.");
    }

    /// <summary>The purchases expected of a known customer in the months to come, each month's discounted to today.</summary>
    internal double DiscountedPurchases(PurchaseHistory history, LifetimeValueTerms terms)
    {
        double alive = Alive(history);
        double value = 0, before = 0, discount = 1;
        for (int month = 1; month <= terms.Months; month++)
        {
            double until = ExpectedOfAlive(history, month * terms.UnitsPerMonth);
            discount /= 1 + terms.MonthlyDiscountRate;
            value += (until - before) * discount;
            before = until;
        }

        return alive * value;
    }

    private Estimate ValueOf(RfmSummary customer, GammaGammaModel spend, LifetimeValueTerms terms)
    {
        Estimate each = spend.ExpectedSpend(customer);
        return each.IsDefined ? Estimate.Of(DiscountedPurchases(customer.History, terms) * each.Value.Value * terms.Margin) : each;
    }
}
