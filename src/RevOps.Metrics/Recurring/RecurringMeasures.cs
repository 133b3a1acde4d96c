namespace RevOps.Metrics;

/// <summary>The measures of recurring revenue: all of them sums over the ledger.</summary>
internal static class RecurringMeasures
{
    /// <summary>The annualised recurring amount; over a window open to the left, the balance.</summary>
    public static readonly SumMeasure Amount = new("annualised recurring revenue", Movements.Amount, Movements.On);

    /// <summary>The largest annualised amounts of customers.</summary>
    public static TopMeasure Largest(int customers) => new($"ARR of the largest {customers} customers", Movements.Customer, Movements.Amount, Movements.On, customers);

    /// <summary>The annualised amount of one kind of movement.</summary>
    public static Measure AmountOf(MovementKind kind) =>
        new SumMeasure($"annualised {kind}", Movements.Amount, Movements.On).With(Condition.In(Movements.Kind, kind.ToString()));
}
