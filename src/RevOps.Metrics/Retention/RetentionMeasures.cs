namespace RevOps.Metrics;

/// <summary>The measures of customers: how many there are at the edges of a period, how many come and go within it, and what those who stay pay.</summary>
internal static class RetentionMeasures
{
    /// <summary>Every kind but pause and resume: what a customer has contracted, whether it is paused or not.</summary>
    private static readonly Condition Contracted = Condition.In(
        Movements.Kind, [.. Enum.GetNames<MovementKind>().Except([nameof(MovementKind.Pause), nameof(MovementKind.Resume)], StringComparer.Ordinal)]);

    /// <summary>Customers that pay at the end of the window: not those who are paused, nor those whose plan is free.</summary>
    public static readonly EntityMeasure PayingAtClose = Paying("paying customers at the close", EntityRule.PositiveAtClose);

    /// <summary>Customers that pay before the window: not those who are paused, nor those whose plan is free.</summary>
    public static readonly EntityMeasure PayingAtOpen = Paying("paying customers at the open", EntityRule.PositiveAtOpen);

    /// <summary>Customers with recurring revenue at the end of the window, paused ones among them.</summary>
    public static readonly EntityMeasure AtClose = Customers("customers at the close", EntityRule.PositiveAtClose);

    /// <summary>Customers with recurring revenue before the window.</summary>
    public static readonly EntityMeasure AtOpen = Customers("customers at the open", EntityRule.PositiveAtOpen);

    /// <summary>Customers with recurring revenue before the window and none at its end.</summary>
    public static readonly EntityMeasure Lost = Customers("lost customers", EntityRule.Lost);

    /// <summary>Customers with recurring revenue before the window and at its end.</summary>
    public static readonly EntityMeasure Retained = Customers("retained customers", EntityRule.Retained);

    /// <summary>Customers with recurring revenue at the end of the window and none before it, for the first time or again.</summary>
    public static readonly EntityMeasure Joined = Customers("joined customers", EntityRule.Joined);

    /// <summary>Customers with recurring revenue within the window, and none before it and at its end.</summary>
    public static readonly EntityMeasure JoinedAndLost = Customers("joined and lost customers", EntityRule.JoinedAndLost);

    /// <summary>Customers with recurring revenue before the window and at its end, and none on some day within.</summary>
    public static readonly EntityMeasure LostAndReturned = Customers("lost and returned customers", EntityRule.LostAndReturned);

    /// <summary>What the customers before the window paid there.</summary>
    public static readonly EntityMeasure OpeningAmount = AmountOf("ARR of the cohort at the open", EntityRule.OpeningAmount);

    /// <summary>What lost customers paid before the window.</summary>
    public static readonly EntityMeasure LostAmount = AmountOf("ARR of lost customers", EntityRule.LostAmount);

    /// <summary>What retained customers pay at the end of the window, for each of them at most what it paid before.</summary>
    public static readonly EntityMeasure KeptAmount = AmountOf("kept ARR", EntityRule.KeptAmount);

    /// <summary>What retained subscriptions charge at the end of the window, each of them at most what it charged before.</summary>
    public static readonly EntityMeasure KeptOfSubscriptions = KeptAmount with { Name = "kept ARR by subscription", Entity = Movements.Subscription };

    /// <summary>What retained customers pay at the end of the window.</summary>
    public static readonly EntityMeasure RetainedAmount = AmountOf("ARR of the cohort at the close", EntityRule.RetainedAmount);

    /// <summary>What customers pay at the end of the window who were none right before it, but once; a pause that ends is no return.</summary>
    public static readonly EntityMeasure ReturnedAmount = AmountOf("ARR of returned customers", EntityRule.ReturnedAmount) with { Where = [Contracted] };

    /// <summary>Customers who pay for the first time in the window.</summary>
    public static readonly Measure New = CustomerChange(MovementKind.New);

    /// <summary>Times that a customer stops paying in the window, as a negative number.</summary>
    public static readonly Measure Churned = CustomerChange(MovementKind.Churn);

    /// <summary>Who has a subscription that counts, whatever it charges.</summary>
    private static EntityMeasure Customers(string name, EntityRule rule) =>
        new(name, Movements.Customer, Movements.SubscriptionChange, Movements.On, rule) { Where = [Contracted] };

    private static EntityMeasure Paying(string name, EntityRule rule) => new(name, Movements.Customer, Movements.Amount, Movements.On, rule);

    /// <summary>What is paid, so nothing while paused. Exchange rates move it, but no customer decided that: retention leaves them out.</summary>
    private static EntityMeasure AmountOf(string name, EntityRule rule) => new(name, Movements.Customer, Movements.Amount, Movements.On, rule)
    {
        WithinWhere = [Condition.In(Movements.Kind, [.. Enum.GetValues<MovementKind>().Where(kind => kind != MovementKind.Fx).Select(kind => kind.ToString())])],
    };

    private static Measure CustomerChange(MovementKind kind) =>
        new SumMeasure($"customers by {kind}", Movements.CustomerChange, Movements.On).With(Condition.In(Movements.Kind, kind.ToString()));
}
