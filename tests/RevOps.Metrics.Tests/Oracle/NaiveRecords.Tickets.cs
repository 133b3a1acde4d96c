using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>The support tickets.</summary>
internal static partial class NaiveRecords
{
    public static IEnumerable<NaiveRow> Tickets(RevenueDataset data, CustomerIdentity identity) => data.Tickets.Select(ticket =>
    {
        long? DaysTo(LocalDate? day) => day is { } then ? Period.DaysBetween(ticket.OpenedOn, then) : null;
        LocalDate?[] ends = [.. new[] { ticket.FirstRespondedOn, ticket.ResolvedOn }.Where(day => day is not null).Order()];
        NaiveRow row = new NaiveRow().With(Metrics.Tickets.OpenedOn, ticket.OpenedOn)
            .With(Metrics.Tickets.FirstRespondedOn, ticket.FirstRespondedOn).With(Metrics.Tickets.ResolvedOn, ticket.ResolvedOn)
            .With(Metrics.Tickets.WaitedUntil, ends.FirstOrDefault())
            .With(Metrics.Tickets.DaysToRespond, DaysTo(ticket.FirstRespondedOn)).With(Metrics.Tickets.DaysToResolve, DaysTo(ticket.ResolvedOn))
            .With(Metrics.Tickets.Reopenings, (long)ticket.ReopenedOn.Count)
            .With(Metrics.Tickets.Owner, ticket.Owner).With(Metrics.Tickets.Priority, ticket.Priority).With(Metrics.Tickets.Topic, ticket.Topic);
        return OfCustomer(row, ticket.CustomerId, ticket.OpenedOn, Metrics.Tickets.CustomerId, Metrics.Tickets.CustomerAttribute, data, identity);
    });

    /// <summary>A row with the customer it is of, if any, and the attributes that this one had on the day.</summary>
    private static NaiveRow OfCustomer(
        NaiveRow row, string? id, LocalDate on, CodeColumn idColumn, Func<string, CodeColumn> attribute, RevenueDataset data, CustomerIdentity identity)
    {
        if (CustomerOf(id, data, identity) is not { } customer) return row;
        foreach ((string name, string value) in AttributesOn(customer, on)) row.With(attribute(name), value);
        return row.With(idColumn, customer.Id);
    }
}
