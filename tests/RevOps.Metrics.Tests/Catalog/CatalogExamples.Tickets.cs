using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    /// <summary>Ada and Bob ask for support around February 2026; Cyd, who joined in January, does not.</summary>
    private static readonly RevenueDataset Support = RevenueDataset.Build(
        customers: [Customer("ada", Segment("SMB")), Customer("bob", Segment("Enterprise")), Customer("cyd", Segment("SMB"))],
        subscriptions: [Monthly("a", "ada", 100, "2025-06-01"), Monthly("b", "bob", 100, "2025-06-01"), Monthly("c", "cyd", 100, "2026-01-10"), Monthly("d", "cyd", 5, "2026-02-10")],
        tickets:
        [
            // Opened in January and resolved in February: after 54 days, opened again twice; after 4, opened again once and answered after 2.
            Asked("1", "ada", "2026-01-05", answered: "2026-01-06", resolved: "2026-02-28", "2026-01-20", "2026-02-10"),
            Asked("2", "ada", "2026-01-30", answered: "2026-02-01", resolved: "2026-02-03", "2026-02-02"),
            // Done on its day; resolved after 10 days without an answer; answered after 6 and open; neither.
            Asked("3", "ada", "2026-02-05", answered: "2026-02-05", resolved: "2026-02-05"),
            Asked("4", "bob", "2026-02-10", answered: null, resolved: "2026-02-20"),
            Asked("5", null, "2026-02-20", answered: "2026-02-26", resolved: null),
            Asked("6", "bob", "2026-02-27", answered: null, resolved: null),
            Asked("7", "bob", "2026-03-01", answered: "2026-03-01", resolved: "2026-03-01"),
        ],
        spends:
        [
            // 10 a day from 30 January on; EUR 20 at the rate of their day, 1.20; and what won customers.
            new() { From = Day("2026-01-30"), To = Day("2026-03-01"), Amount = Usd(300), Category = SpendCategory.CustomerSuccess },
            new() { From = Day("2026-02-20"), Amount = new Money(20, Currency.Eur), Category = SpendCategory.CustomerSuccess },
            new() { From = Day("2026-02-01"), Amount = Usd(500), Category = SpendCategory.Sales },
        ],
        options: InDollars);

    public static IEnumerable<CatalogExample> Tickets =>
    [
        // 3, 4, 5 and 6.
        new(Success.OpenedTickets, Support, February, 4),
        // 1, 2, 3 and 4.
        new(Success.ResolvedTickets, Support, February, 4),
        // 5 and 6; at the end of January 1 and 2.
        new(Success.OpenTickets, Support, February, 2),
        new(Success.OpenTickets, Support, Month("2026-01"), 2),
        // 6; 4 was resolved.
        new(Success.UnansweredTickets, Support, February, 1),
        // 4 tickets of 3 customers; in the SMB 1 of 2; where nobody knows who asked, there is no customer.
        new(Success.TicketsPerCustomer, Support, February, 4m / 3),
        new(Success.TicketsPerCustomer, Support, February, 0.5m, Only(Dimensions.Segment, "SMB")),
        new(Success.TicketsPerCustomer, Support, February, null, new() { Where = [new DimensionFilter(Dimensions.Segment, [null])] }),
        // Of 0, 2 and 6 days: 3, 2 and 5 were answered in February.
        new(Success.TimeToFirstResponse, Support, February, 2),
        // Of 0, 4, 10 and 54 days: halfway between 4 and 10.
        new(Success.TimeToResolve, Support, February, 7),
        // 1 and 2, each once.
        new(Success.ReopenedTickets, Support, February, 2),
        // 2 of 4.
        new(Success.ReopenRate, Support, February, 0.5m),
        // 28 days of 10, and 20 x 1.20.
        new(Success.CustomerSuccessSpend, Support, February, 304),
        // 304 / 4.
        new(Success.CostPerTicket, Support, February, 76),
        // 304 of all three, who were there when February opened and are at its close.
        new(Success.RetentionCost, Support, February, 304m / 3),
        new(Success.RetentionCost, Support, February, 304m / 3, new() { Policy = new() { RetentionCostPer = RetentionCostPer.ActiveCustomer } }),
        // Of Ada and Bob, who were there before the year.
        new(Success.RetentionCost, Support, February, 152, new() { Policy = new() { RetentionCostPer = RetentionCostPer.CustomerOfEarlierYears } }),
    ];

    private static Ticket Asked(string id, string? customer, string opened, string? answered, string? resolved, params ReadOnlySpan<string> reopened) => new()
    {
        Id = id, CustomerId = customer, OpenedOn = Day(opened), FirstRespondedOn = answered is null ? null : Day(answered),
        ResolvedOn = resolved is null ? null : Day(resolved), ReopenedOn = [.. reopened.ToArray().Select(Day)],
    };
}
