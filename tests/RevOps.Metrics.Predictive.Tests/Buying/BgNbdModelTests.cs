using FsCheck;
using FsCheck.Fluent;
using RevOps.Metrics.Tests;
using Xunit.Abstractions;

namespace RevOps.Metrics.Predictive.Tests.Buying;

public class BgNbdModelTests(ITestOutputHelper output)
{
    private static readonly BgNbdModel Cdnow = new(0.243, 4.414, 0.793, 2.426);

    [Theory]
    [InlineData(1, 0.0532678911716563)]
    [InlineData(52, 1.4460505953964)]
    [InlineData(78, 1.86051905794275)]
    public void A_new_customer_of_cdnow_buys_as_the_package_btyd_says(double weeks, double purchases) => Assert.Equal(purchases, Cdnow.ExpectedPurchases(weeks), 1e-11);

    [Theory]
    [InlineData(2, 30.43, 38.86, 1.22602817476714, 0.726578570080673)]
    [InlineData(7, 35, 77.86, 0.147213616272796, 0.0489337604881761)]
    [InlineData(26, 30.857142857, 31, 20.7483536942688, 0.968851562848688)]
    [InlineData(25, 20, 39, 0.000286375550020118, 1.6301660423713e-05)]
    public void A_known_customer_of_cdnow_buys_as_the_package_btyd_says(long x, double recency, double age, double in39Weeks, double alive)
    {
        Assert.Equal(in39Weeks, Cdnow.ConditionalExpectedPurchases(new(x, recency, age), 39), 1e-9 * in39Weeks);
        Assert.Equal(alive, Cdnow.ProbabilityAlive(new(x, recency, age)), 1e-9 * alive);
    }

    // Made with 40 digits by mpmath 1.3, from the integral over the probability to leave.
    [Theory]
    [InlineData(0.243, 4.414, 0.793, 2.426, 1e6, 53.54047825301457835586)]
    [InlineData(0.5, 10, 1, 2, 52, 1.37313360745424272076)]
    [InlineData(0.5, 10, 0.4, 0.6, 52, 1.41834316210882200323)]
    public void Long_horizons_and_parameters_at_which_the_published_form_has_no_value_are_exact(double r, double alpha, double a, double b, double time, double purchases) =>
        Assert.Equal(purchases, new BgNbdModel(r, alpha, a, b).ExpectedPurchases(time), 1e-11 * purchases);

    [Theory]
    [InlineData(5_000, 99, 100, 50, 1.625634536030345917856e-14, 7.976664603717470792968e-18)]
    [InlineData(2_000, 99.5, 100, 1_000, 887.3192381079536754905, 0.14580575018824890850511)]
    public void Thousands_of_purchases_are_exact(long x, double recency, double age, double horizon, double purchases, double alive)
    {
        Assert.Equal(purchases, Cdnow.ConditionalExpectedPurchases(new(x, recency, age), horizon), 1e-10 * purchases);
        Assert.Equal(alive, Cdnow.ProbabilityAlive(new(x, recency, age)), 1e-10 * alive);
    }

    [Fact]
    public void A_customer_without_repeats_is_alive_for_certain_and_any_other_less_so() => Law.Holds(Known, one =>
    {
        double alive = one.Model.ProbabilityAlive(one.History);
        return one.History.Frequency == 0 ? alive == 1 : alive is >= 0 and <= 1;
    });

    [Fact]
    public void Silence_makes_a_customer_less_likely_alive() => Law.Holds(Known, one =>
        one.Model.ProbabilityAlive(one.History with { Age = one.History.Age + 10 }) <= one.Model.ProbabilityAlive(one.History));

    [Fact]
    public void Expected_purchases_are_none_at_once_and_grow_with_the_horizon() => Law.Holds(Known, one =>
    {
        double[] expected = [.. new[] { 0, 0.001, 1, 10, 1_000, 1e5 }.Select(horizon => one.Model.ConditionalExpectedPurchases(one.History, horizon))];
        return expected[0] == 0 && expected.Zip(expected.Skip(1)).All(pair => pair.First <= pair.Second * (1 + 1e-9)) && expected.All(double.IsFinite);
    });

