using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevOps.Metrics.Predictive.Tests.Buying;
using RevOps.Metrics.Tests;
using Xunit.Abstractions;

namespace RevOps.Metrics.Predictive.Tests.Contracts;

public class ContractModelTests(ITestOutputHelper output)
{
    private static readonly CohortSurvivors HighEnd = CohortSurvivors.Of("high end", 1000, 869, 743, 653, 593, 551, 517, 491);

    [Fact]
    public void High_end_customers_are_projected_as_in_2007()
    {
        Fitted<ShiftedBetaGeometricModel> fit = ShiftedBetaGeometricModel.Fit([HighEnd]);

        // Table 1 and appendix B.
        Assert.Equal(0.668, fit.OrThrow().Alpha, 5e-4);
        Assert.Equal(3.806, fit.OrThrow().Beta, 5e-4);
        Assert.Equal(-1.611, fit.Report!.LogLikelihood / 1000, 5e-4);
        Assert.Equal([0.46, 0.436, 0.414, 0.395, 0.378], fit.OrThrow().Project(12).Skip(8).Select(point => Math.Round(point.Survival, 3)));
        Assert.Equal(7.53, fit.OrThrow().DiscountedExpectedResidualLifetime(8, 0.1).OrThrow(), 0.005);
        Assert.Contains("not finite without a discount", fit.OrThrow().ExpectedLifetime.UndefinedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_churn_in_the_first_year_can_mean_lifetimes_of_very_different_length()
    {
        ShiftedBetaGeometricModel alike = new(3.8, 15.2), unlike = new(0.067, 0.267);

        Assert.Equal(0.2, alike.ChurnProbability(1), 1e-12);
        Assert.Equal(0.2, unlike.ChurnProbability(1), 1e-3);
        Assert.Equal(3.31, alike.DiscountedExpectedResidualLifetime(1, 0.1).OrThrow(), 0.005);
        Assert.Equal(7.67, unlike.DiscountedExpectedResidualLifetime(1, 0.1).OrThrow(), 0.005);
    }

    [Fact]
    public void The_expected_lifetime_is_the_sum_of_the_survival_curve() => Law.Holds(
        from alpha in BgNbdModelTests.Scale(3, 30)
        from beta in BgNbdModelTests.Scale(0.2, 30)
        select new ShiftedBetaGeometricModel(alpha, beta),
        model =>
        {
            double mean = model.ExpectedLifetime.OrThrow();
            double sum = model.ExpectedLifetimeWithin(20_000);
            double byChurn = Enumerable.Range(1, 4_000).Sum(t => t * model.ChurnProbability(t));
            return Math.Abs(mean - ((model.Alpha + model.Beta - 1) / (model.Alpha - 1))) < 1e-10 * mean && Math.Abs(sum - mean) < 1e-4 * mean && Math.Abs(byChurn - mean) < 1e-3 * mean;
        },
        cases: 20);

    [Fact]
    public void Survival_falls_from_one_and_retention_multiplies_to_it() => Law.Holds(Weibulls, model =>
    {
        ValueList<SurvivalPoint> curve = model.Project(60);
        double product = 1;
        foreach (SurvivalPoint point in curve.Skip(1)) product *= point.RetentionRate!.Value;
        return curve[0].Survival == 1
            && curve.Zip(curve.Skip(1)).All(pair => pair.Second.Survival <= pair.First.Survival * (1 + 1e-14) && pair.Second.Survival >= 0)
            && Math.Abs(product - curve[60].Survival) <= 1e-9 * curve[60].Survival
            && Math.Abs(1 - Enumerable.Range(1, 60).Sum(model.ChurnProbability) - curve[60].Survival) < 1e-12;
    });

    [Fact]
    public void Retention_multiplied_out_and_added_up_is_the_expected_lifetime() => Law.Holds(
        from gamma in BgNbdModelTests.Scale(3, 30)
        from delta in BgNbdModelTests.Scale(0.2, 30)
        from c in BgNbdModelTests.Scale(1, 3)
        select new BetaDiscreteWeibullModel(gamma, delta, c),
        model =>
        {
            const int periods = 20_000;
            double there = 1, within = 0;
            foreach (SurvivalPoint point in model.Project(periods))
            {
                within += point.Period < periods ? point.Survival : 0;
                there *= point.RetentionRate ?? 1;
                if (Math.Abs(there - point.Survival) > 1e-9) return false;
            }

            double whole = model.ExpectedLifetime.OrThrow();
            return Math.Abs(within - model.ExpectedLifetimeWithin(periods)) < 1e-9 * within && Math.Abs(within - whole) < 1e-4 * whole;
        },
        cases: 10);

    [Fact]
    public void With_c_of_one_the_beta_discrete_weibull_is_the_shifted_beta_geometric() => Law.Holds(
        from alpha in BgNbdModelTests.Scale(0.1, 1_000)
        from beta in BgNbdModelTests.Scale(0.1, 1_000)
        from period in Gen.Choose(1, 30)
        from discount in Gen.Elements(0, 0.00001, 0.001, 0.1, 1)
        select (alpha, beta, period, discount),
        given =>
        {
            ShiftedBetaGeometricModel one = new(given.alpha, given.beta);
            BetaDiscreteWeibullModel other = new(given.alpha, given.beta, 1);
            Estimate residual = one.DiscountedExpectedResidualLifetime(given.period, given.discount), same = other.DiscountedExpectedResidualLifetime(given.period, given.discount);
            return Math.Abs(one.Survival(given.period) - other.Survival(given.period)) <= 1e-10 * one.Survival(given.period)
                && residual.IsDefined == same.IsDefined
                && (!residual.IsDefined || Math.Abs(residual.OrThrow() - same.OrThrow()) <= 1e-7 * residual.OrThrow());
        });

    [Fact]
    public void Lifetimes_of_the_beta_discrete_weibull_are_exact()
    {
        // By mpmath 1.3: the first 3,000 terms, and Euler and Maclaurin for the rest.
        Assert.Equal(4.3026673387018862182, new BetaDiscreteWeibullModel(1.4, 3.2, 1.3).ExpectedLifetime.OrThrow(), 1e-8);
        Assert.Equal(29.621883152387446098, new BetaDiscreteWeibullModel(0.7, 1.2, 1.1).DiscountedExpectedResidualLifetime(1, 1e-4).OrThrow(), 1e-6);
        Assert.False(new BetaDiscreteWeibullModel(0.7, 1.2, 1.1).ExpectedLifetime.IsDefined);
    }

    [Fact]
    public void The_discounted_lifetime_starts_with_the_payment_of_today()
    {
        ShiftedBetaGeometricModel model = new(0.668, 3.806);
        double sum = Enumerable.Range(0, 2_000).Sum(t => model.Survival(t) / Math.Pow(1.1, t));

        Assert.Equal(sum, model.DiscountedExpectedLifetime(0.1).OrThrow(), 1e-10);
    }

    [Fact]
    public void Cohorts_of_several_ages_share_their_parameters()
    {
        Fitted<ShiftedBetaGeometricModel> fit = ShiftedBetaGeometricModel.Fit(
        [
            CohortSurvivors.Of("1", 10000, 8000, 6480, 5307, 4391), CohortSurvivors.Of("2", 10000, 8000, 6480, 5307),
            CohortSurvivors.Of("3", 10000, 8000, 6480), CohortSurvivors.Of("4", 10000, 8000),
        ]);

        // github.com/jdmaturen/shifted_beta_geometric_py has 3.80 and 15.19.
        Assert.Equal(3.798, fit.OrThrow().Alpha, 2e-3);
        Assert.Equal(15.19, fit.OrThrow().Beta, 1e-2);
        Assert.Equal(40_000, fit.Report!.Observations);
    }

    [Fact]
    public void A_period_that_was_not_counted_costs_little()
    {
        CohortSurvivors gap = CohortSurvivors.Of("gap", new double?[] { 1000, 869, null, 653, 593, null, 517, 491, null });
        ShiftedBetaGeometricModel model = ShiftedBetaGeometricModel.Fit([gap]).OrThrow();

        Assert.Equal(0.668, model.Alpha, 0.02);
        Assert.Equal(3.806, model.Beta, 0.1);
        // Who left in the gap left between its ends.
        ShiftedBetaGeometricModel any = new(0.7, 4);
        double expected = (50 * Math.Log(any.Survival(0) - any.Survival(2))) + (50 * Math.Log(any.Survival(2)));
        Assert.Equal(expected, any.LogLikelihood([CohortSurvivors.Of("half", new double?[] { 100, null, 50 })]), 1e-10);
    }

    [Theory]
    [InlineData("churn rises with tenure", new double[] { 1000, 950, 850, 680, 450 })]
    [InlineData("churn does not fall with tenure", new double[] { 10000, 8000, 6400, 5120 })]
    [InlineData("no customer has left in 3 periods", new double[] { 1000, 1000, 1000, 1000 })]
    [InlineData("every customer left in the first period", new double[] { 1000, 0, 0, 0 })]
    [InlineData("cannot tell 2 parameters", new double[] { 1000, 800 })]
    [InlineData("no cohort was counted again", new double[] { 1000 })]
    public void Where_there_is_no_finite_estimate_the_reason_is_told(string reason, double[] counts)
    {
        Fitted<ShiftedBetaGeometricModel> fit = ShiftedBetaGeometricModel.Fit([CohortSurvivors.Of("A", counts)]);

        Assert.False(fit.IsDefined);
        Assert.Contains(reason, fit.UndefinedReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no customer has left in 4 periods", new double[] { 1000, 1000, 1000, 1000, 1000 })]
    [InlineData("every customer left in the first period", new double[] { 1000, 0, 0, 0 })]
    [InlineData("2 counts after the start cannot tell 3 parameters", new double[] { 1000, 800, 700 })]
    [InlineData("no cohort was counted again", new double[] { 1000 })]
    public void The_beta_discrete_weibull_needs_three_periods_and_someone_who_stays_and_someone_who_leaves(string reason, double[] counts) =>
        Assert.Contains(reason, BetaDiscreteWeibullModel.Fit([CohortSurvivors.Of("A", counts)]).UndefinedReason, StringComparison.Ordinal);

    [Fact]
    public void One_customer_and_all_who_left_one_after_the_other_give_finite_numbers_or_a_reason()
    {
        foreach (double[] counts in new double[][] { [1, 1, 1, 0], [1, 0], [5, 4, 3, 2, 1, 0], [1000, 400, 100, 10, 0] })
        {
            Fitted<ShiftedBetaGeometricModel> simple = ShiftedBetaGeometricModel.Fit([CohortSurvivors.Of("A", counts)]);
            Fitted<BetaDiscreteWeibullModel> weibull = BetaDiscreteWeibullModel.Fit([CohortSurvivors.Of("A", counts)]);
            Assert.All(new ContractModel?[] { simple.Model, weibull.Model }, model => Assert.True(model is null || model.Project(10).All(point => point.Survival is >= 0 and <= 1)));
            Assert.Equal(simple.IsDefined, simple.UndefinedReason is null);
            Assert.Equal(weibull.IsDefined, weibull.UndefinedReason is null);
        }
    }

    [Fact]
    public void Churn_that_rises_with_tenure_is_projected_by_the_beta_discrete_weibull()
    {
        Fitted<BetaDiscreteWeibullModel> fit = BetaDiscreteWeibullModel.Fit([CohortSurvivors.Of("A", 1000, 950, 850, 680, 450)]);

        Assert.True(fit.OrThrow().C > 1);
        Assert.True(fit.OrThrow().RetentionRate(5) < fit.OrThrow().RetentionRate(2));
        Assert.Equal(0.45, fit.OrThrow().Survival(4), 0.03);
        Assert.Contains(fit.Report!.Warnings, warning => warning.Contains("all alike", StringComparison.Ordinal));
    }

    [Fact]
    public void No_cohorts_are_no_customers() => Assert.Contains("no customers", ShiftedBetaGeometricModel.Fit([]).UndefinedReason, StringComparison.Ordinal);

    [Theory]
    [InlineData(200)]
    [InlineData(5_000)]
    public void Intervals_of_the_shifted_beta_geometric_hold_the_truth_as_often_as_they_say(int customers) => IntervalCoverage.Holds(
        output, $"sBG: alpha 0.9, beta 3.5; {customers} customers, 8 periods", 400,
        seed => Held.Of(ShiftedBetaGeometricModel.Fit([Simulate(seed, customers, 1, 8)]).Report, 0.9, 3.5),
        orMore: customers < 1_000);

    [Fact]
    public void Intervals_of_the_beta_discrete_weibull_hold_the_truth_as_often_as_they_say() => IntervalCoverage.Holds(
        output, "BdW: gamma 0.9, delta 3.5, c 1.3; 5000 customers, 15 periods", 400,
        seed => Held.Of(BetaDiscreteWeibullModel.Fit([Simulate(seed, 5_000, 1.3, 15)]).Report, 0.9, 3.5, 1.3));

    [Fact]
    public void Survivors_cannot_increase_be_negative_or_start_from_nobody()
    {
        Assert.Equal(
            "Cohort 'A' has 52 survivors in period 2 after 50: survivors cannot increase. Leave out those who came back. (Parameter 'counts')",
            Assert.Throws<ArgumentException>(() => CohortSurvivors.Of("A", 100, 50, 52)).Message);
        Assert.Throws<ArgumentException>(() => CohortSurvivors.Of("A", 100, -1));
        Assert.Throws<ArgumentException>(() => CohortSurvivors.Of("A", 100, double.NaN));
        Assert.Throws<ArgumentException>(() => CohortSurvivors.Of("A", 0, 0));
        Assert.Throws<ArgumentException>(() => CohortSurvivors.Of("A"));
    }

    [Fact]
    public void Periods_and_rates_that_make_no_sense_are_refused()
    {
        ShiftedBetaGeometricModel model = new(1, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Survival(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.RetentionRate(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedExpectedResidualLifetime(0, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedExpectedResidualLifetime(1, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShiftedBetaGeometricModel(double.NaN, 1));
    }

    [Fact]
    public void The_cohorts_of_a_dataset_are_counted_to_the_last_close_and_who_came_back_had_left()
    {
        Subscription Yearly(string id, string customer, int year, int? end) => new()
        {
            Id = id, CustomerId = customer, Start = new(year, 2, 1), End = end is { } last ? new LocalDate(last, 2, 1) : null,
            Terms = [new PriceTerm { From = new(year, 2, 1), Price = new Money(100, Currency.Usd), Interval = BillingInterval.Year }],
        };
        // Of four customers of 2021 one leaves in 2022, one in 2023 and comes back in 2024.
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [Yearly("1", "A", 2021, null), Yearly("2", "B", 2021, null), Yearly("3", "C", 2021, 2022), Yearly("4", "D", 2021, 2023), Yearly("5", "D", 2024, null), Yearly("6", "E", 2022, null)],
            customers: [.. "ABCDE".Select(id => new Customer { Id = $"{id}" })]);
        ReportingCalendar calendar = ReportingCalendar.Gregorian;

        ValueList<CohortSurvivors> cohorts = CohortSurvivors.From(data.Cohorts(
            calendar, [calendar.Year(2021), calendar.Year(2022), calendar.Year(2023), calendar.Year(2024)], knownTo: new LocalDate(2024, 12, 31)));

        Assert.Equal([4.0, 3.0, 2.0, 2.0], cohorts[0].Counts.Select(count => count!.Value));
        Assert.Equal(1, cohorts[0].Returned);
        Assert.Equal([1.0, 1.0, 1.0], cohorts[1].Counts.Select(count => count!.Value));
        Assert.Contains("1 customers came back", ShiftedBetaGeometricModel.Fit([.. cohorts, HighEnd]).Report!.Warnings[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.8, 0.1, 2.6666666666666665)]
    [InlineData(0, 0.1, 0)]
    [InlineData(1, 0.1, 10)]
    public void The_margin_multiple_is_that_of_algebra(double retention, double discount, double multiple)
    {
        Assert.Equal(multiple, MarginMultiple.PaidAtEnd(retention, discount).OrThrow(), 1e-12);
        Assert.Equal(multiple + 1, MarginMultiple.PaidAtStart(retention, discount).OrThrow(), 1e-12);
    }

    [Fact]
    public void Margins_that_never_end_and_never_lose_value_have_no_multiple()
    {
        Assert.False(MarginMultiple.PaidAtEnd(1, 0).IsDefined);
        Assert.False(MarginMultiple.PaidAtStart(1, 0).IsDefined);
        Assert.Throws<ArgumentOutOfRangeException>(() => MarginMultiple.PaidAtEnd(1.1, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarginMultiple.PaidAtEnd(double.NaN, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarginMultiple.PaidAtEnd(0.5, -0.1));
    }

    private static CohortSurvivors Simulate(int seed, int customers, double c, int periods)
    {
        Random random = new(seed);
        double[] counts = new double[periods + 1];
        for (int i = 0; i < customers; i++)
        {
            double leaving = MathNet.Numerics.Distributions.Beta.Sample(random, 0.9, 3.5), luck = random.NextDouble();
            // There still after t periods with probability (1 - leaving)^(t^c).
            for (int t = 0; t <= periods && Math.Pow(1 - leaving, Math.Pow(t, c)) > luck; t++) counts[t]++;
        }

        return CohortSurvivors.Of($"{seed}", counts);
    }

    private static Gen<BetaDiscreteWeibullModel> Weibulls { get; } =
        from gamma in BgNbdModelTests.Scale(0.05, 1e6)
        from delta in BgNbdModelTests.Scale(0.05, 1e6)
        from c in BgNbdModelTests.Scale(0.2, 4)
        select new BetaDiscreteWeibullModel(gamma, delta, c);
}
