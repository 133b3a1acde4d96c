namespace RevOps.Metrics.Predictive;

/// <summary>A rule that shares the conversions of each path by itself.</summary>
/// <param name="name">The model's name.</param>
/// <param name="weigh">The weight of each touch of a path; not all zero.</param>
internal sealed class PathRule(string name, Func<TouchPath, IEnumerable<double>> weigh) : AttributionModel(name)
{
    internal override void Share(IReadOnlyList<TouchPath> paths, CreditSheet credits, CancellationToken cancellationToken)
    {
        foreach (TouchPath path in paths.Where(path => path.Conversions > 0)) credits.Share(path.Channels, [.. weigh(path)], path.Conversions, path.Value);
    }
}
