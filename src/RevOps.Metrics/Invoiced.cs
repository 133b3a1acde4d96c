namespace RevOps.Metrics;

/// <summary>The columns of what was invoiced: one row for each invoice, and one for each credit note.</summary>
/// <remarks>Credit notes alone are <see cref="Credits"/>. Here they are below zero, so that a sum is what customers were asked for in all.</remarks>
public sealed class Invoiced : IRelation
{
    private Invoiced()
    {
    }

    static Relation IRelation.Relation => Relation.Invoiced;

    /// <summary>The day of the invoice or of the credit note.</summary>
    public static DateColumn<Invoiced> On { get; } = new("on");

    /// <summary>The amount without tax at the rate of its day; of a credit note, negative.</summary>
    public static ValueColumn<Invoiced, Money> Amount { get; } = new("amount");

    /// <summary>"Invoice" or "CreditNote".</summary>
    public static CodeColumn<Invoiced> Kind { get; } = new("kind");

    /// <summary>The id of the customer.</summary>
    public static CodeColumn<Invoiced> CustomerId { get; } = new("customer_id");

    /// <summary>An attribute of the customer, as it was on the day.</summary>
    public static CodeColumn<Invoiced> CustomerAttribute(string name) => new($"customer.{name}");
}
