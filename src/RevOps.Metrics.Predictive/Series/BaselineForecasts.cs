using MathNet.Numerics.Distributions;

namespace RevOps.Metrics.Predictive;

/// <summary>The simple methods that any other forecast has to beat.</summary>
/// <remarks>
/// <para>Ranges assume uncorrelated normal errors of constant size. Of a constant series they have no width: nothing in it has ever changed.</para>
/// <para>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., https://otexts.com/fpp3/simple-methods.html and
/// https://otexts.com/fpp3/prediction-intervals.html; R, package forecast.</para>
/// </remarks>
public static class BaselineForecasts
{
    private const string NothingObserved = "the series has no observation";

    /// <summary>Naive: every period to come is as the last one observed.</summary>
    /// <remarks>
    /// <para>Standard deviation at step h: s sqrt(h), s the root of the mean squared change from one period to the next.</para>
    /// <para>Missing: a change needs both its periods; after missing periods at the end, h counts from the last one observed. With fewer than one
    /// change there is no range.</para>
    /// </remarks>
    /// <param name="history">What came.</param>
    /// <param name="horizon">How many periods to forecast.</param>
    /// <param name="options">The levels of the ranges.</param>
    /// <returns>Points that are undefined without an observation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is not at least 1.</exception>
    public static SeriesForecast Naive(TimeSeries history, int horizon, SeriesForecastOptions? options = null) =>
        AsLastTime("naive", history, horizon, 1, options);

    /// <summary>Seasonal naive: every period to come is as the same one a season before.</summary>
    /// <remarks>
    /// <para>Standard deviation at step h: s sqrt(k), k the seasons gone back, s the root of the mean squared change from a season to the next.</para>
    /// <para>Missing: the latest observed period at the same place in the season stands in, and k grows by the seasons passed over. A place that was never
    /// observed, as in a series shorter than a season, is undefined. With a season of 1 it is the naive method.</para>
    /// </remarks>
    /// <inheritdoc cref="Naive"/>
    public static SeriesForecast SeasonalNaive(TimeSeries history, int horizon, SeriesForecastOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        return AsLastTime("seasonal naive", history, horizon, history.SeasonLength, options);
    }

    /// <summary>Drift: the line through the first and the last observation goes on.</summary>
    /// <remarks>
    /// <para>Standard deviation at step h: s sqrt(h (1 + h / T)), T the periods from the first to the last observation, s the standard deviation of the
    /// changes around their mean (divisor one less than their number).</para>
    /// <para>Missing: only the two ends make the line; a change needs both its periods. With one observation there is no line; with one change no range.</para>
    /// </remarks>
    /// <inheritdoc cref="Naive"/>
    public static SeriesForecast Drift(TimeSeries history, int horizon, SeriesForecastOptions? options = null)
    {
        const string Method = "drift";
        ReadOnlySpan<double> y = Start(history, horizon, ref options);
        int first = FirstObserved(y, 1, 0), last = LastObserved(y, y.Length - 1, 1);
        if (last < 0) return SeriesForecast.Undefined(Method, horizon, NothingObserved);
        if (first == last) return SeriesForecast.Undefined(Method, horizon, "one observation makes no line: two are needed");
        double slope = (y[last] - y[first]) / (last - first);
        (int changes, double squares) = Changes(y, 1, slope);
        Estimate variance = changes >= 2 ? Number(squares / (changes - 1)) : Estimate.Undefined("fewer than two changes say nothing of how they vary");
        double[] z = ForecastPoint.NormalMultipliers(options!.Levels);
        ForecastPoint[] points = new ForecastPoint[horizon];
        for (int i = 0; i < horizon; i++)
        {
            double h = i + y.Length - last;
            points[i] = Point(i + 1, y[last] + (h * slope), variance, h * (1 + (h / (last - first))), options.Levels, z);
        }

        return new SeriesForecast(Method, ValueList.Create<ForecastPoint>(points)) { Fitted = FittedAsLastTime(history, 1, slope) };
    }

