namespace RevOps.Metrics;

public static partial class Success
{
    private const string NoneResolved = "no ticket was resolved";

    private const string HowTicketsAreTimed = "https://help.getredo.com/en/articles/12218475-explanation-of-analytics";

    /// <summary>Tickets opened in the period; one that is opened again is no other ticket.</summary>
    /// <remarks>Unit: count. Formula: tickets by the day of opening.</remarks>
    public static FlowMetric<Count> OpenedTickets { get; } = TicketMeasures.Opened.InPeriod().Described(new()
    {
        Id = "success.opened-tickets", Name = "tickets opened", Synonyms = ["ticket volume"],
        Definition = "Support tickets opened in the period.", Formula = "count", Source = HowTicketsAreTimed,
    });

    /// <summary>Tickets resolved in the period for the last time.</summary>
    /// <remarks>Unit: count. Formula: tickets by the day of the last resolution.</remarks>
    public static FlowMetric<Count> ResolvedTickets { get; } = TicketMeasures.Resolved.InPeriod().Described(new()
    {
        Id = "success.resolved-tickets", Name = "tickets resolved", Good = GoodDirection.Up, Synonyms = ["closed tickets"],
        Definition = "Support tickets resolved for the last time in the period.", Formula = "count", Source = HowTicketsAreTimed,
    });

    /// <summary>Open tickets: those opened by the close and not resolved by then.</summary>
    /// <remarks>
    /// Unit: count. Formula: tickets opened by the close - tickets resolved by the close. A ticket that is opened again is open from its first opening
    /// to its last resolution, as nobody records the time between. Opened - resolved is the change of it.
    /// </remarks>
    public static Metric<Count> OpenTickets { get; } = (TicketMeasures.Opened.AtClose() - TicketMeasures.Resolved.AtClose()).Described(new()
    {
        Id = "success.open-tickets", Name = "open tickets", Good = GoodDirection.Down, Synonyms = ["ticket backlog"],
        Definition = "Support tickets opened by the close and not resolved by then.", Formula = "tickets opened by the close - tickets resolved by the close",
        Source = HowTicketsAreTimed,
    });

    /// <summary>Open tickets that nobody has answered by the close; what the <see cref="TimeToFirstResponse"/> leaves out.</summary>
    /// <remarks>Unit: count. Formula: tickets opened by the close - tickets answered or resolved by the close.</remarks>
    public static Metric<Count> UnansweredTickets { get; } = (TicketMeasures.Opened.AtClose() - TicketMeasures.Waited.AtClose()).Described(new()
    {
        Id = "success.unanswered-tickets", Name = "unanswered tickets", Good = GoodDirection.Down,
        Definition = "Support tickets opened by the close and neither answered nor resolved by then.",
        Formula = "tickets opened by the close - tickets answered or resolved by the close",
        Source = "Defined here: the tickets that time to first response leaves out",
    });

    /// <summary>Tickets per customer: tickets opened in the period for each customer at the close.</summary>
    /// <remarks>
    /// Unit: tickets over the period. Formula: tickets opened / customers. Undefined without a customer. A ticket of no customer is in the total, and
    /// in no segment: where nobody knows who asked, its cell has no customer to divide by. Source: https://gaspwiki.pages.dev/v1/metrics/support.
    /// </remarks>
    public static Metric<Count> TicketsPerCustomer { get; } = MetricArithmetic.Apply<Count>(
        "tickets per customer", [OpenedTickets, TicketMeasures.Customers],
        (v, _) => v[1] == 0 ? null : v[0] / v[1], _ => "there is no customer at the close").Described(new()
        {
            Id = "success.tickets-per-customer", Name = "tickets per customer", Good = GoodDirection.Down, Synonyms = ["contact rate"],
            Definition = "Support tickets opened in the period for each customer at the close.", Formula = "tickets opened / customers",
            Policies = ["Ledger", "PeriodState"], Source = "https://gaspwiki.pages.dev/v1/metrics/support",
        });

