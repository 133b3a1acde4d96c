namespace RevOps.Metrics.Predictive;

/// <summary>An ETS model led once through a series: what it forecast, what it was off by, and where it stands at the end.</summary>
/// <remarks>
/// The plain version: the equations as chapter 2 of Hyndman et al. (2008) writes them, in the series' own unit. <see cref="EtsLikelihood"/> must give the same
/// likelihood.
/// </remarks>
internal sealed class EtsRun
{
    public EtsRun(EtsForm form, SmoothingParameters parameters, SmoothingState start, ReadOnlySpan<double> y)
    {
        double phi = parameters.Phi ?? 1, beta = parameters.Beta ?? 0, gamma = parameters.Gamma ?? 0;
        double l = start.Level, b = start.Trend ?? 0, logs = 0;
        double[] seasonal = [.. start.Seasonal];
        Fitted = new double[y.Length];
        for (int t = 0; t < y.Length; t++)
        {
            int place = seasonal.Length == 0 ? 0 : t % seasonal.Length;
            double q = l + (phi * b);
            double s = form.Seasonal switch { SeasonalForm.None => 0, _ => seasonal[place] };
            double forecast = form.Seasonal == SeasonalForm.Multiplicative ? q * s : q + s;
            if (form.NeedsPositiveValues && !(forecast > 0 && (form.Seasonal != SeasonalForm.Multiplicative || s > 0))) ImpossibleAt ??= t;
            Fitted[t] = forecast;
            double e = double.IsNaN(y[t]) ? 0 : y[t] - forecast;
            if (!double.IsNaN(y[t]))
            {
                Observations++;
                double error = form.Error == ErrorForm.Multiplicative ? e / forecast : e;
                SumOfSquares += error * error;
                if (form.Error == ErrorForm.Multiplicative) logs += Math.Log(forecast);
            }

            if (form.Seasonal == SeasonalForm.Multiplicative)
            {
                (l, b) = (q + (parameters.Alpha * e / s), (phi * b) + (beta * e / s));
                seasonal[place] = s + (gamma * e / q);
            }
            else
            {
                (l, b) = (q + (parameters.Alpha * e), (phi * b) + (beta * e));
                if (form.HasSeasons) seasonal[place] = s + (gamma * e);
            }
        }

        int next = seasonal.Length == 0 ? 0 : y.Length % seasonal.Length;
        End = new SmoothingState(l, start.Trend is null ? null : b, [.. seasonal[next..], .. seasonal[..next]]);
        double least = EtsScale.Of(form, y).LeastSumOfSquares(form, Observations);
        IsExact = SumOfSquares <= least;
        LogLikelihood = -(0.5 * Observations * Math.Log(Math.Max(SumOfSquares, least))) - logs;
    }

    /// <summary>The forecast of each period from those before it.</summary>
    public double[] Fitted { get; }

    /// <summary>The state after the last period.</summary>
    public SmoothingState End { get; }

    /// <summary>Of the errors, or of the relative errors where they multiply.</summary>
    public double SumOfSquares { get; }

    public int Observations { get; }

    public double LogLikelihood { get; }

    /// <summary>True when all errors are rounding.</summary>
    public bool IsExact { get; }

    /// <summary>The first period at which a model that multiplies forecast nothing above zero.</summary>
    public int? ImpossibleAt { get; }
}
