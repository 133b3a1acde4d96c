using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using NodaTime;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Subscriptions by the month of a process whose rates are known: customers come each month, and leave or grow with constant probability.</summary>
internal static class SimulatedBook
{
    public const double Churn = 0.04, Growth = 0.03;

    public static readonly LocalDate From = new(2023, 1, 1);

    /// <summary>The book.</summary>
    /// <param name="seed">Where chance starts.</param>
    /// <param name="months">How many months.</param>
    /// <param name="perMonth">How many customers come in one, on average.</param>
    /// <param name="churn">The probability to leave by the months since coming; <see cref="Churn"/> unless told.</param>
    /// <param name="spread">By what factor, as a standard deviation of logarithms, prices differ; 0 for prices of 50 to 150.</param>
    public static RevenueDataset Dataset(int seed, int months, int perMonth, Func<int, double>? churn = null, double spread = 0)
    {
        MersenneTwister random = new(seed);
        List<Subscription> subscriptions = [];
        for (int month = 0; month < months; month++)
        {
            int come = (perMonth / 2) + random.Next(perMonth + 1);
            for (int i = 0; i < come; i++)
            {
                LocalDate start = From.PlusMonths(month), day = start;
                decimal price = 50 + random.Next(100);
                if (spread > 0) price = decimal.Round(price * (decimal)Math.Exp(Normal.Sample(random, 0, spread)), 2);
                List<PriceTerm> terms = [new() { From = start, Interval = BillingInterval.Month, Price = new Money(price, Currency.Usd) }];
                LocalDate? end = null;
                for (int t = month + 1; t < months; t++)
                {
                    day = day.PlusMonths(1);
                    double u = random.NextDouble();
                    double leaves = churn?.Invoke(t - month) ?? Churn;
                    if (u < leaves)
                    {
                        end = day;
                        break;
                    }

                    if (u < leaves + Growth) terms.Add(new PriceTerm { From = day, Interval = BillingInterval.Month, Price = new Money(price *= 1.5m, Currency.Usd) });
                }

                subscriptions.Add(new Subscription { Id = $"S{subscriptions.Count:0000}", CustomerId = $"C{subscriptions.Count:0000}", Start = start, End = end, Terms = ValueList.From(terms) });
            }
        }

        return RevenueDataset.Build(subscriptions: subscriptions);
    }
}
