using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relation of support tickets.</summary>
internal static class TicketFacts
{
    public static FactTable Compile(RevenueDataset data, CustomerNumbers customers, AttributeVersions versions)
    {
        ValueList<Ticket> tickets = data.Tickets;
        FactTable table = new(tickets.Count);
        table.Add(Tickets.OpenedOn, [.. tickets.Select(ticket => DayNumber.Of(ticket.OpenedOn))]);
        table.Add(Tickets.FirstRespondedOn, [.. tickets.Select(ticket => DayNumber.OrNone(ticket.FirstRespondedOn))]);
        table.Add(Tickets.ResolvedOn, [.. tickets.Select(ticket => DayNumber.OrNone(ticket.ResolvedOn))]);
        // A day that is unknown lies after all others.
        table.Add(Tickets.WaitedUntil, [.. tickets.Select(ticket => Math.Min(DayNumber.OrNone(ticket.FirstRespondedOn), DayNumber.OrNone(ticket.ResolvedOn)))]);
        table.Add(Tickets.DaysToRespond, [.. tickets.Select(ticket => DaysTo(ticket, ticket.FirstRespondedOn))]);
        table.Add(Tickets.DaysToResolve, [.. tickets.Select(ticket => DaysTo(ticket, ticket.ResolvedOn))]);
        table.Add(Tickets.Reopenings, [.. tickets.Select(ticket => (long)ticket.ReopenedOn.Count)]);
        table.AddNames(Tickets.Owner, tickets, ticket => ticket.Owner);
        table.AddNames(Tickets.Priority, tickets, ticket => ticket.Priority);
        table.AddNames(Tickets.Topic, tickets, ticket => ticket.Topic);
        CustomerColumns.AddTo(
            table, Tickets.CustomerId, Tickets.CustomerAttribute, customers, versions, [.. tickets.Select(ticket => (ticket.CustomerId, ticket.OpenedOn))]);
        return table;
    }

    private static long DaysTo(Ticket ticket, LocalDate? day) => day is { } then ? DayNumber.Of(then) - DayNumber.Of(ticket.OpenedOn) : FactTable.NoValue;
}
