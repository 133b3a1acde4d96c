namespace RevOps.Metrics;

/// <summary>The columns of the support tickets, one row each.</summary>
public sealed class Tickets : IRelation
{
    private Tickets()
    {
    }

    static Relation IRelation.Relation => Relation.Tickets;

    /// <summary>The day it was opened.</summary>
    public static DateColumn<Tickets> OpenedOn { get; } = new("opened_on");

    /// <summary>The day of the first answer by a person; unknown while there is none.</summary>
    public static DateColumn<Tickets> FirstRespondedOn { get; } = new("first_responded_on");

    /// <summary>The day it was resolved for the last time; unknown while it is open.</summary>
    public static DateColumn<Tickets> ResolvedOn { get; } = new("resolved_on");

    /// <summary>The day on which it stopped waiting for a first answer: of the answer, or of the resolution where that came first.</summary>
    public static DateColumn<Tickets> WaitedUntil { get; } = new("waited_until");

    /// <summary>The days from opening to the first answer, 0 on the same day; missing while there is none.</summary>
    public static ValueColumn<Tickets, Days> DaysToRespond { get; } = new("days_to_respond");

    /// <summary>The days from opening to the last resolution, 0 on the same day; missing while it is open.</summary>
    public static ValueColumn<Tickets, Days> DaysToResolve { get; } = new("days_to_resolve");

    /// <summary>How often it was opened again.</summary>
    public static ValueColumn<Tickets, Count> Reopenings { get; } = new("reopenings");

    /// <summary>Who works it.</summary>
    public static CodeColumn<Tickets> Owner { get; } = new("owner");

    /// <summary>How urgent it is, in the words of the source.</summary>
    public static CodeColumn<Tickets> Priority { get; } = new("priority");

    /// <summary>What it is about, in the words of the source.</summary>
    public static CodeColumn<Tickets> Topic { get; } = new("topic");

    /// <summary>The id of the customer who asked; missing where nobody knows.</summary>
    public static CodeColumn<Tickets> CustomerId { get; } = new("customer_id");

    /// <summary>An attribute of the customer, as it was on the day the ticket was opened.</summary>
    public static CodeColumn<Tickets> CustomerAttribute(string name) => new($"customer.{name}");
}
