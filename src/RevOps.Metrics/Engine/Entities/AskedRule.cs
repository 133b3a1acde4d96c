namespace RevOps.Metrics;

/// <summary>A rule asked over one window.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Window">The window as spans, from the first to the one after the last.</param>
/// <param name="Request">The request that asks for it.</param>
/// <param name="Slot">The place of its sum among those of a cell.</param>
internal readonly record struct AskedRule(EntityRule Rule, (int First, int End) Window, int Request, int Slot);
