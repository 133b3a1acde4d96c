using MathNet.Numerics.Distributions;
using NodaTime;

namespace RevOps.Metrics.Predictive.Tests.Docs;

public class LifetimeValueExampleTests
{
    [Fact]
    public void The_customers_who_buy_when_they_like_are_worth_something()
    {
        Purchase[] purchases = [.. Enumerable.Range(0, 400).SelectMany(i => PurchasesOf($"C{i:000}", new Random(i)))];
        Dictionary<string, double> worth = [];
        // the page begins
        // What was bought up to the end of 2025, with time told in weeks.
        RfmTable customers = RfmTable.FromPurchases(purchases, new LocalDate(2025, 12, 31), RfmOptions.DaysInWeeks);

        Fitted<BgNbdModel> buying = BgNbdModel.Fit(customers);
        Fitted<GammaGammaModel> spend = GammaGammaModel.Fit(customers);
        if (!buying.IsDefined) throw new InvalidOperationException(buying.UndefinedReason);
        if (!spend.IsDefined) throw new InvalidOperationException(spend.UndefinedReason);

        // The year after, at 1 % a month. There is no right number of weeks in a month, so one is chosen.
        LifetimeValueTerms terms = new(Months: 12, MonthlyDiscountRate: 0.01, LifetimeValueTerms.MeanDaysPerMonth / 7);
        foreach (CustomerLifetimeValue customer in buying.Model.LifetimeValues(customers, spend.Model, terms))
        {
            if (customer.Value.IsDefined) worth[customer.CustomerId] = customer.Value.OrThrow();
        }

        // the page ends
        StringWriter output = new() { NewLine = "\n" };

        // the page begins
        LifetimeValueBook book = LifetimeValueBook.Of(customers, buying, spend, terms, level: 0.9);
        output.WriteLine(book.Total);
        output.WriteLine(book.Range);
        output.WriteLine(book.Customers[0].Range);

        // the page ends
        PageExample.Prints("predictive-lifetime-value.md", output.ToString());
        Assert.Equal(400, worth.Count);
        Assert.All(worth.Values, value => Assert.InRange(value, 0, 10_000));
        PageExample.IsIn("predictive-lifetime-value.md");
    }

    [Fact]
    public void The_customers_under_contract_stay_for_so_long()
    {
        // the page begins
        // A thousand customers at the start, and those left after each year.
        CohortSurvivors cohort = CohortSurvivors.Of("2018", 1000, 869, 743, 653, 593, 551, 517, 491);
        Fitted<ShiftedBetaGeometricModel> fit = ShiftedBetaGeometricModel.Fit([cohort]);

        ShiftedBetaGeometricModel model = fit.OrThrow();
        double inTwelveYears = model.Survival(12);
        Estimate renewalsToCome = model.DiscountedExpectedResidualLifetime(period: 8, discountRate: 0.10);
        Estimate wholeLife = model.ExpectedLifetime;
        // the page ends
        Assert.Equal(0.378, inTwelveYears, 5e-4);
        Assert.Equal(7.53, renewalsToCome.OrThrow(), 5e-3);
        Assert.False(wholeLife.IsDefined);
    }

    /// <summary>The purchases of a customer who buys and spends at rates of its own, and after each repeat purchase leaves with a chance of its own.</summary>
    private static IEnumerable<Purchase> PurchasesOf(string customer, Random random)
    {
        double rate = Gamma.Sample(random, 0.8, 40), leaves = Beta.Sample(random, 0.9, 3), spending = Gamma.Sample(random, 5, 120), day = random.Next(120);
        for (int made = 0; day < 365 && (made < 2 || random.NextDouble() >= leaves); made++)
        {
            yield return new Purchase(customer, new LocalDate(2025, 1, 1).PlusDays((int)day), decimal.Round((decimal)Gamma.Sample(random, 4, spending), 2) + 1);
            day += Exponential.Sample(random, rate);
        }
    }
}
