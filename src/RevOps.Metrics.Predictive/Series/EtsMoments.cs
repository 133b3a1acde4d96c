namespace RevOps.Metrics.Predictive;

/// <summary>Mean and variance of the values to come, by formula.</summary>
/// <remarks>
/// <para>With c[j] = alpha + beta (phi + ... + phi^j) + gamma [j is a multiple of the season], the share of an error that is still there j periods later:</para>
/// <para>Additive: variance = s2 (1 + sum of c[j]^2, j below h). Multiplicative error: (1 + s2) theta[h] - mean[h]^2 with
/// theta[h] = mean[h]^2 + s2 x sum of c[j]^2 theta[h-j].</para>
/// <para>Multiplicative error and seasons: the season's factor and the level are products of the same errors. Of the errors before h only those a whole
/// number of seasons earlier have moved the factor of h, so the means of (l, b) and of their products can be led forward, weighed by (1 + gamma e) at these
/// periods and by 1 at the others; for normal e the means of e, e^2, e^3 and e^4 are 0, s2, 0 and 3 s2^2. That is exact, and needs two by two numbers a period
/// where the matrices of the literature have four times the season squared.</para>
/// <para>Source: Hyndman, Koehler, Ord and Snyder (2008), sections 6.1 to 6.3 (there with Kronecker products).</para>
/// </remarks>
internal sealed class EtsMoments
{
    private readonly double[] _mean;
    private readonly double[] _variance;
    private readonly string? _noVariance;

    public EtsMoments(EtsForm form, SmoothingParameters parameters, SmoothingState end, Estimate variance, int horizon, int season)
    {
        _mean = new double[horizon];
        _variance = new double[horizon];
        _noVariance = form.HasInfiniteVariance && variance.Value is not 0.0
            ? $"{form} has no variance that is finite: give SeriesForecastOptions.Simulation a seed, or choose a multiplicative error"
            : variance.UndefinedReason;
        double phi = form.HasTrend ? parameters.Phi ?? 1 : 0, trend = 0, power = 1;
        for (int h = 0; h < horizon; h++)
        {
            power *= phi;
            trend += power;
            double height = end.Level + (trend * (end.Trend ?? 0));
            _mean[h] = form.Seasonal switch
            {
                SeasonalForm.None => height,
                SeasonalForm.Additive => height + end.Seasonal[h % season],
                _ => height * end.Seasonal[h % season],
            };
        }

        if (_noVariance is not null || form.HasInfiniteVariance) return;
        double s2 = variance.Value!.Value;
        if (form.Seasonal == SeasonalForm.Multiplicative) Products(parameters, phi, end, s2, season);
        else Sums(form, parameters, phi, s2, season);
    }

    public double Mean(int index) => _mean[index];

    public Estimate Deviation(int index) => _noVariance is null ? ForecastPoint.Deviation(_variance[index]) : Estimate.Undefined(_noVariance);

    /// <summary>c[j] squared for j = 1, 2, ...</summary>
    public static double[] Carried(double alpha, double beta, double gamma, double phi, int season, int count)
    {
        double[] squares = new double[count];
        double trend = 0, power = 1;
        for (int j = 1; j <= count; j++)
        {
            power *= phi;
            trend += power;
            double c = alpha + (beta * trend) + (j % season == 0 ? gamma : 0);
            squares[j - 1] = c * c;
        }

        return squares;
    }

    private void Sums(EtsForm form, SmoothingParameters parameters, double phi, double s2, int season)
    {
        double[] carried = Carried(parameters.Alpha, parameters.Beta ?? 0, parameters.Gamma ?? 0, phi, season, _mean.Length);
        if (form.Error == ErrorForm.Additive)
        {
            double sum = 1;
            for (int h = 0; h < _mean.Length; h++)
            {
                _variance[h] = s2 * sum;
                sum += carried[h];
            }

            return;
        }

        double[] theta = new double[_mean.Length];
        for (int h = 0; h < theta.Length; h++)
        {
            // The spread of what is multiplied; kept apart from the mean's square, which would swallow it.
            double spread = 0;
            for (int j = 1; j <= h; j++) spread += carried[j - 1] * theta[h - j];
            theta[h] = (_mean[h] * _mean[h]) + (s2 * spread);
            _variance[h] = s2 * (theta[h] + spread);
        }
    }

    private void Products(SmoothingParameters parameters, double phi, SmoothingState end, double s2, int season)
    {
        double alpha = parameters.Alpha, beta = parameters.Beta ?? 0, gamma = parameters.Gamma ?? 0, l0 = end.Level, b0 = end.Trend ?? 0;
        for (int h = 0; h < _mean.Length; h++)
        {
            double factor = end.Seasonal[h % season], l = l0, b = b0, ll = l0 * l0, lb = l0 * b0, bb = b0 * b0;
            for (int j = 0; j < h; j++)
            {
                double g = (h - j) % season == 0 ? gamma : 0;

                // q = l + phi b; l' = q + alpha q e, b' = phi b + beta q e, all times 1 + g e.
                double q = l + (phi * b), lq = ll + (phi * lb), bq = lb + (phi * bb), qq = lq + (phi * bq);
                double still = 1 + (g * g * s2), cross = 2 * g * s2, twice = s2 + (3 * g * g * s2 * s2);
                (l, b) = (q + (g * s2 * alpha * q), (phi * b) + (g * s2 * beta * q));
                ll = (still * qq) + (cross * 2 * alpha * qq) + (twice * alpha * alpha * qq);
                lb = (still * phi * bq) + (cross * ((beta * qq) + (alpha * phi * bq))) + (twice * alpha * beta * qq);
                bb = (still * phi * phi * bb) + (cross * 2 * phi * beta * bq) + (twice * beta * beta * qq);
            }

            double square = ll + (2 * phi * lb) + (phi * phi * bb), mean = l + (phi * b);
            _mean[h] = factor * mean;
            _variance[h] = factor * factor * (((1 + s2) * square) - (mean * mean));
        }
    }
}
