namespace RevOps.Metrics.Predictive;

/// <summary>How probably one state of a chain of channels is followed by another.</summary>
/// <param name="From">The state: "(start)", or the last touches, as many as the order of the chain: "search", "search > email".</param>
/// <param name="To">The next touch, "(conversion)" or "(null)".</param>
/// <param name="Probability">The probability, above 0.</param>
public sealed record ChannelTransition(string From, string To, double Probability);
