using NodaTime;

namespace RevOps.Metrics;

/// <summary>One position of an invoice: what it charges or credits, and for which days of service.</summary>
/// <remarks>
/// Under <see cref="RevenueSource.InvoiceLines"/> recurring lines are the source of recurring revenue, and under
/// <see cref="UsageTreatment.AsInvoiced"/> usage lines add to it. A line counts for its own subscription, else for the invoice's.
/// </remarks>
public sealed record InvoiceLine
{
    /// <summary>What it charges for.</summary>
    public required InvoiceLineKind Kind { get; init; }

    /// <summary>The amount without tax, in the invoice's currency; a credit is negative.</summary>
    public required Money Amount { get; init; }

    /// <summary>The first day of the service it pays for; a recurring line needs it.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The first day after the service it pays for; a recurring line needs it.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The subscription billed; without it the invoice's.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>The plan's name.</summary>
    public string? Plan { get; init; }

    /// <summary>The product's name.</summary>
    public string? Product { get; init; }
}

/// <summary>What an <see cref="InvoiceLine"/> charges for.</summary>
public enum InvoiceLineKind
{
    /// <summary>A service over the line's days at a price agreed before.</summary>
    Recurring,

    /// <summary>What was used, as measured.</summary>
    Usage,

    /// <summary>What is sold once, such as a set-up; never recurring revenue.</summary>
    OneTime,
}
