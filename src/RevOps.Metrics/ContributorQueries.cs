namespace RevOps.Metrics;

/// <summary>Asks who is behind a result.</summary>
public static class ContributorQueries
{
    /// <summary>The customers behind a result, or another entity.</summary>
    /// <param name="data">The dataset that the result is of.</param>
    /// <param name="result">The result.</param>
    /// <param name="top">How many contributors of each part are named.</param>
    /// <param name="by">What they are; customers when none is given.</param>
    /// <exception cref="MeasureRefusedException">No part of the metric has a path to the dimension.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Less than one contributor is asked for.</exception>
    public static Contributors Contributors(this RevenueDataset data, MetricResult result, int top = 10, Dimension? by = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ContributorSearch search = new(data.Engine, result, top, by ?? Dimensions.Customer);
        return search.Answer(data.Engine.Measure(search.Query));
    }

    /// <summary>The customers behind a result, or another entity, with any engine.</summary>
    /// <param name="engine">The engine, over the records that the result is of.</param>
    /// <param name="result">The result.</param>
    /// <param name="top">How many contributors of each part are named.</param>
    /// <param name="by">What they are; customers when none is given.</param>
    /// <param name="cancellationToken">Stops the engine.</param>
    /// <exception cref="MeasureRefusedException">No part of the metric has a path to the dimension.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Less than one contributor is asked for.</exception>
    public static async ValueTask<Contributors> ContributorsAsync(
        this IMetricEngine engine, MetricResult result, int top = 10, Dimension? by = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ContributorSearch search = new(engine, result, top, by ?? Dimensions.Customer);
        return search.Answer(await engine.MeasureAsync(search.Query, cancellationToken).ConfigureAwait(false));
    }
}
