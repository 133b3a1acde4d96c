namespace RevOps.Metrics.Predictive;

/// <summary>What a customer has bought, in three numbers and an amount: recency, frequency and age, and monetary value.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="History">How often, how lately, and since when.</param>
/// <param name="MonetaryValue">
/// The mean amount of the repeat purchases, the first one left out; undefined for a customer who has none. The first purchase is out because
/// everyone has one, often at an introductory price, and the models of repeat buying do not explain it.
/// </param>
public readonly record struct RfmSummary(string CustomerId, PurchaseHistory History, Estimate MonetaryValue);
