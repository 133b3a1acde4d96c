using MathNet.Numerics.Distributions;

namespace RevOps.Metrics.Predictive;

/// <summary>What the customers of a book are worth, each and together, with ranges for what their histories leave open about the parameters.</summary>
/// <remarks>
/// <para>A range holds the expected value with its probability when the models are right: it covers that the parameters were estimated from so many
/// customers and no more. It does not cover what a single customer happens to do, nor that a model may be wrong.</para>
/// <para>By the delta method on the logarithms: ln value is taken to be normal around its estimate, with the variance g' C g, where C is the covariance of the logarithms of the
/// parameters (the inverse of the observed information) and g the slopes of ln value by them; buying and spend are fitted apart and taken as independent, as
/// the Gamma-Gamma model does. The customer's history is given, as it is in the value. Nothing is drawn, and it costs about nine times the values alone.</para>
/// <para>Source: the delta method for functions of maximum-likelihood estimates, e.g. Casella and Berger, Statistical Inference (2nd ed. 2002), 5.5.4 and 10.1.3.</para>
/// </remarks>
public sealed class LifetimeValueBook
{
    private LifetimeValueBook()
    {
    }

    /// <summary>The customers in their order.</summary>
    public ValueList<CustomerLifetimeValue> Customers { get; private init; } = [];

    /// <summary>The sum of the values that are defined; undefined where none is.</summary>
    public Estimate Total { get; private init; }

    /// <summary>The range of the total; null where it cannot be told. It is not the sum of the customers' ranges, since all of them share the parameters.</summary>
    public Interval? Range { get; private init; }

    /// <summary>Why there are no ranges; null where there are.</summary>
    public string? NoRangeReason { get; private init; }

    /// <summary>The values of all customers, with ranges.</summary>
    /// <typeparam name="TBuying">The model of buying.</typeparam>
    /// <param name="customers">The customers; those to which the models were fitted, or others who behave alike.</param>
    /// <param name="buying">The fit of their buying.</param>
    /// <param name="spend">The fit of their spend.</param>
    /// <param name="terms">How far ahead, at what discount, and how months are counted.</param>
    /// <param name="level">The probability of the ranges.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">A fit holds no model; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    public static LifetimeValueBook Of<TBuying>(
        RfmTable customers, Fitted<TBuying> buying, Fitted<GammaGammaModel> spend, LifetimeValueTerms terms, double level = 0.95, CancellationToken cancellationToken = default)
        where TBuying : BuyingModel
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(buying);
        ArgumentNullException.ThrowIfNull(spend);
        ArgumentNullException.ThrowIfNull(terms);
        if (level is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1: write 95 % as 0.95.");
        ValueList<CustomerLifetimeValue> values = buying.OrThrow().LifetimeValues(customers, spend.OrThrow(), terms, cancellationToken);
        double[] defined = [.. values.Where(value => value.Value.IsDefined).Select(value => value.Value.OrThrow())];
        Estimate total = defined.Length > 0 ? Estimate.Of(defined.Sum()) : Estimate.Undefined("no customer has a value");
        string? undetermined = buying.Uncertainty?.LogCovariance is null ? "buying" : spend.Uncertainty?.LogCovariance is null ? "spend" : null;
        if (undetermined is not null)
        {
            return new() { Customers = values, Total = total, NoRangeReason = $"the observations do not determine the parameters of {undetermined}, so that their errors are unknown: the fit's report says which" };
        }

        LifetimeValueSlopes slopes = new([.. buying.Uncertainty!.Neighbours().Select(pair => ((BuyingModel)pair.Below, (BuyingModel)pair.Above))], spend.Uncertainty!.Neighbours(), terms);
        double width = Normal.InvCDF(0, 1, (1 + level) / 2);
        CustomerLifetimeValue[] told = [.. values];
        double[][] all = new double[told.Length][];
        IndependentWork.Do(told.Length, i =>
        {
            if (told[i].Value.Value is not { } value) return;
            all[i] = slopes.Of(customers.Customers[i]);
            if (RangeOf(value, all[i]) is { } range) told[i] = told[i] with { Range = range };
        }, terms.Threads, progress: null, cancellationToken);

        Interval? ofTotal = null;
        string? untold = defined.Length == 0 ? "no customer has a value" : null;
        if (defined.Length > 0)
        {
            double[] sum = new double[slopes.Count];
            double sumOfValues = total.OrThrow();
            for (int i = 0; i < told.Length; i++)
            {
                for (int k = 0; all[i] is { } of && sumOfValues != 0 && k < sum.Length; k++) sum[k] += told[i].Value.OrThrow() / sumOfValues * of[k];
            }

            ofTotal = RangeOf(sumOfValues, sum);
            if (ofTotal is null) untold = "the expected spend is not finite near the parameters found, so that nothing bounds the values";
        }

        return new() { Customers = [.. told], Total = total, Range = ofTotal, NoRangeReason = untold };

        Interval? RangeOf(double value, double[] of)
        {
            int ofBuying = buying.Uncertainty!.Values.Length;
            double error = Math.Sqrt(buying.Uncertainty.Variance(of[..ofBuying]) + spend.Uncertainty!.Variance(of[ofBuying..]));
            double low = value * Math.Exp(-width * error), high = value * Math.Exp(width * error);
            return double.IsFinite(low) && double.IsFinite(high) ? new Interval(level, Math.Min(low, high), Math.Max(low, high)) : null;
        }
    }
}
