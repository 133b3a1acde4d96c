using FsCheck.Fluent;
using RevOps.Metrics.Tests;
using Xunit.Abstractions;

namespace RevOps.Metrics.Predictive.Tests.Buying;

public class MbgNbdModelTests(ITestOutputHelper output)
{
    [Fact]
    public void Who_has_not_bought_again_is_the_less_likely_alive_the_longer_it_is_known()
    {
        MbgNbdModel model = new(0.5, 6, 0.9, 1.6);

        // Without a repeat purchase and just acquired, one has stayed after one purchase: b / (a + b).
        Assert.Equal(1.6 / 2.5, model.ProbabilityAlive(new(0, 0, 0)), 1e-12);
        Assert.True(model.ProbabilityAlive(new(0, 0, 50)) < model.ProbabilityAlive(new(0, 0, 5)));
    }

    [Fact]
    public void A_known_customer_buys_as_the_published_hypergeometric_form_says()
    {
        // (a + b + x) / (a - 1) [1 - ((alpha + T) / (alpha + T + t))^(r + x) 2F1(r + x, b + x + 1; a + b + x; t / (alpha + T + t))] P(alive), by mpmath 1.3.
        MbgNbdModel model = new(0.5, 6, 0.9, 1.6);

        Assert.Equal(MbgOracle.Alive, model.ProbabilityAlive(new(3, 20, 30)), 1e-12);
        Assert.Equal(MbgOracle.In26, model.ConditionalExpectedPurchases(new(3, 20, 30), 26), 1e-11);
        Assert.Equal(MbgOracle.New, model.ExpectedPurchases(26), 1e-11);
    }

    [Fact]
    public void The_masses_add_up_to_one_and_to_the_expectation() => Law.Holds(
        from r in BgNbdModelTests.Scale(0.1, 3)
        from a in BgNbdModelTests.Scale(0.2, 3)
        from b in BgNbdModelTests.Scale(0.2, 5)
        select new MbgNbdModel(r, 4, a, b),
        model =>
        {
            double[] masses = [.. Enumerable.Range(0, 1_500).Select(x => model.Probability(x, 5))];
            double mean = masses.Select((mass, x) => mass * x).Sum();
            return Math.Abs(masses.Sum() - 1) < 1e-8 && Math.Abs(mean - model.ExpectedPurchases(5)) < 1e-7 * mean;
        },
        cases: 40);

    [Theory]
    [InlineData(1_500)]
    [InlineData(6_000)]
    public void Intervals_of_fits_to_simulated_customers_hold_the_truth_as_often_as_they_say(int customers) => IntervalCoverage.Holds(
        output, $"MBG/NBD: r 0.8, alpha 5, a 0.9, b 2.5; {customers} customers", 300_000 / customers,
        seed => Held.Of(
            MbgNbdModel.Fit(Simulated.BetaGeometric(seed, customers, 0.8, 5, 0.9, 2.5, 60, canLeaveAtOnce: true), new FitOptions { Threads = 1 }).Report, 0.8, 5, 0.9, 2.5));

    [Theory]
    [MemberData(nameof(BgNbdModelTests.Extremes), MemberType = typeof(BgNbdModelTests))]
    public void Extreme_books_give_finite_numbers_and_a_warning(string book, (long, double, double)[] customers) =>
        BgNbdModelTests.IsFiniteWithAWarning(MbgNbdModel.Fit(BgNbdModelTests.Table(customers)), book, customers[0]);

    [Fact]
    public void Without_repeat_customers_there_is_nothing_to_fit() => Assert.False(MbgNbdModel.Fit(BgNbdModelTests.Table((0, 0, 4))).IsDefined);

    private static class MbgOracle
    {
        public const double Alive = 0.62068069275514916908;
        public const double In26 = 1.3012844668907574084;
        public const double New = 0.86961354385375698989;
    }
}
