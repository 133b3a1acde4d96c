namespace RevOps.Metrics.Predictive;

/// <summary>A first guess of the states before the first period, from where the search goes on.</summary>
/// <remarks>
/// A line through the first periods; what the periods of each place in the season are off it, on average; and the line anew through what is left. Least
/// squares, because unlike a moving average it does not mind a missing period. After Hyndman et al. (2008), section 2.6.
/// </remarks>
internal static class EtsStart
{
    public static void Guess(EtsForm form, ReadOnlySpan<double> y, int season, out double level, out double trend, Span<double> seasons)
    {
        bool multiplies = form.Seasonal == SeasonalForm.Multiplicative;
        seasons.Fill(multiplies ? 1 : 0);
        int first = Math.Min(y.Length, Math.Max(10, 2 * season));
        (level, trend) = Line(y[..first], seasons, multiplies);
        if (form.HasSeasons)
        {
            ReadOnlySpan<double> years = y[..Math.Min(y.Length, 3 * season)];
            double sum = 0;
            for (int k = 0; k < season; k++)
            {
                double off = 0;
                int n = 0;
                for (int t = k; t < years.Length; t += season)
                {
                    if (double.IsNaN(years[t])) continue;
                    double line = level + (trend * (t + 1));
                    off += multiplies ? years[t] / Math.Max(line, 0.1) : years[t] - line;
                    n++;
                }

                seasons[k] = n == 0 ? (multiplies ? 1 : 0) : multiplies ? Math.Clamp(off / n, 0.05, 20) : off / n;
                sum += seasons[k];
            }

            for (int k = 0; k < season; k++) seasons[k] = multiplies ? seasons[k] * season / sum : seasons[k] - (sum / season);
            (level, trend) = Line(y[..first], seasons, multiplies);
        }

        if (!form.HasTrend || (form.NeedsPositiveValues && level <= 0.05))
        {
            // Without a trend, or where the line starts below zero, the mean.
            level += trend * (first + 1) / 2;
            trend = 0;
        }
    }

    private static (double Level, double Trend) Line(ReadOnlySpan<double> y, ReadOnlySpan<double> seasons, bool multiplies)
    {
        double n = 0, sumT = 0, sumY = 0;
        for (int t = 0; t < y.Length; t++)
        {
            if (double.IsNaN(y[t])) continue;
            n++;
            sumT += t + 1;
            sumY += Without(y[t], seasons[t % seasons.Length], multiplies);
        }

        double meanT = sumT / n, meanY = sumY / n, tt = 0, ty = 0;
        for (int t = 0; t < y.Length; t++)
        {
            if (double.IsNaN(y[t])) continue;
            double off = t + 1 - meanT;
            tt += off * off;
            ty += off * (Without(y[t], seasons[t % seasons.Length], multiplies) - meanY);
        }

        double trend = tt > 0 ? ty / tt : 0;
        return (meanY - (trend * meanT), trend);
    }

    private static double Without(double value, double season, bool multiplies) => multiplies ? value / season : value - season;
}
