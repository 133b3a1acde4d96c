using NodaTime;

namespace RevOps.Metrics;

/// <summary>What a subscription charges from one day until the next term begins or the service ends.</summary>
/// <remarks>The recurring amount of a term is price x quantity, less discounts that count, made yearly: a month's price times 12, a week's times 52, a day's times 365.</remarks>
public sealed record PriceTerm
{
    /// <summary>The first day on which the price holds.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The first day on which it no longer holds; null means until the next term or the end of service.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The price of one unit for one <see cref="Interval"/>, without tax. Zero is a free plan; a negative price is a data issue.</summary>
    public required Money Price { get; init; }

    /// <summary>What one price pays for: a month, a year, two weeks.</summary>
    public required BillingInterval Interval { get; init; }

    /// <summary>How many units (seats, licences) are paid for; committed usage, not measured usage.</summary>
    public decimal Quantity { get; init; } = 1m;

    /// <summary>The plan's name; without it questions by plan answer "(none)".</summary>
    public string? Plan { get; init; }

    /// <summary>The product's name; without it an upsell cannot be told from a cross-sell.</summary>
    public string? Product { get; init; }

    /// <summary>True where the step was agreed in the contract (a ramp): an increase to it is contracted expansion, not upsell.</summary>
    public bool IsContractedStep { get; init; }

    /// <summary>True where the term pays for committed usage, which <see cref="UsageTreatment.Excluded"/> leaves out.</summary>
    public bool IsUsageCommitment { get; init; }

    /// <summary>Reductions of the price, each over the service days it covers.</summary>
    public ValueList<Discount> Discounts { get; init; } = [];
}
