namespace RevOps.Metrics;

/// <summary>Reads the annualised amounts of some subscriptions, in units of the reporting currency.</summary>
/// <param name="first">The number of the first of them.</param>
/// <param name="amounts">Where they go; <see cref="PlainSubscriptions.NotHere"/> for one that never counts, or whose customer goes the general way.</param>
internal delegate void AmountReader(int first, Span<long> amounts);
