using FsCheck;
using FsCheck.Fluent;
using RevOps.Metrics.Tests;
using Xunit.Abstractions;

namespace RevOps.Metrics.Predictive.Tests.Buying;

public class BgBbModelTests(ITestOutputHelper output)
{
    private static readonly BgBbModel Donors = new(1.2, 0.75, 0.66, 2.78);

    [Theory]
    [InlineData(0, 0, 0.129291014113603, 0.10775606065378, 0.11387891822172)]
    [InlineData(2, 4, 1.88266156689276, 0.588405723853273, 1.65823946919446)]
    [InlineData(6, 6, 6.69576815976718, 0.93008474576271, 5.89760115910094)]
    public void A_donor_gives_as_the_package_btyd_says(int x, int last, double next10, double alive, double discounted)
    {
        OpportunityHistory history = new(x, last, 6);
        Assert.Equal(next10, Donors.ConditionalExpectedPurchases(history, 10), 1e-11);
        Assert.Equal(alive, Donors.ProbabilityAlive(history), 1e-12);
        Assert.Equal(discounted, Donors.DiscountedExpectedResidualTransactions(history, 0.1).OrThrow(), 1e-11);
    }

    [Fact]
    public void Long_rows_of_opportunities_are_summed_and_closed_alike()
    {
        // By mpmath 1.3: the mean number of opportunities there of a million, for gamma 0.66 and delta 2.78.
        Assert.Equal(600.623238809042506807764911734, Donors.ExpectedPurchases(1_000_000) * 1.95 / 1.2, 1e-6);
        Assert.Equal(Donors.ExpectedPurchases(100_000), Donors.ExpectedPurchases(100_001), 1e-2);
        Assert.True(double.IsFinite((Donors with { Gamma = 1 }).ExpectedPurchases(200_000)));
    }

    [Fact]
    public void What_never_ends_has_no_sum_without_a_discount()
    {
        Assert.False(Donors.DiscountedExpectedResidualTransactions(new(2, 2, 6), 0).IsDefined);
        Assert.True((Donors with { Gamma = 1.5 }).DiscountedExpectedResidualTransactions(new(2, 2, 6), 0).IsDefined);
    }

    [Fact]
    public void Masses_are_those_of_all_histories_and_add_up_to_the_expectation() => Law.Holds(Models, model =>
    {
        double[] masses = [.. Enumerable.Range(0, 13).Select(x => model.Probability(x, 12))];
        double mean = masses.Select((mass, x) => mass * x).Sum();
        return Math.Abs(masses.Sum() - 1) < 1e-10 && Math.Abs(mean - model.ExpectedPurchases(12)) < 1e-10 * (1 + mean);
    });

    [Fact]
    public void The_likelihoods_of_all_histories_add_up_to_one() => Law.Holds(Models, model =>
    {
        const int n = 5;
        double sum = 0;
        for (int path = 0; path < 1 << n; path++)
        {
            int x = System.Numerics.BitOperations.PopCount((uint)path), last = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)path);
            sum += Math.Exp(model.LogLikelihood([new(new(x, last, n), 1)]));
        }

