namespace RevOps.Metrics.Tests.Reference;

/// <summary>What the library gives in the place of a figure that the example itself calls wrong; it must differ from that.</summary>
/// <param name="Value">The library's figure.</param>
internal sealed record Instead(object? Value);
