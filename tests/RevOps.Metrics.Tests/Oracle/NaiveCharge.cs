namespace RevOps.Metrics.Tests;

/// <summary>What the price or the invoiced usage of a subscription charges on one day.</summary>
/// <param name="Amount">In a year, in units of the reporting currency.</param>
/// <param name="Price">In a year, in units of its own currency, not rounded.</param>
/// <param name="Rate">The rate between the two.</param>
/// <param name="Currency">Its own currency.</param>
/// <param name="Plan">The plan it stands under.</param>
/// <param name="Product">The product it stands under.</param>
/// <param name="Term">The price term behind it; null for invoice lines.</param>
internal sealed record NaiveCharge(long Amount, decimal Price, decimal Rate, Currency Currency, string? Plan, string? Product, PriceTerm? Term);
