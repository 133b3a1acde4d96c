using NodaTime;

namespace RevOps.Metrics.Predictive.Tests;

public class RecurringForecastTests
{
    private static readonly ReportingPeriod[] Months =
        [.. ReportingCalendar.Gregorian.Months(2023), .. ReportingCalendar.Gregorian.Months(2024), .. ReportingCalendar.Gregorian.Months(2025)];

    private static readonly RecurringForecastOptions Options = new() { Simulation = new PathSimulation(Seed: 3, Paths: 400) };

    [Fact]
    public void The_rates_of_a_known_book_are_recovered()
    {
        RecurringForecast forecast = RecurringForecast.Of(SimulatedBook.Dataset(1, 30, 20), Months[29], 1, Options with { MinimumWatched = 100_000 });
        AgeRates all = Assert.Single(forecast.Rates);

        Assert.Equal(SimulatedBook.Churn, all.Churn, 0.01);
        Assert.Equal(SimulatedBook.Growth * 0.5, all.Expansion, 0.005);
        Assert.Equal(0, all.Contraction);
        Assert.Null(all.LastAge);
    }

    [Fact]
    public void It_opens_with_the_core_s_MRR_and_its_parts_make_the_next()
    {
        RevenueDataset data = SimulatedBook.Dataset(2, 36, 10);
        RecurringForecast forecast = RecurringForecast.Of(data, Months[23], 3, Options);
        double mrr = (double)data.Evaluate(Revenue.Mrr, [Months[23]])[Revenue.Mrr, Months[23]].Magnitude!.Value;

        Assert.Equal(mrr, forecast.Steps[0].Opening.Expected.OrThrow(), 2);
        for (int i = 0; i < forecast.Steps.Count; i++)
        {
            RecurringStep step = forecast.Steps[i];
            Assert.Equal(step.Mrr.Expected.OrThrow(), step.Kept.Expected.OrThrow() + step.Expansion.Expected.OrThrow() + step.New.Expected.OrThrow() + step.Returned.Expected.OrThrow(), 6);
            Assert.Equal(step.Kept.Expected.OrThrow(), step.Opening.Expected.OrThrow() + step.Contraction.Expected.OrThrow() + step.Churn.Expected.OrThrow(), 6);
            Assert.Equal(12 * step.Mrr.P90.OrThrow(), step.Arr.P90.OrThrow(), 6);
            Assert.True(step.Mrr.P10.OrThrow() <= step.Mrr.P50.OrThrow() && step.Mrr.P50.OrThrow() <= step.Mrr.P90.OrThrow());
            if (i > 0) Assert.Equal(forecast.Steps[i - 1].Mrr.Expected.OrThrow(), step.Opening.Expected.OrThrow(), 6);
        }
    }

    [Fact]
    public void The_expected_churn_of_the_next_month_is_the_rate_of_the_ledger()
    {
        RecurringForecast forecast = RecurringForecast.Of(
            SimulatedBook.Dataset(3, 24, 20), Months[23], 1, Options with { MinimumWatched = 100_000, Simulation = new PathSimulation(1, 2_000) });
        RecurringStep next = forecast.Steps[0];

        Assert.Equal(forecast.Rates[0].Churn, -next.Churn.Expected.OrThrow() / next.Opening.Expected.OrThrow(), 0.002);
    }

    [Fact]
    public void What_happens_after_the_period_changes_nothing()
    {
        RevenueDataset data = SimulatedBook.Dataset(4, 36, 5);
        LocalDate end = Months[23].End;
        RevenueDataset changed = RevenueDataset.Build(subscriptions: data.Subscriptions.Where(of => of.Start < end).Select(of => of.End < end ? of : of with
        {
            End = end.PlusMonths(1),
            Terms = [.. of.Terms.Where(term => term.From < end)],
        }));

        Assert.Equal(Told(RecurringForecast.Of(data, Months[23], 6, Options)), Told(RecurringForecast.Of(changed, Months[23], 6, Options)));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing_and_the_seed_does()
    {
        RevenueDataset data = SimulatedBook.Dataset(5, 24, 5);
        IEnumerable<string> one = Told(RecurringForecast.Of(data, Months[23], 3, Options with { Threads = 1 }));

        Assert.Equal(one, Told(RecurringForecast.Of(data, Months[23], 3, Options with { Threads = 4 })));
        Assert.NotEqual(one, Told(RecurringForecast.Of(data, Months[23], 3, Options with { Simulation = new PathSimulation(4, 400) })));
    }

    [Fact]
    public void It_is_judged_beside_the_naive_forecast()
    {
        RevenueDataset data = SimulatedBook.Dataset(6, 24, 12);
        TimeSeries mrr = TimeSeries.Of(data.Evaluate(Revenue.Mrr, Months[..24]), Revenue.Mrr);
        ForecastComparison comparison = ForecastComparison.Run(
            mrr, [("roll-forward", RevenueForecasters.RollForward(data, Options))], new BacktestOptions { MinimumHistory = 12, Horizon = 3 });

        Assert.Equal(33, comparison.Judged);
        Assert.Equal("roll-forward", comparison.BestByWape!.Name);
        Assert.Equal("roll-forward", comparison.BestByBias!.Name);
    }

    [Fact]
    public void Without_movements_nothing_is_forecast_and_the_reason_is_told()
    {
        RecurringForecast none = RecurringForecast.Of(RevenueDataset.Build(), Months[0], 2, Options);
        Assert.Equal("there has been no recurring revenue by 2023-01-31", none.Steps[1].Mrr.Expected.UndefinedReason);
        Assert.Null(none.Steps[0].Churn.IntervalAt(0.8));

        RecurringForecast fresh = RecurringForecast.Of(SimulatedBook.Dataset(7, 1, 5), Months[0], 1, Options);
        Assert.StartsWith("no customer has been watched through a whole period", fresh.Steps[0].Arr.Expected.UndefinedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_customer_who_never_changed_is_taken_to_stay_with_a_warning()
    {
        Subscription only = new()
        {
            Id = "S", CustomerId = "C", Start = SimulatedBook.From,
            Terms = [new() { From = SimulatedBook.From, Interval = BillingInterval.Month, Price = new Money(100, Currency.Usd) }],
        };
        RecurringForecast forecast = RecurringForecast.Of(RevenueDataset.Build(subscriptions: [only]), Months[11], 2, Options with { NewBusinessPeriods = 6 });

        Assert.Equal(100, forecast.Steps[1].Mrr.Expected.OrThrow(), 6);
        Assert.Equal(100, forecast.Steps[1].Mrr.P90.OrThrow(), 6);
        Assert.Equal(4, forecast.Report.Warnings.Count);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        RevenueDataset data = SimulatedBook.Dataset(8, 6, 5);
        Assert.Throws<ArgumentOutOfRangeException>(() => RecurringForecast.Of(data, Months[5], 0, Options));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecurringForecast.Of(data, Months[5], 1, Options with { Simulation = new PathSimulation(1, 0) }));
        Assert.Throws<ArgumentException>(() => RecurringForecast.Of(data, ReportingPeriod.Between(new(2023, 1, 1), new(2023, 2, 1)), 1, Options));
    }

    private static IEnumerable<string> Told(RecurringForecast forecast) => forecast.Steps.Select(step => $"{step.Mrr} {step.Mrr.Expected.Value:R} {step.Churn.P10.Value:R} {step.New.P90.Value:R}");
}
