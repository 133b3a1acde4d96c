using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>Where a measure's numbers stand in the engine's answer; or why it has none in a period.</summary>
/// <param name="Index">The place of the request among those asked.</param>
/// <param name="IsAmount">True for amounts.</param>
/// <param name="Reason">Why there is no number; null where there is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MeasurePlace(int Index, bool IsAmount, string? Reason = null);