        return Math.Abs(sum - 1) < 1e-10;
    });

    [Fact]
    public void A_donor_is_never_more_than_alive_and_buys_more_over_more_opportunities() => Law.Holds(
        from model in Models
        from n in Gen.Choose(1, 200)
        from last in Gen.Choose(0, n)
        from x in Gen.Choose(Math.Min(1, last), last)
        select (model, new OpportunityHistory(x, last, n)),
        one =>
        {
            (BgBbModel model, OpportunityHistory history) = one;
            double[] expected = [.. new[] { 0, 1, 5, 100 }.Select(more => model.ConditionalExpectedPurchases(history, more))];
            return model.ProbabilityAlive(history) is >= 0 and <= 1 && expected[0] == 0 && expected.Zip(expected.Skip(1)).All(pair => pair.First <= pair.Second);
        });

    [Fact]
    public void Intervals_of_fits_to_simulated_customers_hold_the_truth_as_often_as_they_say() => IntervalCoverage.Holds(
        output, "BG/BB: alpha 1.2, beta 0.9, gamma 0.8, delta 2.5; 3000 customers, 10 opportunities", 200,
        seed => Held.Of(BgBbModel.Fit(Simulate(seed, 3_000, 10)).Report, 1.2, 0.9, 0.8, 2.5));

    [Fact]
    public void Books_without_purchases_or_without_silence_have_nothing_to_fit()
    {
        Assert.Contains("no customer has bought again", BgBbModel.Fit([new(new(0, 0, 6), 10)]).UndefinedReason, StringComparison.Ordinal);
        Assert.Contains("every opportunity", BgBbModel.Fit([new(new(6, 6, 6), 10)]).UndefinedReason, StringComparison.Ordinal);
        Assert.Contains("no customers", BgBbModel.Fit([]).UndefinedReason, StringComparison.Ordinal);
        Assert.Contains("no customers", BgBbModel.Fit([new(new(1, 1, 6), 0)]).UndefinedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Donors_none_of_whom_left_give_finite_numbers_and_a_warning()
    {
        Fitted<BgBbModel> fit = BgBbModel.Fit([new(new(3, 6, 6), 40), new(new(5, 6, 6), 30), new(new(1, 6, 6), 10)]);

        Assert.NotEmpty(fit.Report!.Warnings);
        Assert.InRange(fit.OrThrow().ProbabilityAlive(new(3, 6, 6)), 0.9, 1);
        Assert.True(double.IsFinite(fit.OrThrow().ConditionalExpectedPurchases(new(3, 6, 6), 10)));
    }

    [Fact]
    public void One_donor_and_donors_all_of_whom_left_give_finite_numbers_and_a_warning()
    {
        OpportunityGroup[][] books = [[new(new(2, 3, 6), 1)], [new(new(1, 1, 40), 50), new(new(2, 2, 40), 30)]];
        foreach (OpportunityGroup[] book in books)
        {
            Fitted<BgBbModel> fit = BgBbModel.Fit(book);
            Assert.NotEmpty(fit.Report!.Warnings);
            Assert.InRange(fit.OrThrow().ProbabilityAlive(book[0].History), 0, 1);
            Assert.True(double.IsFinite(fit.OrThrow().ConditionalExpectedPurchases(book[0].History, 10)));
        }
    }

    [Theory]
    [InlineData(-1, 0, 5)]
    [InlineData(0, 2, 5)]
    [InlineData(3, 2, 5)]
    [InlineData(2, 6, 5)]
    public void What_no_customer_can_have_done_is_refused(int x, int last, int n) => Assert.Throws<ArgumentException>(() => Donors.ProbabilityAlive(new(x, last, n)));

    private static List<OpportunityGroup> Simulate(int seed, int customers, int n)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, customers).Select(_ =>
        {
            double buying = MathNet.Numerics.Distributions.Beta.Sample(random, 1.2, 0.9), leaving = MathNet.Numerics.Distributions.Beta.Sample(random, 0.8, 2.5);
            int x = 0, last = 0;
            for (int i = 1; i <= n && random.NextDouble() >= leaving; i++)
            {
                if (random.NextDouble() >= buying) continue;
                x++;
                last = i;
            }

            return new OpportunityGroup(new(x, last, n), 1);
        })];
    }

    private static Gen<BgBbModel> Models { get; } =
        from alpha in BgNbdModelTests.Scale(0.1, 10)
        from beta in BgNbdModelTests.Scale(0.1, 10)
        from gamma in Gen.OneOf(BgNbdModelTests.Scale(0.1, 5), Gen.Constant(1.0))
        from delta in BgNbdModelTests.Scale(0.1, 10)
        select new BgBbModel(alpha, beta, gamma, delta);
}
