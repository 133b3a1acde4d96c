namespace RevOps.Metrics.Predictive.Tests;

public class EtsModelTests
{
    private static readonly EtsForm Ann = EtsForm.Parse("ANN");

    // The Nile's flow at Aswan, 1871 to 1960.
    private static readonly double[] Nile =
    [
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840,
        874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759,
        781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    ];

    [Fact]
    public void The_Nile_is_as_R_has_it()
    {
        // R 4.2.2, forecast 8.20: ses(window(Nile, end = 1960)).
        EtsModel model = EtsModel.Fit(new TimeSeries(Nile), Ann);

        Assert.Equal(-649.070214411609, model.Report.LogLikelihood, 6e-4);
        Assert.Equal(1304.14042882322, model.Report.Aic, 1e-3);
        Assert.Equal(1304.41949859066, model.Aicc.OrThrow(), 1e-3);
        Assert.Equal(1311.63985783421, model.Bic, 1e-3);
        Assert.Equal(0.225917207255394, model.Parameters.Alpha, 1e-3);
        Assert.Equal(20877.8846709511, model.Variance.OrThrow(), 1);
        Assert.True(model.Report.Converged);
        Assert.Equal(["alpha", "l", "sigma2"], model.Report.Parameters.Select(parameter => parameter.Name));
        Assert.InRange(model.Report["alpha"].StandardError.OrThrow(), 0.05, 0.15);
    }

    [Fact]
    public void With_alpha_of_one_it_is_the_naive_forecast()
    {
        TimeSeries series = new(Nile);
        SeriesForecast model = EtsModel.Fit(series, Ann, new SmoothingOptions { Alpha = 1 }).Forecast(5), naive = BaselineForecasts.Naive(series, 5);

        // The first error is nothing, for the start was found; so both sum the same squares, over n - 1 changes and over n less two parameters.
        double wider = Math.Sqrt((Nile.Length - 1.0) / (Nile.Length - 2.0));
        for (int h = 1; h <= 5; h++)
        {
            Assert.Equal(naive[h].Mean.OrThrow(), model[h].Mean.OrThrow(), 1e-9);
            Interval expected = naive[h].IntervalAt(0.95)!.Value, actual = model[h].IntervalAt(0.95)!.Value;
            Assert.Equal((expected.Upper - expected.Lower) * wider, actual.Upper - actual.Lower, 1e-6);
        }
    }

    [Fact]
    public void One_more_parameter_never_makes_it_less_likely()
    {
        foreach (TimeSeries series in Enumerable.Range(0, 12).Select(seed => SimulatedSeries.Business(seed)))
        {
            double LogLikelihood(string form) => EtsModel.Fit(series, EtsForm.Parse(form)).Report.LogLikelihood;
            Assert.True(LogLikelihood("AAN") >= LogLikelihood("ANN") - 0.05);
            Assert.True(LogLikelihood("AAA") >= LogLikelihood("ANA") - 0.05);
            Assert.True(LogLikelihood("MAM") >= LogLikelihood("MNM") - 0.05);
        }
    }

    [Fact]
    public void Nothing_near_the_parameters_found_is_likelier()
    {
        TimeSeries series = SimulatedSeries.Business(9, 60);
        foreach (EtsForm form in EtsForm.All)
        {
            EtsModel model = EtsModel.Fit(series, form);
            SmoothingOptions found = SimulatedSeries.Given(model.Parameters, model.Start);
            foreach (SmoothingOptions beside in new[]
            {
                found with { Alpha = Math.Min(found.Alpha!.Value * 1.02, 0.9999 - (found.Gamma ?? 0)) },
                found with { Start = found.Start! with { Level = found.Start.Level * 1.002 } },
                found with { Start = found.Start! with { Level = found.Start.Level * 0.998 } },
            })
            {
                Assert.True(EtsModel.Fit(series, form, beside).Report.LogLikelihood <= model.Report.LogLikelihood + 1e-6, $"{form}");
            }
        }
    }

