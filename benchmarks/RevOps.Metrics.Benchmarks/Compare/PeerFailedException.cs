namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>DuckDB could not do what it was asked.</summary>
public sealed class PeerFailedException : Exception
{
    /// <summary>An exception with DuckDB's own message.</summary>
    public PeerFailedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public PeerFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public PeerFailedException()
    {
    }
}
