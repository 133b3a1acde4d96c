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

    /// <summary>The annualised amount in one state beside the ledger; over a window open to the left, what stands there.</summary>
    public static Measure Standing(RevenueState state) =>
        new SumMeasure($"annualised {state}", RevenueStates.Amount, RevenueStates.On).With(Condition.In(RevenueStates.State, state.ToString()));

    /// <summary>How many subscriptions come into a state.</summary>
    public static Measure Started(RevenueState state) =>
        new SumMeasure($"started {state}", RevenueStates.Started, RevenueStates.On).With(Condition.In(RevenueStates.State, state.ToString()));
}
