namespace RevOps.Metrics.Predictive.Tests;

public class EtsMomentsTests
{
    public static TheoryData<string> FiniteForms => [.. EtsForm.All.Where(form => !form.HasInfiniteVariance).Select(form => form.ToString())];

    [Theory]
    [MemberData(nameof(FiniteForms))]
    public void Mean_and_variance_are_those_of_simulated_futures(string name)
    {
        EtsForm form = EtsForm.Parse(name);
        (SmoothingParameters p, SmoothingState start) = SimulatedSeries.Plain(form);
        const int Paths = 8_000, Horizon = 10;

        // Large errors, so that what they do to one another shows.
        double deviation = form.Error == ErrorForm.Multiplicative ? 0.15 : 15;
        double[][] paths = [.. Enumerable.Range(0, Paths).Select(seed => SimulatedSeries.Make(form, p, start, deviation, Horizon, seed))];
        EtsMoments moments = new(form, p, start, Estimate.Of(deviation * deviation), Horizon, 4);

        for (int h = 0; h < Horizon; h++)
        {
            double mean = paths.Average(path => path[h]), variance = paths.Sum(path => Math.Pow(path[h] - mean, 2)) / (Paths - 1);
            Assert.Equal(moments.Mean(h), mean, 4.5 * Math.Sqrt(variance / Paths));
            Assert.Equal(1, moments.Deviation(h).OrThrow() / Math.Sqrt(variance), 0.04);
        }
    }

    [Fact]
    public void Without_a_season_the_two_ways_to_the_variance_agree()
    {
        // Factors of 1 that never move are no season: the products must give what the sums give.
        SmoothingParameters p = new(0.4, 0.1, 0, 0.9);
        EtsMoments products = new(EtsForm.Parse("MAdM"), p, new SmoothingState(100, 2, [1, 1, 1, 1]), Estimate.Of(0.04), 12, 4);
        EtsMoments sums = new(EtsForm.Parse("MAdN"), p with { Gamma = null }, new SmoothingState(100, 2), Estimate.Of(0.04), 12, 1);

        for (int h = 0; h < 12; h++)
        {
            Assert.Equal(sums.Mean(h), products.Mean(h), 1e-9);
            Assert.Equal(sums.Deviation(h).OrThrow(), products.Deviation(h).OrThrow(), 1e-9);
        }
    }

    [Fact]
    public void Additive_errors_with_factors_have_no_range_without_a_simulation()
    {
        EtsForm form = EtsForm.Parse("AAM");
        EtsModel model = EtsModel.Fit(SimulatedSeries.Business(2, 48), form);

        Assert.Contains("has no variance that is finite", model.Forecast(1)[1].NoIntervals!, StringComparison.Ordinal);
        Assert.True(model.Forecast(1)[1].Mean.IsDefined);
        Assert.Equal(2, model.Forecast(1, new SeriesForecastOptions { Simulation = new PathSimulation(1) })[1].Intervals.Count);
    }

    [Fact]
    public void Simulated_ranges_repeat_with_their_seed_and_are_near_the_formula()
    {
        EtsModel model = EtsModel.Fit(SimulatedSeries.Business(17, 48), EtsForm.Parse("MAM"));
        SeriesForecast Simulated(int seed) => model.Forecast(15, new SeriesForecastOptions { Simulation = new PathSimulation(seed, 20_000) });
        SeriesForecast formula = model.Forecast(15), simulated = Simulated(5);

        Assert.Equal(simulated, Simulated(5));
        Assert.NotEqual(simulated, Simulated(6));
        for (int h = 1; h <= 15; h++)
        {
            Interval expected = formula[h].IntervalAt(0.8)!.Value, actual = simulated[h].IntervalAt(0.8)!.Value;
            Assert.Equal(1, (actual.Upper - actual.Lower) / (expected.Upper - expected.Lower), 0.05);
        }
    }

    [Fact]
    public void Simulation_is_left_alone_where_the_range_is_exact()
    {
        EtsModel model = EtsModel.Fit(SimulatedSeries.Business(1, 48), EtsForm.Parse("AAN"));

        Assert.Equal(model.Forecast(3), model.Forecast(3, new SeriesForecastOptions { Simulation = new PathSimulation(1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Forecast(3, new SeriesForecastOptions { Simulation = new PathSimulation(1, 0) }));
    }
}
