using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>What holds of any roll-up and of the errors of any forecast.</summary>
public sealed class ForecastLaws
{
    private static readonly ReportingPeriod[] Periods =
        [.. ReportingCalendar.Gregorian.Months(2025).Take(6), .. ReportingCalendar.Gregorian.Quarters(2025), ReportingCalendar.Gregorian.Year(2025)];

    private static readonly EvaluationOptions Single = new() { Policy = new MetricPolicy { RollUp = CategoryRollUp.SingleCategory } };

    private static readonly Gen<(RandomBook Book, int Day)> Cases =
        from book in RandomBooks.All
        from day in Gen.Choose(-40, 120)
        select (book, day);

    [Fact]
    public void A_cumulative_forecast_is_the_sum_of_its_categories() => Holds((data, day) =>
    {
        ForecastRollUp rollUp = Forecast.RolledUp.OnDay(day);
        Metric<Money>[] categories = [rollUp.Closed, rollUp.Commit, rollUp.MostLikely, rollUp.BestCase];
        MetricTable whole = data.Evaluate([.. categories, rollUp.OpenPipeline], Periods), parts = data.Evaluate([.. categories, rollUp.OpenPipeline], Periods, options: Single);
        return Periods.All(period =>
        {
            decimal? Part(Metric metric) => parts[metric, period].Magnitude;
            decimal? sum = 0;
            foreach (Metric category in categories)
            {
                sum += Part(category);
                if (whole[category, period].Magnitude != sum) return false;
            }

            return whole[rollUp.OpenPipeline, period].Magnitude == sum - Part(rollUp.Closed) + Part(rollUp.OpenPipeline);
        });
    });

    [Fact]
    public void At_the_close_what_is_closed_is_what_was_won() => Holds((data, _) =>
    {
        MetricTable table = data.Evaluate([Forecast.RolledUp.Closed, Sales.WonAmount], Periods);
        return Periods.All(period => table[Forecast.RolledUp.Closed, period].Magnitude == table[Sales.WonAmount, period].Magnitude);
    });

    [Fact]
    public void The_categories_of_the_open_pipeline_add_up_to_it() => Holds((data, day) =>
    {
        Metric<Money> open = Forecast.RolledUp.OnDay(day).OpenPipeline;
        MetricTable total = data.Evaluate(open, Periods), byCategory = data.Evaluate(open, Periods, [Dimensions.ForecastCategory]);
        return Periods.All(period => byCategory.Cells.Count == 0
            || total[open, period].Magnitude == byCategory.Cells.Select(cell => byCategory[open, period, cell].Magnitude).Aggregate((decimal?)0, (sum, part) => sum + part));
    });

    [Fact]
    public void A_perfect_forecast_has_the_accuracy_of_one_and_no_errors() => Holds((data, _) =>
    {
        ForecastErrors errors = Forecast.ErrorsOf(Sales.WonAmount);
        Metric[] none = [errors.Bias, errors.RelativeBias, errors.Mape, errors.Wape, errors.Smape, errors.MeanBias, errors.MeanAbsoluteError, errors.RootMeanSquaredError, errors.Mase(6), errors.Rmsse(6), errors.Across(Dimensions.Owner).Wape];
        return data.Evaluate(none, Periods).Results.All(result => result.Magnitude is null or 0m)
            && data.Evaluate(errors.Accuracy, Periods).Results.All(result => result.Magnitude is null or 1m)
            && data.Evaluate(errors.TrackingSignal, Periods).Results.All(result => result.Magnitude is null);
    });

    [Fact]
    public void Across_owners_errors_are_never_smaller_than_in_total() => Holds((data, _) =>
    {
        Metric<Ratio> total = Forecast.Errors.Trailing(1).Wape;
        MetricTable table = data.Evaluate([total, Forecast.OwnerWape], Periods);
        return Periods.All(period => table[total, period].Magnitude is not { } whole || table[Forecast.OwnerWape, period].Magnitude is not { } parts || parts >= whole - 1e-20m);
    });

    private static void Holds(Func<RevenueDataset, int, bool> law) =>
        Law.Holds(Cases, c => law(c.Book.Build(), c.Day), c => c.Book.Shrink().Select(smaller => (smaller, c.Day)), cases: 500);
}
