using NodaTime;

namespace RevOps.Metrics;

/// <summary>A demand for payment sent to a customer.</summary>
public sealed record Invoice
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The customer billed.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The subscription billed.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>The day of the invoice.</summary>
    public required LocalDate IssuedOn { get; init; }

    /// <summary>The last day to pay on time; without it an invoice is never past due.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>The day it was paid in full; null while it is not, or where payments that name the invoice tell it.</summary>
    public LocalDate? PaidOn { get; init; }

    /// <summary>The amount without tax.</summary>
    public required Money Amount { get; init; }

    /// <summary>What the amount is made of; empty where that is not known.</summary>
    public ValueList<InvoiceLine> Lines { get; init; } = [];

    /// <inheritdoc cref="Customer.RecordedOn" path="/summary"/>
    /// <remarks>Several versions of one id are told apart by it; the latest holds. A later version of amount zero takes the invoice back.</remarks>
    public LocalDate? RecordedOn { get; init; }
}
