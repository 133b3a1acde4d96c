namespace RevOps.Metrics.Predictive;

/// <summary>A state that the first values make, and how many of them.</summary>
internal readonly record struct SmoothingStart(SmoothingState State, int Used)
{
    /// <summary>As R's HoltWinters starts; null with what is missing when the first values do not make one.</summary>
    public static SmoothingStart? Of(EtsSample sample, TrendForm trend, SeasonalForm seasonal, out string missing)
    {
        int season = sample.SeasonLength;
        int needed = seasonal != SeasonalForm.None ? 2 * season : trend != TrendForm.None ? 2 : 1;
        ReadOnlySpan<double> y = sample.Values;
        missing = $"its start is made of {needed} periods from the first observation on, and there are {y.Length}: give a longer series or a starting state";
        if (y.Length < needed) return null;
        for (int t = 0; t < needed; t++)
        {
            if (!double.IsNaN(y[t])) continue;
            missing = $"period {sample.First + t + 1} is missing, of which its start is made: give a starting state, or fit an EtsModel";
            return null;
        }

        if (seasonal != SeasonalForm.None) return Decomposed(y[..needed], season, trend, seasonal);
        return trend == TrendForm.None
            ? new SmoothingStart(new SmoothingState(y[0]), 1)
            : new SmoothingStart(new SmoothingState(y[1], y[1] - y[0]), 2);
    }

    /// <summary>Two years, as R's decompose takes them apart: a centred moving average, a line through it, and what each period is off it.</summary>
    private static SmoothingStart Decomposed(ReadOnlySpan<double> y, int season, TrendForm trend, SeasonalForm seasonal)
    {
        int half = season / 2;
        double[] sums = new double[season];
        int[] counts = new int[season];
        double n = 0, sumT = 0, sumA = 0, sumTT = 0, sumTA = 0;
        for (int t = half; t < y.Length - half; t++)
        {
            double average = 0;
            for (int i = -half; i <= half; i++) average += y[t + i] * (season % 2 == 0 && Math.Abs(i) == half ? 0.5 : 1);
            average /= season;
            n++;
            sumT += n;
            sumA += average;
            sumTT += n * n;
            sumTA += n * average;
            sums[t % season] += seasonal == SeasonalForm.Multiplicative ? y[t] / average : y[t] - average;
            counts[t % season]++;
        }

        double slope = ((n * sumTA) - (sumT * sumA)) / ((n * sumTT) - (sumT * sumT)), level = (sumA - (slope * sumT)) / n;
        for (int k = 0; k < season; k++) sums[k] /= counts[k];
        double mean = sums.Average();
        for (int k = 0; k < season; k++) sums[k] = seasonal == SeasonalForm.Multiplicative ? sums[k] / mean : sums[k] - mean;
        return new SmoothingStart(new SmoothingState(level, trend == TrendForm.None ? null : slope, ValueList.Create<double>(sums)), season);
    }
}
