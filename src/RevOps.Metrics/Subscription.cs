using NodaTime;

namespace RevOps.Metrics;

/// <summary>An agreement under which a customer pays a recurring price for a service over a span of days.</summary>
/// <remarks>
/// Service runs over the half-open span [<see cref="Start"/>, <see cref="End"/>): the end is the first day <em>not</em> served.
/// What is charged stands in <see cref="Terms"/>; a price change, a plan change and a step of a ramp are each a further term.
/// </remarks>
public sealed record Subscription
{
    /// <summary>The identifier; also decides the order in which transfers are taken, compared ordinally.</summary>
    public required string Id { get; init; }

    /// <summary>The customer who pays.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The first day of service, trial included.</summary>
    public required LocalDate Start { get; init; }

    /// <summary>The first day not served; null while no end is known.</summary>
    public LocalDate? End { get; init; }

    /// <summary>The prices, each from its first day; at least one, covering the service without overlap.</summary>
    public required ValueList<PriceTerm> Terms { get; init; }

    /// <summary>The first paid day of a subscription that starts with a trial; null when there is no trial.</summary>
    public LocalDate? TrialEnd { get; init; }

    /// <summary>Spans in which the service is suspended and nothing is charged.</summary>
    public ValueList<ServicePause> Pauses { get; init; } = [];

    /// <summary>The requests to cancel, also those withdrawn. Without them churn can only be dated by the end of service.</summary>
    public ValueList<CancellationRequest> Cancellations { get; init; } = [];

    /// <summary>The day the contract was signed; without it committed revenue starts to count on the first day of service.</summary>
    public LocalDate? SignedOn { get; init; }

    /// <summary>Whether the contract renews unless notice is given; without it renewals are judged by service alone.</summary>
    public bool? AutoRenews { get; init; }

    /// <summary>The length of the contract: it falls due at each multiple of it after the first paid day.</summary>
    /// <remarks>
    /// Give it where the contract is longer than what one price pays for: three years, billed by the month. Without it the prices and the end say
    /// what falls due (<see cref="Renewals"/>).
    /// </remarks>
    public BillingInterval? ContractLength { get; init; }

    /// <summary>The length of notice before a contract ends, in days.</summary>
    public int? NoticeDays { get; init; }

    /// <summary>The subscription whose contract this one renews.</summary>
    public string? RenewsId { get; init; }

    /// <summary>The subscription that this one replaces: a switch, not a second purchase. The other one stops counting on the first paid day of this one.</summary>
    public string? ReplacesId { get; init; }

    /// <summary>Who moves the money: a charge made by the seller, or an invoice paid by the customer.</summary>
    public PaymentCollection Collection { get; init; } = PaymentCollection.Automatic;

    /// <summary>True for a contract void from its start (refunded in whole): it never counts.</summary>
    public bool IsVoid { get; init; }

    /// <inheritdoc cref="Customer.RecordedOn" path="/summary"/>
    /// <remarks>Several versions of one id are told apart by it; the latest holds. A later version with <see cref="IsVoid"/> takes the subscription back.</remarks>
    public LocalDate? RecordedOn { get; init; }
}

/// <summary>Who moves the money of a subscription.</summary>
public enum PaymentCollection
{
    /// <summary>The seller charges a stored means of payment; an unpaid charge can end the service by itself.</summary>
    Automatic,

    /// <summary>The customer pays an invoice; late payment is ordinary and not churn.</summary>
    Invoice,
}
