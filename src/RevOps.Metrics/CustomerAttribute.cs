using NodaTime;

namespace RevOps.Metrics;

/// <summary>One value of one attribute of a customer, and the first day on which it holds.</summary>
/// <param name="Name">The attribute, in lower case by convention: "segment", "channel" (of acquisition), "region".</param>
/// <param name="Value">The value from that day until the next one of the same name.</param>
/// <param name="From">The first day; null means since ever. Revenue that moves with a later value is a transfer, not a movement.</param>
public sealed record CustomerAttribute(string Name, string Value, LocalDate? From = null);
