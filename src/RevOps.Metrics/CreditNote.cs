using NodaTime;

namespace RevOps.Metrics;

/// <summary>A reduction of what a customer owes, after the invoice. It lowers revenue; recurring revenue only by policy (<see cref="RefundTreatment"/>).</summary>
public sealed record CreditNote
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The customer credited.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The invoice it corrects.</summary>
    public string? InvoiceId { get; init; }

    /// <summary>The day of the credit note.</summary>
    public required LocalDate IssuedOn { get; init; }

    /// <summary>The amount credited, as a positive number.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc cref="Customer.RecordedOn" path="/summary"/>
    /// <remarks>Several versions of one id are told apart by it; the latest holds. A later version of amount zero takes the credit note back.</remarks>
    public LocalDate? RecordedOn { get; init; }
}