    /// <summary>Time to first response: the median days from opening to the first answer, of the tickets first answered in the period.</summary>
    /// <remarks>
    /// Unit: days, exact. Formula: median of (first response - opening). By the day of the answer, so that a later answer never changes a past period.
    /// Tickets that still wait are out: read <see cref="UnansweredTickets"/> beside it, as a team that answers nobody has no time at all. Undefined
    /// without an answer in the period.
    /// </remarks>
    public static Metric<Days> TimeToFirstResponse { get; } = Median(TicketMeasures.DaysToRespond, "no ticket was answered").Described(new()
    {
        Id = "success.time-to-first-response", Name = "time to first response", Good = GoodDirection.Down,
        Synonyms = ["first response time", "first reply time"],
        Definition = "The median days from opening to the first answer, of the tickets first answered in the period.",
        Formula = "median of (first response - opening)", Source = HowTicketsAreTimed,
    });

    /// <summary>Time to resolve: the median days from opening to the last resolution, of the tickets resolved in the period.</summary>
    /// <remarks>
    /// Unit: days, exact. Formula: median of (last resolution - opening). Times in which a ticket was thought resolved are in. Open tickets are out:
    /// read <see cref="OpenTickets"/> beside it. Undefined without a resolution in the period.
    /// </remarks>
    public static Metric<Days> TimeToResolve { get; } = Median(TicketMeasures.DaysToResolve, NoneResolved).Described(new()
    {
        Id = "success.time-to-resolve", Name = "time to resolve", Good = GoodDirection.Down, Synonyms = ["resolution time"],
        Definition = "The median days from opening to the last resolution, of the tickets resolved in the period.",
        Formula = "median of (last resolution - opening)", Source = HowTicketsAreTimed,
    });

    /// <summary>Reopened tickets: those resolved in the period that had been opened again before; each once, however often.</summary>
    /// <remarks>Unit: count. Formula: tickets resolved with a reopening, by the day of the last resolution.</remarks>
    public static FlowMetric<Count> ReopenedTickets { get; } = TicketMeasures.Reopened.InPeriod().Described(new()
    {
        Id = "success.reopened-tickets", Name = "reopened tickets", Good = GoodDirection.Down,
        Definition = "Support tickets resolved in the period that had been opened again before.", Formula = "count of tickets resolved with a reopening",
        Source = "https://www.eesel.ai/glossary/reopen-rate",
    });

    /// <summary>Reopen rate: the share of the tickets resolved in the period that had been opened again.</summary>
    /// <remarks>
    /// Unit: ratio, from 0 to 1. Formula: reopened tickets / tickets resolved. A ticket that was opened again and is open still counts where it will be
    /// resolved. Undefined without a resolution. Source: https://www.eesel.ai/glossary/reopen-rate.
    /// </remarks>
    public static Metric<Ratio> ReopenRate { get; } = MetricArithmetic.Apply<Ratio>(
        "reopen rate", [ReopenedTickets, ResolvedTickets], (v, _) => v[1] == 0 ? null : v[0] / v[1], _ => NoneResolved).Described(new()
        {
            Id = "success.reopen-rate", Name = "reopen rate", Good = GoodDirection.Down,
            Definition = "The share of the tickets resolved in the period that had been opened again.", Formula = "reopened tickets / tickets resolved",
            Source = "https://www.eesel.ai/glossary/reopen-rate",
        });

    /// <summary>Cost per ticket: spend on customer success for each ticket resolved in the period.</summary>
    /// <remarks>
    /// Unit: money. Formula: customer success spend / tickets resolved. By tickets resolved and not by those opened: what is not done has not cost all
    /// it will. Undefined without a resolution. Source: https://www.sparrowdesk.com/customer-support-metrics/cost-per-ticket.
    /// </remarks>
    public static Metric<Money> CostPerTicket { get; } = MetricArithmetic.Apply<Money>(
        "cost per ticket", [TicketMeasures.CustomerSuccessSpend.InPeriod().Named("customer success spend"), ResolvedTickets],
        (v, _) => Formulas.CostPerTicket(cost: v[0], resolvedTickets: v[1]), _ => NoneResolved).Described(new()
        {
            Id = "success.cost-per-ticket", Name = "cost per ticket", Good = GoodDirection.Down,
            Definition = "Spend on customer success for each ticket resolved in the period.", Formula = "customer success spend / tickets resolved",
            Source = "https://www.sparrowdesk.com/customer-support-metrics/cost-per-ticket",
        });

    private static Metric<Days> Median(HistogramMeasure days, string undefined) => new(days.Name, new PercentileExpression(_ => days, 0.5m, undefined));
}
