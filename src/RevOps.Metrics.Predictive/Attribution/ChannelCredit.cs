namespace RevOps.Metrics.Predictive;

/// <summary>What a channel is credited with.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Conversions">Its part of the conversions.</param>
/// <param name="Value">Its part of their value.</param>
public sealed record ChannelCredit(string Channel, double Conversions, double Value);
