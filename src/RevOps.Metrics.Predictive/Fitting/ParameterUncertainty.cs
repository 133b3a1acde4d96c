using MathNet.Numerics.LinearAlgebra;

namespace RevOps.Metrics.Predictive;

/// <summary>How far the parameters of a model may be from those found, on the scale on which they were searched for: their logarithms.</summary>
/// <param name="Values">The parameters found.</param>
/// <param name="LogCovariance">The covariance of their logarithms; null where the likelihood is flat in some direction.</param>
/// <param name="Model">The model with other parameters.</param>
internal sealed record ParameterUncertainty<TModel>(double[] Values, Matrix<double>? LogCovariance, Func<double[], TModel> Model)
{
    // The error of a central difference is of second order in it, and rounding stays far below.
    private const double Step = 1e-3;

    /// <summary>For each parameter the model a little below and a little above.</summary>
    public (TModel Below, TModel Above)[] Neighbours() => [.. Values.Select((_, i) => (Moved(i, -Step), Moved(i, Step)))];

    /// <summary>The slope between what the neighbours give, by the logarithm of the parameter.</summary>
    public static double Slope(double below, double above) => (above - below) / (2 * Step);

    /// <summary>The variance of a value with these slopes (delta method).</summary>
    public double Variance(double[] slopes)
    {
        double sum = 0;
        for (int i = 0; i < slopes.Length; i++)
        {
            for (int j = 0; j < slopes.Length; j++) sum += slopes[i] * LogCovariance![i, j] * slopes[j];
        }

        return Math.Max(sum, 0);
    }

    private TModel Moved(int parameter, double step)
    {
        double[] moved = [.. Values];
        moved[parameter] *= Math.Exp(step);
        return Model(moved);
    }
}
