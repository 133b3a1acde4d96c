namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>The two sides of a comparison gave different answers: one of them is wrong, and no time means anything.</summary>
public sealed class DifferentAnswersException : Exception
{
    /// <summary>An exception that tells the first row in which they differ.</summary>
    public DifferentAnswersException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public DifferentAnswersException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public DifferentAnswersException()
    {
    }
}
