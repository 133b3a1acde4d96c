using FsCheck;
using FsCheck.Fluent;
using RevOps.Metrics.Tests;
using Xunit.Abstractions;

namespace RevOps.Metrics.Predictive.Tests.Buying;

public class ParetoNbdModelTests(ITestOutputHelper output)
{
    private static readonly ParetoNbdModel Cdnow = new(0.5534, 10.5802, 0.6061, 11.6562);

    [Theory]
    [InlineData(1, 0.0510045340023169)]
    [InlineData(52, 1.47306699190199)]
    public void A_new_customer_of_cdnow_buys_as_the_package_btyd_says(double weeks, double purchases) => Assert.Equal(purchases, Cdnow.ExpectedPurchases(weeks), 1e-11);

    [Theory]
    [InlineData(0, 0, 38.857142857, 0.136146419296025, 0.294978249429515, 0.476867122870116)]
    [InlineData(2, 30.43, 38.86, 1.8507607904287, 0.869110643968137, 6.48256236494026)]
    [InlineData(26, 30.857142857, 31, 25.4537786344017, 0.997873275573044, 86.0265400532052)]
    public void A_known_customer_of_cdnow_buys_as_the_package_btyd_says(long x, double recency, double age, double in52Weeks, double alive, double discounted)
    {
        PurchaseHistory history = new(x, recency, age);
        Assert.Equal(in52Weeks, Cdnow.ConditionalExpectedPurchases(history, 52), 1e-9 * in52Weeks);
        Assert.Equal(alive, Cdnow.ProbabilityAlive(history), 1e-9);
        Assert.Equal(discounted, Cdnow.DiscountedExpectedResidualTransactions(history, 0.0027), 1e-9 * discounted);
    }

    // Made with 40 digits by mpmath 1.3, from the integral over the time of leaving. The first three are known to overflow other packages.
    [Theory]
    [InlineData(0.5143, 2.8845, 0.2856, 14.1087, 254, 97.14286, 97.28571, 0.9995582261230107370677918)]
    [InlineData(10.465, 0.00798565181, 3.0516, 2.82, 40, 5, 6, 0.001885128187360851195569789)]
    [InlineData(10.465, 0.00798565181, 3.0516, 2.82, 50, 1, 37, 1.417144291286607433900927e-96)]
    [InlineData(0.55, 10, 0.6, 0.001, 0, 0, 30, 0.0009650751294704689414445877)]
    [InlineData(0.55, 10, 0.6, 0.001, 3, 10, 30, 0.1689911076409858805558367)]
    [InlineData(0.55, 10.58, 0.6, 11.6, 3_000, 90, 90.5, 0.001735770381399091574771407)]
    public void Large_counts_and_unequal_parameters_are_exact(double r, double alpha, double s, double beta, long x, double recency, double age, double alive) =>
        Assert.Equal(alive, new ParetoNbdModel(r, alpha, s, beta).ProbabilityAlive(new(x, recency, age)), 1e-10 * alive);

    [Theory]
    [InlineData(50, 10_000, 0.0006916004836607150432123672)]
    [InlineData(0, 10_000, 0.5099228905157593826803590)]
    [InlineData(300, 100, 2.714892125568784342526590e-16)]
    public void Masses_far_out_are_exact(long purchases, double time, double mass) => Assert.Equal(mass, Cdnow.Probability(purchases, time), 1e-10 * mass);

    [Fact]
    public void At_s_of_one_the_expectation_is_its_limit()
    {
        Assert.Equal(0.5 * 8 / 10 * Math.Log(60 / 8.0), new ParetoNbdModel(0.5, 10, 1, 8).ExpectedPurchases(52), 1e-13);
        Assert.Equal(new ParetoNbdModel(0.5, 10, 1, 8).ExpectedPurchases(52), new ParetoNbdModel(0.5, 10, 1 + 1e-10, 8).ExpectedPurchases(52), 1e-9);
    }

    [Fact]
    public void A_small_discount_is_a_long_sum()
    {
        // r beta / alpha times Tricomi's function, by mpmath 1.3.
        Assert.Equal(119.0191231791640872434518, Cdnow.DiscountedExpectedResidualTransactions(new(0, 0, 0), 1e-6), 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => Cdnow.DiscountedExpectedResidualTransactions(new(0, 0, 0), 0));
    }

    [Fact]
    public void Probabilities_are_probabilities_and_expectations_grow() => Law.Holds(Known, one =>
    {
        double alive = one.Model.ProbabilityAlive(one.History);
        double[] expected = [.. new[] { 0, 0.001, 1, 100, 1e6 }.Select(horizon => one.Model.ConditionalExpectedPurchases(one.History, horizon))];
        return alive is >= 0 and <= 1 && expected[0] == 0 && expected.Zip(expected.Skip(1)).All(pair => pair.First <= pair.Second) && expected.All(double.IsFinite)
            && one.Model.ProbabilityAlive(one.History with { Age = one.History.Age + 10 }) <= alive * (1 + 1e-12);
    });

    [Fact]
    public void The_masses_add_up_to_one_and_to_the_expectation() => Law.Holds(Models, model =>
    {
        double sum = 0, mean = 0;
        for (int x = 0; x < 3_000; x++)
        {
            double mass = model.Probability(x, 5);
            sum += mass;
            mean += x * mass;
            if (x > 50 && x * mass < 1e-13) break;
        }

        return Math.Abs(sum - 1) < 1e-8 && Math.Abs(mean - model.ExpectedPurchases(5)) < 1e-7 * mean;
    }, cases: 30);

    [Fact]
    public void Intervals_of_fits_to_simulated_customers_hold_the_truth_as_often_as_they_say() => IntervalCoverage.Holds(
        output, "Pareto/NBD: r 0.9, alpha 6, s 0.8, beta 12; 1000 customers", 50,
        seed => Held.Of(ParetoNbdModel.Fit(Simulated.Pareto(seed, 1_000, 0.9, 6, 0.8, 12, 60), new FitOptions { Threads = 1 }).Report, 0.9, 6, 0.8, 12));

    [Fact]
    public void Without_repeat_customers_there_is_nothing_to_fit() => Assert.False(ParetoNbdModel.Fit(BgNbdModelTests.Table((0, 0, 4))).IsDefined);

    [Theory]
    [MemberData(nameof(BgNbdModelTests.Extremes), MemberType = typeof(BgNbdModelTests))]
    public void Extreme_books_give_finite_numbers_and_a_warning(string book, (long, double, double)[] customers) =>
        BgNbdModelTests.IsFiniteWithAWarning(ParetoNbdModel.Fit(BgNbdModelTests.Table(customers)), book, customers[0]);

    private static Gen<ParetoNbdModel> Models { get; } =
        from r in BgNbdModelTests.Scale(0.1, 5)
        from alpha in BgNbdModelTests.Scale(0.5, 50)
        from s in Gen.OneOf(BgNbdModelTests.Scale(0.1, 5), Gen.Constant(1.0))
        from beta in BgNbdModelTests.Scale(0.5, 50)
        select new ParetoNbdModel(r, alpha, s, beta);

    private static Gen<(ParetoNbdModel Model, PurchaseHistory History)> Known { get; } =
        from model in Models
        from history in BgNbdModelTests.Histories
        select (model, history);
}
