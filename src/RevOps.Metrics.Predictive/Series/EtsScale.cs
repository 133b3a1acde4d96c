namespace RevOps.Metrics.Predictive;

/// <summary>
/// The units in which the search works: values less <see cref="Location"/>, over <see cref="Scale"/>. So the search takes the same way whatever the unit
/// of the series, and, where nothing multiplies, wherever its zero is.
/// </summary>
internal readonly record struct EtsScale(double Location, double Scale)
{
    /// <summary>An error this small beside the scale is rounding, not error: a series that a model meets exactly would have an infinite likelihood.</summary>
    public const double Rounding = 1e-10;

    public static EtsScale Of(EtsForm form, ReadOnlySpan<double> y)
    {
        double mean = 0, squares = 0;
        int n = 0;
        foreach (double value in y)
        {
            if (double.IsNaN(value)) continue;
            n++;
            double off = value - mean;
            mean += off / n;
            squares += off * (value - mean);
        }

        double size = mean == 0 ? 1 : Math.Abs(mean);
        if (form.NeedsPositiveValues) return new EtsScale(0, size);
        double deviation = Math.Sqrt(squares / Math.Max(n, 1));

        // Below this the values differ by rounding alone: a constant series.
        return new EtsScale(mean, deviation > size * 1e-13 ? deviation : size);
    }

    /// <summary>The least sum of squares that is told from zero, in the series' own units (or as relative errors, where these are what is squared).</summary>
    public double LeastSumOfSquares(EtsForm form, int n)
    {
        double least = form.Error == ErrorForm.Multiplicative ? Rounding : Rounding * Scale;
        return n * least * least;
    }

    public SmoothingState ToSearch(SmoothingState state, SeasonalForm seasonal)
    {
        double unit = seasonal == SeasonalForm.Additive ? Scale : 1;
        return new SmoothingState((state.Level - Location) / Scale, state.Trend / Scale, ValueList.From(state.Seasonal.Select(season => season / unit)));
    }
}
