namespace RevOps.Metrics.Tests.Reference;

/// <summary>How to compute the figures of examples, by their ids.</summary>
internal sealed class ComputedExamples() : Dictionary<string, Func<WorkedExample, FigureValues>>(StringComparer.Ordinal);
