using MathNet.Numerics;

namespace RevOps.Metrics.Predictive.Tests.Fitting;

public class MaximumLikelihoodTests
{
    private static readonly double[] Lifetimes = [0.5, 1.25, 2, 0.1, 3.5, 0.9, 1.1, 0.3, 2.2, 1.7];

    [Fact]
    public void The_rate_of_exponential_lifetimes_is_one_over_their_mean_and_its_error_the_rate_over_the_root_of_their_number()
    {
        MaximumLikelihoodFit fit = MaximumLikelihood.Fit(Exponential(), null, CancellationToken.None);

        double rate = 1 / Lifetimes.Average();
        Assert.True(fit.Report.Converged);
        Assert.Equal(rate, fit[0], 1e-9);
        Assert.Equal(rate / Math.Sqrt(10), fit.Report["rate"].StandardError.OrThrow(), 1e-6);
        Assert.Equal((10 * Math.Log(rate)) - 10, fit.Report.LogLikelihood, 1e-9);
        Assert.Equal(2 - (2 * fit.Report.LogLikelihood), fit.Report.Aic, 1e-12);
        Assert.Empty(fit.Report.Warnings);
    }

    [Fact]
    public void Differences_find_what_derivatives_find()
    {
        LikelihoodProblem gamma = new()
        {
            Parameters = [new("shape", 1), new("rate", 1)],
            Observations = Lifetimes.Length,
            LogLikelihood = (p, _, _) =>
            {
                double sum = 0;
                foreach (double x in Lifetimes) sum += (p[0] * Math.Log(p[1])) - SpecialFunctions.GammaLn(p[0]) + ((p[0] - 1) * Math.Log(x)) - (p[1] * x);
                return sum;
            },
        };

        MaximumLikelihoodFit fit = MaximumLikelihood.Fit(gamma, null, CancellationToken.None);

        // At the maximum the mean is shape / rate, and ln shape - digamma(shape) = ln mean - mean ln.
        Assert.Equal(Lifetimes.Average(), fit[0] / fit[1], 1e-7);
        Assert.Equal(Math.Log(Lifetimes.Average()) - Lifetimes.Average(Math.Log), Math.Log(fit[0]) - SpecialFunctions.DiGamma(fit[0]), 1e-7);
        Assert.NotNull(fit.LogCovariance);
    }

    [Fact]
    public void A_parameter_that_grows_without_limit_is_told_and_has_no_error()
    {
        LikelihoodProblem rising = Problem(p => -1000 / p[0], new SearchedParameter("alpha", 1, Upper: 1e4));

        FitReport report = MaximumLikelihood.Fit(rising, null, CancellationToken.None).Report;

        Assert.False(report["alpha"].StandardError.IsDefined);
        Assert.Contains("alpha", Assert.Single(report.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_parameters_known_only_by_their_ratio_are_told_together()
    {
        LikelihoodProblem ridge = Problem(p => -1000 * Math.Pow(Math.Log(p[0] / p[1] / 3), 2), new("a", 1), new("b", 1));

        FitReport report = MaximumLikelihood.Fit(ridge, null, CancellationToken.None).Report;

        Assert.Equal(3, report["a"].Value / report["b"].Value, 1e-5);
        Assert.Contains("nearly flat in a and b together", Assert.Single(report.Warnings), StringComparison.Ordinal);
        Assert.False(report["b"].StandardError.IsDefined);
    }

    [Fact]
    public void A_wide_likelihood_is_weak_identification()
    {
        FitReport report = MaximumLikelihood.Fit(Problem(p => -0.1 * Math.Pow(Math.Log(p[0] / 7), 2), new SearchedParameter("a", 1)), null, CancellationToken.None).Report;

        Assert.Equal(7, report["a"].Value, 1e-4);
        Assert.Contains("a is weakly identified", Assert.Single(report.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_kink_that_has_no_slope_is_found_by_the_simplex()
    {
        FitReport report = MaximumLikelihood.Fit(Problem(p => -100 * Math.Abs(Math.Log(p[0] / 5)) - (100 * Math.Abs(Math.Log(p[1] / 2))), new("a", 1), new("b", 1)), null, CancellationToken.None).Report;

        Assert.Equal(5, report["a"].Value, 1e-3);
        Assert.Equal(2, report["b"].Value, 1e-3);
    }

    [Fact]
    public void A_search_that_was_stopped_early_says_that_it_has_not_converged()
    {
        FitReport report = MaximumLikelihood.Fit(
            Problem(p => -Math.Pow(Math.Log(p[0]) - 3, 4) - Math.Pow(Math.Log(p[1] * p[0]), 2), new("a", 1e-6), new("b", 1e6)),
            new FitOptions { MaximumIterations = 1 },
            CancellationToken.None).Report;

        Assert.False(report.Converged);
        Assert.Contains("before it reached a maximum", report.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_can_be_cancelled_and_reports_its_progress()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => MaximumLikelihood.Fit(Exponential(), null, source.Token));

        Told told = new();
        MaximumLikelihood.Fit(Exponential(), new FitOptions { Progress = told }, CancellationToken.None);
        Assert.Equal(1, told.Shares[^1]);
        Assert.Equal(told.Shares.Order(), told.Shares);
    }

    private static LikelihoodProblem Exponential() => new()
    {
        Parameters = [new("rate", 1)],
        HasGradient = true,
        Observations = Lifetimes.Length,
        LogLikelihood = (p, gradient, _) =>
        {
            if (!gradient.IsEmpty) gradient[0] = (Lifetimes.Length / p[0]) - Lifetimes.Sum();
            return (Lifetimes.Length * Math.Log(p[0])) - (p[0] * Lifetimes.Sum());
        },
    };

    private delegate double Height(ReadOnlySpan<double> parameters);

    private static LikelihoodProblem Problem(Height height, params SearchedParameter[] parameters) => new()
    {
        Parameters = [.. parameters],
        Observations = 1,
        LogLikelihood = (p, _, _) => height(p),
    };

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
