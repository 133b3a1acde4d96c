using System.Globalization;
using System.Text;

namespace RevOps.Metrics.Predictive;

/// <summary>Several forecasters judged on the same periods from the same origins, with the naive forecast among them.</summary>
/// <remarks>
/// Only periods that all of them forecast are judged, so that none wins by keeping silent where it is hard. One that forecast nothing at all is left
/// out, with a note. Errors are the core's <see cref="Formulas"/>, pooled over all origins and steps.
/// </remarks>
public sealed class ForecastComparison
{
    private ForecastComparison(ValueList<ComparedForecaster> forecasters, ValueList<string> notes, int judged)
    {
        Forecasters = forecasters;
        Notes = notes;
        Judged = judged;
    }

    /// <summary>The forecasters in the order given, the naive one last.</summary>
    public ValueList<ComparedForecaster> Forecasters { get; }

    /// <summary>Who was left out, and why.</summary>
    public ValueList<string> Notes { get; }

    /// <summary>How many forecasts of each were judged.</summary>
    public int Judged { get; }

    /// <summary>The forecaster of the least WAPE, the first of equals; null where there is no WAPE.</summary>
    public ComparedForecaster? BestByWape => Forecasters.Where(of => of.Score.Wape.IsDefined).MinBy(of => of.Score.Wape.Value);

    /// <summary>The forecaster whose bias is nearest to zero, the first of equals; null where there is none.</summary>
    public ComparedForecaster? BestByBias => Forecasters.Where(of => of.Score.Bias.IsDefined).MinBy(of => Math.Abs(of.Score.Bias.Value!.Value));

    /// <summary>A forecaster by its name.</summary>
    /// <exception cref="KeyNotFoundException">It was not compared; the message says why.</exception>
    public ComparedForecaster this[string name] => Forecasters.FirstOrDefault(of => of.Name == name)
        ?? throw new KeyNotFoundException($"'{name}' was not compared. {string.Join(" ", Notes)}".Trim());

    /// <summary>Forecasts the past with each, beside the naive forecast.</summary>
    /// <param name="series">What came.</param>
    /// <param name="forecasters">The forecasters by name: <c>("pipeline", RevenueForecasters.Pipeline(data, options, day: 5))</c>.</param>
    /// <param name="options">From which origins, how far; its baseline, the naive forecast unless it says another, is the last to be compared.</param>
    /// <param name="cancellationToken">To stop early.</param>
    /// <exception cref="ArgumentException">There is no forecaster, two have the same name, or the series ends before the first forecast could be judged.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ForecastComparison Run(
        TimeSeries series, IReadOnlyList<(string Name, Forecaster Forecaster)> forecasters, BacktestOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(forecasters);
        ArgumentNullException.ThrowIfNull(options);
        if (forecasters.Count == 0) throw new ArgumentException("There is nothing to compare: give a forecaster.", nameof(forecasters));
        Forecaster baseline = options.Baseline ?? ((history, horizon) => BaselineForecasts.Naive(history, horizon));
        string baselineName = options.Baseline is null ? "naive" : "baseline";
        List<(string Name, Backtest Backtest)> run = [];
        List<string> notes = [];
        foreach ((string name, Forecaster forecaster) in forecasters.Append((baselineName, baseline)))
        {
            if (run.Exists(of => of.Name == name)) throw new ArgumentException($"Two forecasters are called '{name}': give each a name of its own.", nameof(forecasters));
            Backtest backtest = Backtest.Run(series, forecaster, options, cancellationToken);
            if (backtest.Forecasts.FirstOrDefault(of => of.Forecast.Mean.IsDefined) is null)
            {
                notes.Add($"{name} forecast no period: {backtest.Forecasts[0].Forecast.Mean.UndefinedReason}.");
            }
            else
            {
                run.Add((name, backtest));
            }
        }

        bool[] isJudged = [.. Enumerable.Range(0, run.Count == 0 ? 0 : run[0].Backtest.Forecasts.Count).Select(i => run.TrueForAll(of => of.Backtest.Forecasts[i].IsJudged))];
        return new ForecastComparison(
            ValueList.From(run.Select(of => new ComparedForecaster(of.Name, of.Backtest.ScoreOf(isJudged), of.Backtest))), ValueList.From(notes), isJudged.Count(judged => judged));
    }

    /// <summary>A line for each forecaster with its WAPE, bias and the coverage of its ranges; then who was better.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Judged} forecasts each\n");
        foreach (ComparedForecaster of in Forecasters)
        {
            text.Append(CultureInfo.InvariantCulture, $"{of.Name}: WAPE {Shown(of.Score.Wape, "0.0%")}, bias {Shown(of.Score.Bias, "0")}");
            foreach (BacktestRange range in of.Score.Ranges) text.Append(CultureInfo.InvariantCulture, $", {range.Level:0.##%} ranges held {Shown(range.Coverage, "0.0%")}");
            text.Append('\n');
        }

        if (BestByWape is { } wape && BestByBias is { } bias) text.Append(CultureInfo.InvariantCulture, $"better by WAPE: {wape.Name}; by bias: {bias.Name}\n");
        foreach (string note in Notes) text.Append(note).Append('\n');
        return text.ToString();
    }

    private static string Shown(Estimate estimate, string format) =>
        estimate.Value is { } value ? value.ToString(format, CultureInfo.InvariantCulture) : estimate.ToString();
}
