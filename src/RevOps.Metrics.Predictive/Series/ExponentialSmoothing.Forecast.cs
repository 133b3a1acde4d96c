namespace RevOps.Metrics.Predictive;

/// <content>What is to come.</content>
public sealed partial class ExponentialSmoothing
{
    /// <summary>The next periods.</summary>
    /// <remarks>
    /// <para>Ranges are normal, with the variance of the one-step errors around their mean (divisor one less than their number) and the share
    /// c[j] = alpha (1 + beta (phi + ... + phi^j)) + gamma (1 - alpha) [j is a multiple of the season] of an error j periods back: s2 (1 + sum of c[j]^2), as R's
    /// predict.HoltWinters. With multiplicative seasons there is no exact formula: see <see cref="HoltWintersIntervals"/>. Undefined with fewer than two errors.</para>
    /// <para>Source: R, stats::predict.HoltWinters; Yar and Chatfield, Prediction intervals for the Holt-Winters forecasting procedure, International Journal
    /// of Forecasting 6 (1990).</para>
    /// </remarks>
    /// <param name="horizon">How many periods.</param>
    /// <param name="options">The levels of the ranges.</param>
    /// <param name="intervals">Which formula, where seasons multiply.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is not at least 1.</exception>
    public SeriesForecast Forecast(
        int horizon, SeriesForecastOptions? options = null, HoltWintersIntervals intervals = HoltWintersIntervals.FirstOrder)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        options ??= SeriesForecastOptions.Default;
        double[] multipliers = ForecastPoint.NormalMultipliers(options.Levels);
        double phi = Trend == TrendForm.None ? 0 : Parameters.Phi ?? 1, growth = 0, power = 1;
        double errorVariance = ErrorVariance();
        ForecastPoint[] points = new ForecastPoint[horizon];
        for (int h = 1; h <= _missingAtEnd + horizon; h++)
        {
            power *= phi;
            growth += power;
            if (h <= _missingAtEnd) continue;
            double height = End.Level + (growth * (End.Trend ?? 0));
            double season = Seasonal == SeasonalForm.None ? 0 : End.Seasonal[(h - 1) % _seasonLength];
            double mean = Seasonal == SeasonalForm.Multiplicative ? height * season : height + season;
            double times = Times(h, phi, Seasonal == SeasonalForm.Multiplicative ? intervals : HoltWintersIntervals.FirstOrder);
            Estimate deviation = _errors.Length < 2 ? Estimate.Undefined("fewer than two errors say nothing of how they vary")
                : double.IsNaN(times) ? Estimate.Undefined("R's formula reads past its last factor here, and has no range either")
                : ForecastPoint.Deviation(errorVariance * times);
            points[h - _missingAtEnd - 1] = ForecastPoint.Symmetric(h - _missingAtEnd, mean, deviation, options.Levels, multipliers);
        }

        return new SeriesForecast(Name, ValueList.Create<ForecastPoint>(points)) { Fitted = Fitted };
    }

    private double ErrorVariance()
    {
        double mean = _errors.Length == 0 ? 0 : _errors.Average();
        return _errors.Sum(error => (error - mean) * (error - mean)) / Math.Max(_errors.Length - 1, 1);
    }

    /// <summary>How many variances of one error the forecast h steps ahead has.</summary>
    private double Times(int h, double phi, HoltWintersIntervals intervals)
    {
        double alpha = Parameters.Alpha, gamma = (Parameters.Gamma ?? 0) * (1 - alpha), beta = alpha * (Parameters.Beta ?? 0);
        double[] carried = EtsMoments.Carried(alpha, beta, gamma, phi, Seasonal == SeasonalForm.None ? int.MaxValue : _seasonLength, h - 1);
        double times = intervals == HoltWintersIntervals.AsInR ? Square((alpha + gamma) * RatioInR(h, 0)) : 1;
        for (int j = 1; j < h; j++)
        {
            double ratio = Seasonal != SeasonalForm.Multiplicative ? 1
                : intervals == HoltWintersIntervals.AsInR ? RatioInR(h, j)
                : Factor(h) / Factor(h - j);
            times += carried[j - 1] * ratio * ratio;
        }

        return times;
    }

    private double Factor(int h) => End.Seasonal[(h - 1) % _seasonLength];

    /// <summary>R reads its coefficients (level, trend, factors) at 2 + (rel - j) mod m, which for 0 is the trend. Without a trend it reads a factor too far.</summary>
    private double RatioInR(int h, int j)
    {
        double At(int place) => Trend != TrendForm.None
            ? place == 0 ? End.Trend!.Value : End.Seasonal[place - 1]
            : place == _seasonLength ? double.NaN : End.Seasonal[place];
        int rel = 1 + ((h - 1) % _seasonLength);
        int back = (((rel - j) % _seasonLength) + _seasonLength) % _seasonLength;
        return At(rel) / At(back);
    }

    private static double Square(double value) => value * value;
}
