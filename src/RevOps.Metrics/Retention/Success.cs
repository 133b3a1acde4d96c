namespace RevOps.Metrics;

/// <summary>Customers and how many of them stay.</summary>
/// <remarks>
/// Churned and lost are two words. A customer who leaves and returns within a quarter churned (a movement, which adds up over months) and was not
/// lost (a comparison of the quarter's edges, which does not). Rates are of lost customers.
/// </remarks>
public static partial class Success
{
    private const string HowSubscribersAreCounted = "https://help.chartmogul.com/hc/en-us/articles/207400479";

    /// <summary>Customers with recurring revenue at the end of the period's last day; a paused one is still a customer.</summary>
    /// <remarks>Unit: count. Formula: customers whose MRR, pauses left out, is above zero at the close.</remarks>
    public static Metric<Count> Customers { get; } = new Metric<Count>("customers", MeasureExpression.Flow(RetentionMeasures.AtClose)).Described(new()
    {
        Id = "success.customers", Name = "customers", Good = GoodDirection.Up,
        Definition = "Customers with recurring revenue at the close.", Formula = "count of customers whose MRR is above zero", Policies = ["Ledger", "PeriodState"],
        Source = HowSubscribersAreCounted,
    });

    /// <summary>Customers who pay at the end of the period's last day: not those whose service is paused, nor those who are customers at no charge.</summary>
    /// <remarks>Unit: count. Formula: customers whose MRR is above zero at the close.</remarks>
    public static Metric<Count> PayingCustomers { get; } = new Metric<Count>("paying customers", MeasureExpression.Flow(RetentionMeasures.PayingAtClose)).Described(new()
    {
        Id = "success.paying-customers",
        Name = "paying customers",
        Good = GoodDirection.Up,
        Definition = "Customers who pay at the close; the paused and the free do not.",
        Formula = "count of customers whose MRR is above zero",
        Policies = ["Ledger", "PeriodState"],
        Source = HowSubscribersAreCounted,
    });

    /// <summary>Customers with recurring revenue at the end of the day before the period.</summary>
    /// <remarks>Unit: count. Formula: customers whose MRR, pauses left out, is above zero before the period.</remarks>
    public static Metric<Count> OpeningCustomers { get; } = new Metric<Count>("opening customers", MeasureExpression.Flow(RetentionMeasures.AtOpen)).Described(new()
    {
        Id = "success.opening-customers", Name = "opening customers",
        Definition = "Customers with recurring revenue before the period.", Formula = "count of customers whose MRR is above zero", Policies = ["Ledger", "PeriodState"],
        Source = HowSubscribersAreCounted,
    });

    /// <summary>Customers whose first day with recurring revenue lies in the period.</summary>
    /// <remarks>Unit: count. Formula: customers by their first day with recurring revenue.</remarks>
    public static FlowMetric<Count> NewCustomers { get; } = new FlowMetric<Count>("new customers", MeasureExpression.Flow(RetentionMeasures.New)).Described(new()
    {
        Id = "success.new-customers", Name = "new customers", Good = GoodDirection.Up,
        Definition = "Customers whose first day with recurring revenue lies in the period.", Formula = "count", Policies = ["Ledger", "PeriodState"],
        Source = HowSubscribersAreCounted,
    });

    /// <summary>Times that a customer stopped paying in the period; adds up over months.</summary>
    /// <remarks>Unit: count. Formula: churn movements by customer.</remarks>
    public static FlowMetric<Count> ChurnedCustomers { get; } = (
        new FlowMetric<Count>("change of customers by churn", MeasureExpression.Flow(RetentionMeasures.Churned)) * -1).Described(new()
        {
            Id = "success.churned-customers", Name = "churned customers", Good = GoodDirection.Down,
            Definition = "Times that a customer stopped paying in the period.", Formula = "count of churn movements by customer", Policies = ["Ledger", "PeriodState"],
            Source = "https://help.chartmogul.com/hc/en-us/articles/203299912-Data-Table-and-MRR-Movements-",
        });

    /// <summary>Customers at the open who are none at the close; does not add up over months.</summary>
    /// <remarks>Unit: count. Formula: customers at the open who are none at the close.</remarks>
    public static Metric<Count> LostCustomers { get; } = new Metric<Count>("lost customers", MeasureExpression.Flow(RetentionMeasures.Lost)).Described(new()
    {
        Id = "success.lost-customers", Name = "lost customers", Good = GoodDirection.Down,
        Definition = "Customers at the open who are none at the close.", Formula = "count", Policies = ["Ledger", "PeriodState"],
        Source = HowSubscribersAreCounted,
    });

