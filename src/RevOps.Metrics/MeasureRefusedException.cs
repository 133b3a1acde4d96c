namespace RevOps.Metrics;

/// <summary>A question cannot be answered as it was asked: a measure has no path to a dimension, or a rule does not allow it.</summary>
public sealed class MeasureRefusedException : InvalidOperationException
{
    /// <summary>An exception for these refusals.</summary>
    public MeasureRefusedException(IReadOnlyList<Refusal> refusals)
        : base(string.Join(Environment.NewLine, (refusals ?? throw new ArgumentNullException(nameof(refusals))).Select(refusal => refusal.ToString()))) =>
        Refusals = refusals;

    /// <summary>What cannot be answered, and why.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }
}
