namespace RevOps.Metrics;

/// <summary>What follows from a policy, made once for as long as the same policy is asked; safe for many threads.</summary>
/// <remarks>It is the same object then, so that what is known of it can be found again.</remarks>
internal sealed class ByPolicy<T>(Func<MetricPolicy, T> make)
    where T : class
{
    private Made? _latest;

    /// <summary>What follows from a policy.</summary>
    public T Under(MetricPolicy policy)
    {
        if (_latest is { } latest && ReferenceEquals(latest.Policy, policy)) return latest.Result;
        T result = make(policy);
        _latest = new Made(policy, result);
        return result;
    }

    private sealed record Made(MetricPolicy Policy, T Result);
}
