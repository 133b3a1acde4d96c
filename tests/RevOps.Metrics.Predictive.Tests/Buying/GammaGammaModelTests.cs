using Xunit.Abstractions;

namespace RevOps.Metrics.Predictive.Tests.Buying;

public class GammaGammaModelTests(ITestOutputHelper output)
{
    private static readonly GammaGammaModel Cdnow = new(6.25, 3.74, 15.44);

    [Theory]
    [InlineData(3, 35, 35.0279199627734)]
    [InlineData(1, 100, 80.2558398220245)]
    [InlineData(20, 25, 25.2191952403319)]
    [InlineData(0, 0, 35.2189781021898)]
    public void A_customer_of_cdnow_spends_as_the_package_btyd_says(long repeats, double mean, double spend) => Assert.Equal(spend, Cdnow.ExpectedSpend(repeats, mean).OrThrow(), 1e-12);

    [Fact]
    public void The_expectation_lies_between_the_customers_mean_and_that_of_all_and_nears_its_own_with_every_purchase()
    {
        double all = Cdnow.MeanSpend.OrThrow();
        double[] expected = [.. new long[] { 1, 2, 10, 100_000 }.Select(repeats => Cdnow.ExpectedSpend(repeats, 80).OrThrow())];

        Assert.All(expected, spend => Assert.InRange(spend, all, 80));
        Assert.Equal(expected.Order(), expected);
        Assert.Equal(80, expected[^1], 1e-2);
    }

    [Fact]
    public void A_mean_that_is_not_finite_is_undefined_and_says_why()
    {
        GammaGammaModel heavy = Cdnow with { Q = 0.9 };

        Assert.Contains("q is 0.9", heavy.MeanSpend.UndefinedReason, StringComparison.Ordinal);
        Assert.True(heavy.ExpectedSpend(1, 20).IsDefined);
        Assert.Contains("p x + q", new GammaGammaModel(0.05, 0.9, 1).ExpectedSpend(1, 20).UndefinedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_repeats_that_come_to_nothing_has_no_expectation()
    {
        Assert.False(Cdnow.ExpectedSpend(3, 0).IsDefined);
        Assert.False(Cdnow.ExpectedSpend(3, -2).IsDefined);
        Assert.False(Cdnow.ExpectedSpend(new RfmSummary("A", new(3, 1, 2), Estimate.Undefined("not told"))).IsDefined);
        Assert.Throws<ArgumentOutOfRangeException>(() => Cdnow.ExpectedSpend(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cdnow.ExpectedSpend(1, double.NaN));
    }

    [Fact]
    public void Zero_and_negative_spend_are_left_out_of_the_fit_and_told()
    {
        RfmTable good = Simulated.Spend(3, 500, 5, 4, 15);
        RfmTable mixed = RfmTable.FromSummaries([
            .. good.Customers,
            new("free", new(2, 5, 10), Estimate.Of(0)),
            new("refunded", new(1, 5, 10), Estimate.Of(-4)),
            new("once", new(0, 0, 10), Estimate.Undefined("none"))]);

        FitReport report = GammaGammaModel.Fit(mixed).Report!;

        Assert.Equal(500, report.Observations);
        Assert.Equal("2 customers whose repeat purchases come to zero or less were left out.", Assert.Single(report.Warnings));
        Assert.Equal(GammaGammaModel.Fit(good).Report!.LogLikelihood, report.LogLikelihood, 1e-9);
    }

    [Fact]
    public void Spend_that_goes_with_frequency_is_told()
    {
        RfmTable related = RfmTable.FromSummaries(Simulated.Spend(3, 500, 5, 4, 15).Customers
            .Select(customer => customer with { MonetaryValue = Estimate.Of(customer.MonetaryValue.OrThrow() * customer.History.Frequency) }));

        Assert.Contains(GammaGammaModel.Fit(related).Report!.Warnings, warning => warning.Contains("correlation", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(1_500)]
    public void Intervals_of_fits_to_simulated_spend_hold_the_truth_as_often_as_they_say(int customers) => IntervalCoverage.Holds(
        output, $"Gamma-Gamma: p 5, q 4, v 15; {customers} customers with repeat purchases", 200,
        seed => Held.Of(GammaGammaModel.Fit(Simulated.Spend(seed, customers, 5, 4, 15), new FitOptions { Threads = 1 }).Report, 5, 4, 15),
        orMore: customers < 1_000);

    [Fact]
    public void Spend_that_cannot_tell_how_customers_differ_is_not_fitted()
    {
        RfmSummary one = new("A", new(2, 5, 10), Estimate.Of(20));

        Assert.Contains("no customer", GammaGammaModel.Fit(BgNbdModelTests.Table((0, 0, 4))).UndefinedReason, StringComparison.Ordinal);
        Assert.Contains("only one customer", GammaGammaModel.Fit(RfmTable.FromSummaries([one])).UndefinedReason, StringComparison.Ordinal);
        Assert.Contains("all customers spend the same", GammaGammaModel.Fit(RfmTable.FromSummaries([one, one with { CustomerId = "B" }])).UndefinedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_slopes_of_the_likelihood_are_its_differences()
    {
        SpendGroups groups = SpendGroups.Of(Simulated.Spend(3, 200, 5, 4, 15));
        double[] at = [4, 3, 20], slopes = new double[3];
        groups.LogLikelihood(at, slopes, null, CancellationToken.None);
        for (int i = 0; i < 3; i++)
        {
            double[] above = [.. at], below = [.. at];
            above[i] += 1e-5;
            below[i] -= 1e-5;
            Assert.Equal((groups.LogLikelihood(above, [], null, CancellationToken.None) - groups.LogLikelihood(below, [], null, CancellationToken.None)) / 2e-5, slopes[i], 1e-3);
        }
    }
}
