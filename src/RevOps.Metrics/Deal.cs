using NodaTime;

namespace RevOps.Metrics;

/// <summary>A sale in the making or made: an opportunity with its amounts, its owner, its dates and its outcome.</summary>
/// <remarks>
/// Stage, amount, expected close, category and owner change while a deal is open. <see cref="History"/> keeps what was known
/// when; the deal's own values are the latest. Without a history, questions about the pipeline of a past day use the latest
/// values, and stage conversion and slippage are undefined.
/// </remarks>
public sealed record Deal
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The account sold to; without it the deal counts in totals and as "(none)" by segment.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The lead it came from.</summary>
    public string? LeadId { get; init; }

    /// <summary>What is sold: a first purchase, more of it, or a renewal. Sales metrics count new business unless told otherwise.</summary>
    public DealType Type { get; init; } = DealType.NewBusiness;

    /// <summary>The recurring amount of the first year (annual contract value); without it the deal counts, its value does not.</summary>
    public Money? Amount { get; init; }

    /// <summary>What is paid once: set-up, hardware, training.</summary>
    public Money? OneTimeAmount { get; init; }

    /// <summary>The total contract value over the whole term, one-time amounts included.</summary>
    public Money? TotalContractValue { get; init; }

    /// <summary>The length of the contract in months.</summary>
    public int? TermMonths { get; init; }

    /// <summary>The day it was created; without it the deal has no cycle time and, while open, counts in the pipeline of any earlier day.</summary>
    public LocalDate? CreatedOn { get; init; }

    /// <summary>The day it was won, lost or voided; required then, and absent while open.</summary>
    public LocalDate? ClosedOn { get; init; }

    /// <summary>How it ended, or that it is open. A reopened deal carries its last outcome.</summary>
    public DealOutcome Outcome { get; init; }

    /// <summary>Why it was lost; "no decision" is a reason like another.</summary>
    public string? LostReason { get; init; }

    /// <summary>The latest stage of the sales process, in the words of the source.</summary>
    public string? Stage { get; init; }

    /// <summary>The latest day on which it is expected to close; without it an open deal is in no period's coverage.</summary>
    public LocalDate? ExpectedCloseOn { get; init; }

    /// <summary>The latest forecast category.</summary>
    public ForecastCategory? Category { get; init; }

    /// <summary>The latest owner (sales representative).</summary>
    public string? Owner { get; init; }

    /// <summary>How credit is shared among owners; empty means all to <see cref="Owner"/>. Shares add up to one.</summary>
    public ValueList<OwnerSplit> Splits { get; init; } = [];

    /// <summary>The main product sold.</summary>
    public string? Product { get; init; }

    /// <summary>The subscription that the deal made.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>The subscription that the deal renews.</summary>
    public string? RenewsSubscriptionId { get; init; }

    /// <summary>What became known on which day.</summary>
    public ValueList<DealChange> History { get; init; } = [];

    /// <inheritdoc cref="Customer.RecordedOn" path="/summary"/>
    /// <remarks>Several versions of one id are told apart by it; the latest holds. A later version with the outcome <see cref="DealOutcome.Void"/> takes the deal back.</remarks>
    public LocalDate? RecordedOn { get; init; }
}

/// <summary>What a deal sells.</summary>
public enum DealType
{
    /// <summary>A first purchase by a new customer.</summary>
    NewBusiness,

    /// <summary>More to a customer who already pays.</summary>
    Expansion,

    /// <summary>The next term of a contract that ends.</summary>
    Renewal,
}

/// <summary>How a deal ended.</summary>
public enum DealOutcome
{
    /// <summary>It has not ended.</summary>
    Open,

    /// <summary>The customer bought.</summary>
    Won,

    /// <summary>The customer did not buy: a competitor, the price, or no decision.</summary>
    Lost,

    /// <summary>It never was a deal: a duplicate or a mistake. Leaves every rate.</summary>
    Void,
}
