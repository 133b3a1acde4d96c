namespace RevOps.Metrics;

/// <summary>The measures of customers: how many there are at the edges of a period, and how many come and go within it.</summary>
internal static class RetentionMeasures
{
    /// <summary>Every kind but pause and resume: what a customer has contracted, whether it is paused or not.</summary>
    private static readonly Condition Contracted = Condition.In(
        Movements.Kind, [.. Enum.GetNames<MovementKind>().Except([nameof(MovementKind.Pause), nameof(MovementKind.Resume)], StringComparer.Ordinal)]);

    /// <summary>Customers that pay at the end of the window: not those who are paused.</summary>
    public static readonly EntityMeasure PayingAtClose =
        new("paying customers at the close", Movements.Customer, Movements.Amount, Movements.On, EntityRule.PositiveAtClose);

    /// <summary>Customers with recurring revenue at the end of the window, paused ones among them.</summary>
    public static readonly EntityMeasure AtClose = Customers("customers at the close", EntityRule.PositiveAtClose);

    /// <summary>Customers with recurring revenue before the window.</summary>
    public static readonly EntityMeasure AtOpen = Customers("customers at the open", EntityRule.PositiveAtOpen);

    /// <summary>Customers with recurring revenue before the window and none at its end.</summary>
    public static readonly EntityMeasure Lost = Customers("lost customers", EntityRule.Lost);

    /// <summary>Customers who pay for the first time in the window.</summary>
    public static readonly Measure New = CustomerChange(MovementKind.New);

    /// <summary>Times that a customer stops paying in the window, as a negative number.</summary>
    public static readonly Measure Churned = CustomerChange(MovementKind.Churn);

    private static EntityMeasure Customers(string name, EntityRule rule) =>
        new(name, Movements.Customer, Movements.Amount, Movements.On, rule) { Where = [Contracted] };

    private static Measure CustomerChange(MovementKind kind) =>
        new SumMeasure($"customers by {kind}", Movements.CustomerChange, Movements.On).With(Condition.In(Movements.Kind, kind.ToString()));
}