    /// <summary>Customers at the open who are customers at the close, whether they left in between or not.</summary>
    /// <remarks>Unit: count. Formula: opening customers - lost customers.</remarks>
    public static Metric<Count> RetainedCustomers { get; } = new Metric<Count>(
        "retained customers", MeasureExpression.Flow(RetentionMeasures.Retained)).Described(new()
        {
            Id = "success.retained-customers", Name = "retained customers", Good = GoodDirection.Up,
            Definition = "Customers at the open who are customers at the close.", Formula = "opening customers - lost customers", Policies = ["Ledger", "PeriodState"],
            Source = "https://virconlegal.com/glossary/customer-retention/",
        });

    /// <summary>Customers who join, for the first time or again, and are lost within the period; neither edge shows them.</summary>
    /// <remarks>
    /// Unit: count. Formula: customers at neither edge of the period who were customers within it. By an attribute they count where they came in. Out
    /// of the churn rate by default: who was not there at the open could not be lost.
    /// </remarks>
    public static Metric<Count> JoinedAndLostCustomers { get; } = new Metric<Count>(
        "joined and lost customers", MeasureExpression.Flow(RetentionMeasures.JoinedAndLost)).Described(new()
        {
            Id = "success.joined-and-lost-customers", Name = "joined and lost customers", Good = GoodDirection.Down,
            Definition = "Customers at neither edge of the period who were customers within it.", Formula = "count", Policies = ["Ledger", "PeriodState"],
            Source = HowSubscribersAreCounted,
        });

    /// <summary>Customers at both edges of the period who were none on some day within it.</summary>
    /// <remarks>Unit: count. Formula: customers at both edges of the period who were none on some day within it.</remarks>
    public static Metric<Count> LostAndReturnedCustomers { get; } = new Metric<Count>(
        "lost and returned customers", MeasureExpression.Flow(RetentionMeasures.LostAndReturned)).Described(new()
        {
            Id = "success.lost-and-returned-customers", Name = "lost and returned customers",
            Definition = "Customers at both edges of the period who were none on some day within it.", Formula = "count", Policies = ["Ledger", "PeriodState"],
            Source = "Defined here: what a comparison of the period's two edges does not show",
        });

    /// <summary>Trials started: subscriptions whose trial begins in the period, those of customers who had one before among them.</summary>
    /// <remarks>
    /// Unit: count. Formula: trials by their first day. Out: trials of what would charge nothing.
    /// Source: https://docs.stripe.com/billing/subscriptions/analytics/glossary.
    /// </remarks>
    public static Metric<Count> TrialsStarted { get; } = new Metric<Count>("trials started", MeasureExpression.Flow(RecurringMeasures.Started(RevenueState.Trial))).Described(new()
    {
        Id = "success.trials-started", Name = "trials started", Good = GoodDirection.Up,
        Definition = "Subscriptions whose trial begins in the period.", Formula = "count", Policies = ["Ledger", "PeriodState"],
        Source = "https://docs.stripe.com/billing/subscriptions/analytics/glossary",
    });

    /// <summary>Logo retention: the share of the customers at the open who are still there at the close.</summary>
    /// <remarks>
    /// Unit: ratio over the period. Formula: retained / opening; what the default <see cref="CustomerChurnRate"/> leaves. A logo is a customer,
    /// whatever it pays.
    /// </remarks>
    public static Metric<Ratio> LogoRetention { get; } = MetricArithmetic.Apply<Ratio>(
        "logo retention", [RetainedCustomers, OpeningCustomers],
        (v, _) => Formulas.CustomerRetentionRate(openingCustomers: v[1], retainedCustomers: v[0]), _ => "there was no customer at the open").Described(new()
        {
            Id = "success.logo-retention", Name = "logo retention", Good = GoodDirection.Up,
            Definition = "The share of the customers at the open who are still there at the close.",
            Formula = "retained customers / opening customers", Policies = ["Ledger", "PeriodState"],
            Source = "https://virconlegal.com/glossary/customer-retention/",
        });
}
