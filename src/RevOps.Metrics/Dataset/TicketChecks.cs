using NodaTime;

namespace RevOps.Metrics;

/// <summary>The rules a <see cref="Ticket"/> must keep.</summary>
internal static class TicketChecks
{
    public static readonly RecordKind<Ticket> Ticket = new("ticket", t => $"ticket {t.Id}", t => t.Id, Check, Dates, t => t.RecordedOn, t => t.CustomerId);

    private static IEnumerable<LocalDate> Dates(Ticket ticket)
    {
        yield return ticket.OpenedOn;
        if (ticket.ResolvedOn is { } resolved) yield return resolved;
    }

    private static void Check(Ticket ticket, RecordCheck check)
    {
        check.Required(ticket.Id, "id", "id");
        check.Ordered(ticket.OpenedOn, "opened on", ticket.FirstRespondedOn, "first responded on", "first-responded-on.before-opened-on");
        check.Ordered(ticket.OpenedOn, "opened on", ticket.ResolvedOn, "resolved on", "resolved-on.before-opened-on");
        foreach (LocalDate reopened in ticket.ReopenedOn)
        {
            check.Ordered(ticket.OpenedOn, "opened on", reopened, "reopened on", "reopened-on.before-opened-on");
        }
    }
}
