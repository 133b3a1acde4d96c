namespace RevOps.Metrics;

/// <summary>One of the measures that a pass answers.</summary>
/// <param name="Column">Which of the pass's columns it sums.</param>
/// <param name="Where">The conditions that a row must meet.</param>
/// <param name="Part">Which rows are summed for a window.</param>
/// <param name="Requests">Its windows, each with the request that asks for it.</param>
internal sealed record SummedMeasure(int Column, ValueList<Condition> Where, WindowPart Part, IReadOnlyList<(int Request, DateWindow Window)> Requests);