    [Fact]
    public void The_sum_and_the_integral_are_the_same_expectation() => Law.Holds(Models, model =>
    {
        foreach (double time in new[] { 0.01, 1, 30, 500 })
        {
            double sum = BetaGeometricDropout.ExpectedBySeries(model.R, model.Alpha, model.A, model.B, time);
            double integral = BetaGeometricDropout.ExpectedByIntegral(model.R, model.Alpha, model.A, model.B, time);
            if (Math.Abs(sum - integral) > 1e-9 * sum) return false;
        }

        return true;
    });

    [Fact]
    public void The_masses_add_up_to_one_and_to_the_expectation() => Law.Holds(Models, model =>
    {
        const double time = 5;
        double sum = 0, mean = 0;
        for (int x = 0; x < 20_000; x++)
        {
            double mass = model.Probability(x, time);
            sum += mass;
            mean += x * mass;
            if (x > 100 && x * mass < 1e-14) break;
        }

        return Math.Abs(sum - 1) < 1e-8 && Math.Abs(mean - model.ExpectedPurchases(time)) <= 1e-7 * mean;
    }, cases: 50);

    [Fact]
    public void The_slopes_of_the_likelihood_are_its_differences()
    {
        PurchaseGroups groups = PurchaseGroups.Of(Simulated.BetaGeometric(5, 300, 0.5, 5, 0.8, 2.4, 40), CancellationToken.None);
        foreach (int chances in new[] { 0, 1 })
        {
            BetaGeometricLikelihood likelihood = new(groups, chances, 1);
            double[] at = [0.4, 6, 0.9, 2], slopes = new double[4];
            likelihood.Value(at, slopes, CancellationToken.None);
            for (int i = 0; i < 4; i++)
            {
                double h = 1e-5 * at[i];
                double[] above = [.. at], below = [.. at];
                above[i] += h;
                below[i] -= h;
                double difference = (likelihood.Value(above, [], CancellationToken.None) - likelihood.Value(below, [], CancellationToken.None)) / (2 * h);
                Assert.Equal(difference, slopes[i], 1e-5 * Math.Max(1, Math.Abs(slopes[i])));
            }
        }
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1_500)]
    public void Intervals_of_fits_to_simulated_customers_hold_the_truth_as_often_as_they_say(int customers) => IntervalCoverage.Holds(
        output, $"BG/NBD: r 0.6, alpha 5, a 0.8, b 2.5; {customers} customers", 200,
        seed => Held.Of(BgNbdModel.Fit(Simulated.BetaGeometric(seed, customers, 0.6, 5, 0.8, 2.5, 60), new FitOptions { Threads = 1 }).Report, 0.6, 5, 0.8, 2.5),
        orMore: customers < 1_000);

    [Fact]
    public void The_order_of_the_customers_and_the_threads_do_not_matter_to_the_last_bit()
    {
        RfmTable customers = Simulated.BetaGeometric(1, 20_000, 0.6, 5, 0.8, 2.5, 60);
        RfmTable shuffled = RfmTable.FromSummaries(customers.Customers.OrderBy(customer => customer.CustomerId.Reverse().First()).ThenByDescending(customer => customer.History.Age));

        FitReport one = BgNbdModel.Fit(customers, new FitOptions { Threads = 1 }).Report!;

        Assert.Equal(one, BgNbdModel.Fit(shuffled, new FitOptions { Threads = 2 }).Report);
    }

    [Fact]
    public void Without_repeat_customers_there_is_nothing_to_fit()
    {
        Fitted<BgNbdModel> fit = BgNbdModel.Fit(Table((0, 0, 10), (0, 0, 5)));

        Assert.False(fit.IsDefined);
        Assert.Contains("no customer has bought again", fit.UndefinedReason, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(fit.OrThrow);
        Assert.Equal("there are no customers", BgNbdModel.Fit(Table()).UndefinedReason);
    }

    public static TheoryData<string, (long, double, double)[]> Extremes => new()
    {
        { "one customer", [(3, 8, 10)] },
        { "none churned", [.. Enumerable.Range(1, 50).Select(i => ((long)(10 + (i % 3)), 99.0 + (i % 2), 100.0))] },
        { "all churned", [.. Enumerable.Range(1, 50).Select(i => (1L, 1.0 + (i % 4), 1_000.0))] },
    };

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Extreme_books_give_finite_numbers_and_a_warning(string book, (long, double, double)[] customers) =>
        IsFiniteWithAWarning(BgNbdModel.Fit(Table(customers)), book, customers[0]);

    /// <summary>What a fit to an extreme book must be, whichever the model.</summary>
    internal static void IsFiniteWithAWarning<TModel>(Fitted<TModel> fit, string book, (long Frequency, double Recency, double Age) customer)
        where TModel : BuyingModel
    {
        Assert.True(fit.IsDefined, book);
        Assert.NotEmpty(fit.Report.Warnings);
        Assert.All(fit.Report.Parameters, parameter => Assert.True(double.IsFinite(parameter.Value) && parameter.Value > 0));
        PurchaseHistory history = new(customer.Frequency, customer.Recency, customer.Age);
        Assert.InRange(fit.Model.ProbabilityAlive(history), 0, 1);
        Assert.True(double.IsFinite(fit.Model.ConditionalExpectedPurchases(history, 10)));
    }

    [Fact]
    public void What_no_customer_can_have_done_is_refused_by_name()
    {
        Assert.Equal(
            "Customer 'C17' has recency 12 after age 10: recency cannot exceed age. (Parameter 'customers')",
            Assert.Throws<ArgumentException>(() => RfmTable.FromSummaries([new("C17", new(1, 12, 10), Estimate.Of(1))])).Message);
        Assert.Throws<ArgumentException>(() => Cdnow.ProbabilityAlive(new(-1, 0, 10)));
        Assert.Throws<ArgumentException>(() => Cdnow.ProbabilityAlive(new(0, 3, 10)));
        Assert.Throws<ArgumentException>(() => Cdnow.ProbabilityAlive(new(2, 0, 10)));
        Assert.Throws<ArgumentException>(() => Cdnow.ProbabilityAlive(new(2, 1, double.NaN)));
        Assert.Throws<ArgumentException>(() => Cdnow.ProbabilityAlive(new(2, double.NaN, 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cdnow.ConditionalExpectedPurchases(new(0, 0, 1), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cdnow.ExpectedPurchases(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cdnow.Probability(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgNbdModel(0, 1, 1, 1));
    }

    [Fact]
    public void At_time_zero_nothing_has_been_bought()
    {
        Assert.Equal(1, Cdnow.Probability(0, 0));
        Assert.Equal(0, Cdnow.Probability(1, 0));
        Assert.Equal(0, Cdnow.ExpectedPurchases(0));
    }

    [Fact]
    public void A_fit_can_be_cancelled()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => BgNbdModel.Fit(Table((1, 1, 2)), null, source.Token));
    }

    internal static RfmTable Table(params (long X, double Recency, double Age)[] customers) =>
        RfmTable.FromSummaries(customers.Select((one, i) => new RfmSummary($"C{i}", new(one.X, one.Recency, one.Age), one.X > 0 ? Estimate.Of(10) : Estimate.Undefined("none"))));

    /// <summary>Positive numbers over some orders of magnitude.</summary>
    internal static Gen<double> Scale(double from, double to) => Gen.Choose(0, 1_000_000).Select(i => from * Math.Pow(to / from, i / 1e6));

    internal static Gen<PurchaseHistory> Histories { get; } =
        from x in Gen.Frequency((2, Gen.Constant(0)), (5, Gen.Choose(1, 20)), (1, Gen.Choose(1_000, 9_000)))
        from age in Scale(0.5, 500)
        from share in Gen.Choose(1, 1_000)
        select new PurchaseHistory(x, x == 0 ? 0 : age * share / 1_000, age);

    private static Gen<BgNbdModel> Models { get; } =
        from r in Scale(0.1, 5)
        from alpha in Scale(0.5, 50)
        from a in Gen.OneOf(Scale(0.1, 5), Gen.Constant(1.0))
        from b in Scale(0.2, 10)
        select new BgNbdModel(r, alpha, a, b);

    private static Gen<(BgNbdModel Model, PurchaseHistory History)> Known { get; } =
        from model in Models
        from history in Histories
        select (model, history);
}
