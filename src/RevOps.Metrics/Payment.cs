using NodaTime;

namespace RevOps.Metrics;

/// <summary>Money that moved: received from a customer, or paid back. Cash, never recurring revenue.</summary>
public sealed record Payment
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The customer who paid.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The invoice paid.</summary>
    public string? InvoiceId { get; init; }

    /// <summary>The day the money moved.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The amount; negative for a refund.</summary>
    public required Money Amount { get; init; }

    /// <inheritdoc cref="Customer.RecordedOn" path="/summary"/>
    /// <remarks>Several versions of one id are told apart by it; the latest holds. A later version of amount zero takes the payment back.</remarks>
    public LocalDate? RecordedOn { get; init; }
}
