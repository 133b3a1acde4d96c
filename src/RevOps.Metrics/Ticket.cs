using NodaTime;

namespace RevOps.Metrics;

/// <summary>A customer's request to support, and what became of it.</summary>
public sealed record Ticket
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The day it was opened.</summary>
    public required LocalDate OpenedOn { get; init; }

    /// <summary>The customer who asked; without it tickets per customer is undefined by segment.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The day of the first answer by a person.</summary>
    public LocalDate? FirstRespondedOn { get; init; }

    /// <summary>The day it was resolved for the last time; null while it is open.</summary>
    public LocalDate? ResolvedOn { get; init; }

    /// <summary>The days on which it was opened again.</summary>
    public ValueList<LocalDate> ReopenedOn { get; init; } = [];

    /// <summary>Who works it.</summary>
    public string? Owner { get; init; }

    /// <summary>How urgent it is, in the words of the source.</summary>
    public string? Priority { get; init; }

    /// <summary>What it is about, in the words of the source.</summary>
    public string? Topic { get; init; }

    /// <inheritdoc cref="Customer.RecordedOn" path="/summary"/>
    /// <remarks>Several versions of one id are told apart by it; the latest holds.</remarks>
    public LocalDate? RecordedOn { get; init; }
}
