using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

internal static partial class RandomBooks
{
    /// <summary>Support tickets: some of nobody, some never answered or never resolved, some resolved before the first answer, some on one day.</summary>
    private static Gen<Ticket[]> TicketsOf(string[] customers, Gen<LocalDate> days) =>
        Lists(from id in Gen.Elements<string?>([null, .. customers]) from ticket in TicketOf(id, days) select ticket, 10);

    private static Gen<Ticket> TicketOf(string? customer, Gen<LocalDate> days) =>
        from opened in days
        from answered in Maybe(Gen.Elements(0, 0, 1, 2, 9, 40), 4)
        from resolved in Maybe(Gen.Elements(0, 1, 3, 3, 14, 31, 200), 3)
        from reopened in Lists(Gen.Elements(0, 1, 5, 30), 2)
        from owner in Gen.Elements("Ann", "Ben", null)
        from priority in Gen.Elements("High", "Low", null)
        from topic in Gen.Elements("Billing", "Bug", null)
        select new Ticket
        {
            Id = "", CustomerId = customer, OpenedOn = opened, Owner = owner, Priority = priority, Topic = topic,
            FirstRespondedOn = answered is { } waited ? opened.PlusDays(waited) : null, ResolvedOn = resolved is { } worked ? opened.PlusDays(worked) : null,
            ReopenedOn = [.. reopened.Select(opened.PlusDays)],
        };
}
