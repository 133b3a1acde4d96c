using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>What a customer did at occasions that come one by one, such as yearly appeals: how often it bought, and when last.</summary>
/// <param name="Purchases">x: the occasions at which it bought, the very first purchase not counted.</param>
/// <param name="LastPurchase">t_x: the number of the last of them, from 1; 0 without any.</param>
/// <param name="Opportunities">n: the occasions there were.</param>
public readonly record struct OpportunityHistory(int Purchases, int LastPurchase, int Opportunities)
{
    /// <exception cref="ArgumentException">No customer can have this history.</exception>
    internal void Require(string parameter)
    {
        string? wrong = this switch
        {
            { Purchases: < 0 } or { Opportunities: < 0 } => "Purchases and opportunities are counted from 0.",
            { Purchases: 0, LastPurchase: not 0 } => "Without a purchase the last one is 0.",
            { } when LastPurchase < Purchases => "The last purchase cannot come before the number of purchases: one purchase an opportunity.",
            { } when LastPurchase > Opportunities => "The last purchase cannot come after the last opportunity.",
            _ => null,
        };
        if (wrong is not null)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A customer has {Purchases} purchases, the last at {LastPurchase}, of {Opportunities} opportunities. {wrong}"), parameter);
        }
    }
}

/// <summary>Customers with the same history.</summary>
/// <param name="History">What each of them did.</param>
/// <param name="Customers">How many there are, 0 or more.</param>
public readonly record struct OpportunityGroup(OpportunityHistory History, long Customers);