    [Fact]
    public void What_is_given_stays_and_the_rest_is_found()
    {
        TimeSeries series = new(Nile);
        EtsModel alpha = EtsModel.Fit(series, Ann, new SmoothingOptions { Alpha = 0.5 });
        EtsModel start = EtsModel.Fit(series, Ann, new SmoothingOptions { Start = new SmoothingState(1000) });

        Assert.Equal(0.5, alpha.Parameters.Alpha);
        Assert.Equal(["l", "sigma2"], alpha.Report.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(1000, start.Start.Level);
        Assert.Equal(["alpha", "sigma2"], start.Report.Parameters.Select(parameter => parameter.Name));
        Assert.True(EtsModel.Fit(series, Ann).Report.LogLikelihood >= Math.Max(alpha.Report.LogLikelihood, start.Report.LogLikelihood));
    }

    [Fact]
    public void Parameters_that_made_a_long_series_are_found_again()
    {
        EtsForm form = EtsForm.Parse("AAA");
        (SmoothingParameters p, SmoothingState start) = SimulatedSeries.Plain(form);
        int near = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            FitReport report = EtsModel.Fit(new TimeSeries(SimulatedSeries.Make(form, p, start, 3, 300, seed), 4), form).Report;
            bool Within(string name, double truth) => report[name].StandardError is { IsDefined: true } error && Math.Abs(report[name].Value - truth) <= 1.96 * error.OrThrow();
            near += (Within("alpha", p.Alpha) ? 1 : 0) + (Within("beta", p.Beta!.Value) ? 1 : 0) + (Within("gamma", p.Gamma!.Value) ? 1 : 0);
        }

        // 120 ranges of 95 %: 114 on average, and below 106 in one of a thousand runs.
        Assert.InRange(near, 106, 120);
    }

    [Fact]
    public void Seasons_sum_to_nothing_or_average_one()
    {
        TimeSeries series = SimulatedSeries.Business(4, 48);

        Assert.Equal(0, EtsModel.Fit(series, EtsForm.Parse("ANA")).Start.Seasonal.Sum(), 1e-9);
        Assert.Equal(12, EtsModel.Fit(series, EtsForm.Parse("MNM")).Start.Seasonal.Sum(), 1e-9);
    }

    [Fact]
    public void A_parameter_at_its_limit_is_told()
    {
        EtsModel model = EtsModel.Fit(new TimeSeries(Enumerable.Range(0, 40).Select(t => 100.0 + (10 * Math.Sin(t / 6.0)))), Ann);

        Assert.Contains("alpha lies at a limit of its range, 0.9999", model.Report.Warnings);
        Assert.Equal("alpha lies at a limit of its range", model.Report["alpha"].StandardError.UndefinedReason);
    }

    [Fact]
    public void Missing_periods_pass_without_an_error()
    {
        SmoothingOptions given = new() { Alpha = 0.5, Start = new SmoothingState(10) };
        EtsModel model = EtsModel.Fit(new TimeSeries([null, 12.0, null, 9.0, null, null]), Ann, given);

        // Level 10, 11, 11, 10; errors 2 and -2; two observations less two parameters leave nothing.
        Assert.Equal([false, true, true, true, false, false], model.Fitted.Select(value => value.IsDefined));
        Assert.Equal(10, model.End.Level);
        Assert.Equal("2 observations leave nothing to measure the errors of 2 parameters by", model.Variance.UndefinedReason);
        Assert.Contains("1 periods between observations are missing and were passed over", model.Report.Warnings);
        Assert.Equal(10, model.Forecast(1)[1].Mean.OrThrow());
        Assert.Empty(model.Forecast(1)[1].Intervals);
    }

    [Fact]
    public void After_missing_periods_the_range_is_as_wide_as_the_way_is_long()
    {
        EtsModel whole = EtsModel.Fit(new TimeSeries(Nile), Ann), late = EtsModel.Fit(new TimeSeries(Nile.Select(value => (double?)value).Append(null).Append(null)), Ann);

        Assert.Equal(whole.Forecast(3)[3].IntervalAt(0.8)!.Value.Upper, late.Forecast(1)[1].IntervalAt(0.8)!.Value.Upper, 1e-9);
    }

    [Fact]
    public void A_series_that_goes_straight_goes_on_so()
    {
        SeriesForecast forecast = EtsModel.Fit(new TimeSeries(Enumerable.Range(1, 24).Select(t => 3.0 * t)), EtsForm.Parse("AAN")).Forecast(2);

        Assert.Equal([75, 78], forecast.Points.Select(point => Math.Round(point.Mean.OrThrow(), 5)));
        Assert.Equal(0, forecast[2].IntervalAt(0.95)!.Value.Upper - forecast[2].IntervalAt(0.95)!.Value.Lower, 1e-5);
    }

