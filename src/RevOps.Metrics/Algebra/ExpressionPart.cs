using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>A metric that a formula is made of, and what the formula evaluates it with.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ExpressionPart(Metric Metric, MetricEvaluation Evaluation, ReportingPeriod Period, Cell Cell);