    /// <summary>Mean: every period to come is as the average of all observed.</summary>
    /// <remarks>
    /// <para>Range at every step: mean -+ t s sqrt(1 + 1/n), s the standard deviation (divisor n - 1), t the quantile of Student's distribution with
    /// n - 1 degrees of freedom, as R's meanf has it.</para>
    /// <para>Missing periods do not count. With one observation there is no range.</para>
    /// </remarks>
    /// <inheritdoc cref="Naive"/>
    public static SeriesForecast Mean(TimeSeries history, int horizon, SeriesForecastOptions? options = null)
    {
        const string Method = "mean";
        ReadOnlySpan<double> y = Start(history, horizon, ref options);
        double sum = 0, squares = 0;
        int n = 0;
        foreach (double value in y)
        {
            if (double.IsNaN(value)) continue;
            sum += value;
            n++;
        }

        if (n == 0) return SeriesForecast.Undefined(Method, horizon, NothingObserved);
        double mean = sum / n;
        foreach (double value in y)
        {
            if (!double.IsNaN(value)) squares += (value - mean) * (value - mean);
        }

        Estimate variance = n >= 2 ? Number(squares / (n - 1)) : Estimate.Undefined("one observation says nothing of how they vary");
        double[] t = n >= 2 ? [.. options!.Levels.Select(level => StudentT.InvCDF(0, 1, n - 1, (1 + level) / 2))] : [];
        ForecastPoint[] points = new ForecastPoint[horizon];
        for (int i = 0; i < horizon; i++) points[i] = Point(i + 1, mean, variance, 1 + (1.0 / n), options!.Levels, t);
        return new SeriesForecast(Method, ValueList.Create<ForecastPoint>(points))
        {
            Fitted = double.IsFinite(mean) ? ValueList.From(Enumerable.Repeat(Estimate.Of(mean), y.Length)) : [],
        };
    }

    private static SeriesForecast AsLastTime(string method, TimeSeries history, int horizon, int season, SeriesForecastOptions? options)
    {
        ReadOnlySpan<double> y = Start(history, horizon, ref options);
        if (LastObserved(y, y.Length - 1, 1) < 0) return SeriesForecast.Undefined(method, horizon, NothingObserved);
        (int changes, double squares) = Changes(y, season, 0);
        Estimate variance = changes >= 1
            ? Number(squares / changes)
            : Estimate.Undefined(season == 1 ? "no two periods that follow one another were observed" : "no two periods a season apart were observed");
        double[] z = ForecastPoint.NormalMultipliers(options!.Levels);
        ForecastPoint[] points = new ForecastPoint[horizon];
        for (int i = 0; i < horizon; i++)
        {
            int at = y.Length + i;
            int before = LastObserved(y, at - (season * ((i / season) + 1)), season);
            points[i] = before < 0
                ? ForecastPoint.Undefined(i + 1, $"no period at this place in the season of {season} was observed")
                : Point(i + 1, y[before], variance, (at - before) / season, options.Levels, z);
        }

        return new SeriesForecast(method, ValueList.Create<ForecastPoint>(points)) { Fitted = FittedAsLastTime(history, season, 0) };
    }

    private static ReadOnlySpan<double> Start(TimeSeries history, int horizon, ref SeriesForecastOptions? options)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        options ??= SeriesForecastOptions.Default;
        return history.Numbers;
    }

    private static ForecastPoint Point(int step, double mean, Estimate variance, double times, ValueList<double> levels, ReadOnlySpan<double> multipliers) =>
        ForecastPoint.Symmetric(step, mean, variance.IsDefined ? ForecastPoint.Deviation(variance.Value.Value * times) : variance, levels, multipliers);

    private static Estimate Number(double value) => double.IsFinite(value) ? Estimate.Of(value) : Estimate.Undefined("the numbers are too large");

    private static (int Count, double Squares) Changes(ReadOnlySpan<double> y, int season, double expected)
    {
        int count = 0;
        double squares = 0;
        for (int t = season; t < y.Length; t++)
        {
            double change = y[t] - y[t - season] - expected;
            if (double.IsNaN(change)) continue;
            squares += change * change;
            count++;
        }

        return (count, squares);
    }

    private static int FirstObserved(ReadOnlySpan<double> y, int step, int from)
    {
        int t = from;
        while (t < y.Length && double.IsNaN(y[t])) t += step;
        return t;
    }

    /// <summary>The last observed of this period and those so many before it; negative when there is none.</summary>
    private static int LastObserved(ReadOnlySpan<double> y, int from, int step)
    {
        int t = from;
        while (t >= 0 && double.IsNaN(y[t])) t -= step;
        return t;
    }

    private static ValueList<Estimate> FittedAsLastTime(TimeSeries history, int season, double expected) => ValueList.From(Enumerable.Range(0, history.Count).Select(t =>
        t >= season && history.Values[t - season] is { } before ? Number(before + expected) : Estimate.Undefined("the period before was not observed")));
}
