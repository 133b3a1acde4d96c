namespace RevOps.Metrics.Predictive.Tests;

/// <summary>The example of docs/predictive-series.md runs here and prints what the page says.</summary>
public class SeriesDocsTests
{
    [Fact]
    public void The_example_prints_what_the_page_says()
    {
        StringWriter output = new() { NewLine = "\n" };

        // the page begins
        TimeSeries bookings = new(
        [
            112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118,
            115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,
            145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166,
        ], seasonLength: 12);

        EtsSelection selection = EtsSelection.Of(bookings);
        output.WriteLine(selection.Forecast(horizon: 3));

        Forecaster automatic = (history, horizon) => EtsSelection.Of(history).Forecast(horizon);
        Backtest backtest = Backtest.Run(bookings, automatic, new BacktestOptions { MinimumHistory = 24, Horizon = 3 });
        BacktestScore score = backtest.Score();
        output.WriteLine($"{score.Forecasts} forecasts, WAPE {score.Wape}, MASE {score.Mase}, {score.RelativeMeanAbsoluteError} of the naive error");
        output.WriteLine($"80 % ranges held {score.Ranges[0].Coverage}");

        // the page ends
        PageExample.IsIn("predictive-series.md");
        PageExample.Prints("predictive-series.md", output.ToString());
    }
}