    [Theory]
    [InlineData("MNN", "it multiplies, which takes values above zero, and period 2 is 0")]
    [InlineData("ANM", "it multiplies, which takes values above zero, and period 2 is 0")]
    [InlineData("AAdN", "its 5 parameters and its variance take at least 8 observations, and there are 4")]
    public void A_series_that_does_not_take_the_form_is_refused(string form, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => EtsModel.Fit(new TimeSeries([3.0, 0.0, 5.0, 4.0], 2), EtsForm.Parse(form))).Message, StringComparison.Ordinal);

    [Fact]
    public void Seasons_must_be_there()
    {
        Assert.Contains("has no season", Refused(new TimeSeries(Nile), "ANA"), StringComparison.Ordinal);
        Assert.Contains("the season's 4. period was never observed", Refused(new TimeSeries([.. Enumerable.Range(0, 40).Select(t => t % 4 == 3 ? null : (double?)t)], 4), "ANA"), StringComparison.Ordinal);
        Assert.Contains("the series has no observation", Refused(new TimeSeries(Array.Empty<double>()), "ANN"), StringComparison.Ordinal);
        Assert.Contains("there is 1", Refused(new TimeSeries([1.0]), "ANN"), StringComparison.Ordinal);

        string Refused(TimeSeries series, string form) => Assert.Throws<ArgumentException>(() => EtsModel.Fit(series, EtsForm.Parse(form))).Message;
    }

    [Fact]
    public void What_is_given_must_fit_the_form()
    {
        string Refused(SmoothingOptions given, string form) => Assert.Throws<ArgumentException>(() => EtsModel.Fit(new TimeSeries(Nile), EtsForm.Parse(form), given)).Message;

        Assert.Contains("Beta is given to a model without a trend", Refused(new SmoothingOptions { Beta = 0.1 }, "ANN"), StringComparison.Ordinal);
        Assert.Contains("Alpha is 1.5: it lies between 0 and 1", Refused(new SmoothingOptions { Alpha = 1.5 }, "ANN"), StringComparison.Ordinal);
        Assert.Contains("Holt's beta is to be multiplied by alpha first", Refused(new SmoothingOptions { Alpha = 0.2, Beta = 0.3 }, "AAN"), StringComparison.Ordinal);
        Assert.Contains("has a trend and the model none", Refused(new SmoothingOptions { Start = new SmoothingState(1, 1) }, "ANN"), StringComparison.Ordinal);
        Assert.Contains("Phi is above 0", Refused(new SmoothingOptions { Phi = 0 }, "AAdN"), StringComparison.Ordinal);
        Assert.Contains("has a number that is not finite", Refused(new SmoothingOptions { Start = new SmoothingState(double.NaN) }, "ANN"), StringComparison.Ordinal);
        Assert.Contains("forecasts nothing above zero for period 1", Refused(new SmoothingOptions { Alpha = 0.5, Start = new SmoothingState(-5) }, "MNN"), StringComparison.Ordinal);
    }

    [Fact]
    public void Seasons_given_must_be_whole()
    {
        TimeSeries series = SimulatedSeries.Business(3, 48);
        string Refused(string form, double[] seasonal, double? gamma = null) => Assert.Throws<ArgumentException>(() => EtsModel.Fit(
            series, EtsForm.Parse(form), new SmoothingOptions { Alpha = gamma is null ? null : 0.5, Gamma = gamma, Start = new SmoothingState(100, null, ValueList.Create<double>(seasonal)) })).Message;

        Assert.Contains("has 3 seasonal values: the model takes 12", Refused("ANA", [1, 2, 3]), StringComparison.Ordinal);
        Assert.Contains("a seasonal factor that is not above zero", Refused("MNM", new double[12]), StringComparison.Ordinal);
        Assert.Contains("Winters' gamma is to be multiplied by that first", Refused("ANA", new double[12], 0.6), StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_stopped()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => EtsModel.Fit(new TimeSeries(Nile), Ann, cancellationToken: stop.Token));
    }

    [Fact]
    public void A_search_cut_short_says_so()
    {
        EtsModel model = EtsModel.Fit(new TimeSeries(Nile), EtsForm.Parse("AAdN"), options: new FitOptions { MaximumIterations = 2 });

        Assert.False(model.Report.Converged);
        Assert.Contains("the search did not come to an end: allow more iterations", model.Report.Warnings);
    }

    [Theory]
    [InlineData("ETS(A,Ad,M)", ErrorForm.Additive, TrendForm.Damped, SeasonalForm.Multiplicative)]
    [InlineData("MNA", ErrorForm.Multiplicative, TrendForm.None, SeasonalForm.Additive)]
    public void A_form_is_read_as_it_is_written(string text, ErrorForm error, TrendForm trend, SeasonalForm seasonal)
    {
        EtsForm form = new(error, trend, seasonal);

        Assert.Equal(form, EtsForm.Parse(text));
        Assert.Equal(form, EtsForm.Parse(form.ToString()));
        Assert.Throws<FormatException>(() => EtsForm.Parse("AXN"));
        Assert.Equal(18, EtsForm.All.Distinct().Count());
    }
}
