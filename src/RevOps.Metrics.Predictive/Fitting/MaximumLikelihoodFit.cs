using MathNet.Numerics.LinearAlgebra;

namespace RevOps.Metrics.Predictive;

/// <summary>The parameters at the maximum of a likelihood.</summary>
/// <param name="Report">What the caller of the fit is told.</param>
/// <param name="LogCovariance">The covariance of the logarithms of the parameters; null where the likelihood is flat in some direction.</param>
internal sealed record MaximumLikelihoodFit(FitReport Report, Matrix<double>? LogCovariance)
{
    /// <summary>The value of the parameter at this place.</summary>
    public double this[int index] => Report.Parameters[index].Value;
}
