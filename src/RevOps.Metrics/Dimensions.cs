using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>The dimensions that most companies ask by.</summary>
public static class Dimensions
{
    /// <summary>The customer's segment (its attribute "segment"), and the segment a spend was aimed at.</summary>
    public static Dimension Segment { get; } = Dimension.OfCustomerAttribute("segment", SpendDays.Segment);

    /// <summary>The channel by which the customer was acquired (its attribute "channel"), and that of spend, activities, leads and deals.</summary>
    /// <remarks>A deal has the channel of the lead it came from; one without has that of its customer.</remarks>
    public static Dimension Channel { get; } = Dimension.OfCustomerAttribute(
        "channel", SpendDays.Channel, MarketingActivities.Channel, Leads.Channel, Deals.Channel, PipelineMovements.Channel,
        StageVisits.Channel, ExpectedCloses.Channel, DealCredits.Channel);

    /// <summary>The customer's region (its attribute "region").</summary>
    public static Dimension Region { get; } = CustomerAttribute("region");

    /// <summary>The plan of the price term. A customer can have several at a time.</summary>
    public static Dimension Plan { get; } = new("plan", Movements.Plan, RevenueStates.Plan, Renewals.Plan);

    /// <summary>The product of the price term or deal. A customer can have several at a time.</summary>
    public static Dimension Product { get; } = new(
        "product", Movements.Product, RevenueStates.Product, Deals.Product, PipelineMovements.Product, StageVisits.Product, ExpectedCloses.Product,
        DealCredits.Product, Renewals.Product);

    /// <summary>The reason given for a churn, in the words of the cancellation; nothing else has one.</summary>
    public static Dimension ChurnReason { get; } = new("churn reason", Movements.ChurnReason);

    /// <summary>Whose work it is: the owner of the deal or of a share in it, of the lead, of the spend, of the forecast, of the quota, of the ticket.</summary>
    /// <remarks>In the open pipeline the owner of the day, elsewhere the latest.</remarks>
    public static Dimension Owner { get; } = new(
        "owner", Deals.Owner, PipelineMovements.Owner, StageVisits.Owner, ExpectedCloses.Owner, DealCredits.Owner, SpendDays.Owner,
        Forecasts.Owner, QuantileForecasts.Owner, QuotaDays.Owner, Leads.Owner, Tickets.Owner);

    /// <summary>How urgent the ticket is, in the words of the source.</summary>
    public static Dimension TicketPriority { get; } = new("ticket priority", Tickets.Priority);

    /// <summary>What the ticket is about, in the words of the source.</summary>
    public static Dimension TicketTopic { get; } = new("ticket topic", Tickets.Topic);

    /// <summary>The campaign by which the customer was acquired (its attribute "campaign"), and that of spend, activities, leads and deals.</summary>
    /// <remarks>A deal has the campaign of the lead it came from; one without has that of its customer.</remarks>
    public static Dimension Campaign { get; } = Dimension.OfCustomerAttribute(
        "campaign", SpendDays.Campaign, MarketingActivities.Campaign, Leads.Campaign, Deals.Campaign, PipelineMovements.Campaign,
        StageVisits.Campaign, ExpectedCloses.Campaign, DealCredits.Campaign);

    /// <summary>Where the lead came from, of leads and of the deals that came from one: "webinar", "referral".</summary>
    public static Dimension LeadSource { get; } = new(
        "lead source", Leads.Source, Deals.LeadSource, PipelineMovements.LeadSource, StageVisits.LeadSource, ExpectedCloses.LeadSource, DealCredits.LeadSource);

    /// <summary>The type of the deal, and of those that count towards the quota.</summary>
    public static Dimension DealType { get; } = new(
        "deal type", Deals.Type, PipelineMovements.Type, StageVisits.Type, ExpectedCloses.Type, DealCredits.Type, QuotaDays.Type);

    /// <summary>The stage of the sales process: of the open pipeline that of the day, of a visit the stage visited.</summary>
    public static Dimension Stage { get; } = new("stage", PipelineMovements.Stage, StageVisits.Stage);

    /// <summary>The forecast category: of the open pipeline that of the day, of a forecast its own.</summary>
    public static Dimension ForecastCategory { get; } = new(
        "forecast category", PipelineMovements.Category, Forecasts.Category, QuantileForecasts.Category);

    /// <summary>Why deals were lost. Lost deals by it are the loss-reason mix.</summary>
    public static Dimension LossReason { get; } = new("loss reason", Deals.LostReason);

    /// <summary>The deal, by its id.</summary>
    public static Dimension Deal { get; } = new("deal", Deals.Id, PipelineMovements.DealId);

    /// <summary>The customer, by its id; a duplicate has the id of the customer it is.</summary>
    /// <remarks>
    /// By it any metric over movements, deals, bills or tickets says which customers are behind a number. A deal or a ticket of no customer has no
    /// value.
    /// </remarks>
    public static Dimension Customer { get; } = Dimension.OfCustomer(
        "customer", Movements.CustomerId, RevenueStates.CustomerId, Deals.CustomerId, PipelineMovements.CustomerId, StageVisits.CustomerId,
        ExpectedCloses.CustomerId, DealCredits.CustomerId, Credits.CustomerId, Invoiced.CustomerId, Payments.CustomerId,
        Tickets.CustomerId, Leads.CustomerId);

    /// <summary>All of these, in the order in which people ask by them.</summary>
    public static IReadOnlyList<Dimension> All => field ??=
    [
        Segment, Channel, Region, Plan, Product, Owner, DealType, Stage, ForecastCategory, LossReason, ChurnReason, LeadSource, Campaign, TicketPriority,
        TicketTopic, Customer, Deal,
    ];

    /// <summary>The period in which the customer was acquired, by its label: "2026-01", "FY26-Q3".</summary>
    /// <remarks>
    /// It is the period of the first day on which the customer ever had recurring revenue, and never changes: who left and came back belongs
    /// to the period it first came in. So it makes cohorts (<see cref="CohortEvaluator"/>). Only recurring revenue can be asked by it.
    /// </remarks>
    /// <param name="calendar">The calendar whose periods they are.</param>
    /// <param name="grain">The length of a period.</param>
    /// <exception cref="ArgumentException">The grain is <see cref="CalendarGrain.Custom"/>, which has no grid.</exception>
    public static Dimension AcquisitionPeriod(ReportingCalendar calendar, CalendarGrain grain)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (grain == CalendarGrain.Custom)
        {
            throw new ArgumentException(
                "Custom ranges lie on no grid: acquisition periods need a day, week, month, quarter, half or year.", nameof(grain));
        }

        return AcquiredIn(calendar, grain, day => day, key: (calendar, grain));
    }

    /// <summary>The period in which the customer was acquired as the policy looks at periods, so that the new customers of a period are those it tells.</summary>
    internal static Dimension AcquisitionPeriod(ReportingCalendar calendar, CalendarGrain grain, MetricPolicy policy) => policy.PeriodState == PeriodState.EndOfLastDay
        ? AcquisitionPeriod(calendar, grain)
        : AcquiredIn(calendar, grain, day => PeriodEdges.DayOfState(day, policy), key: (calendar, grain, policy.Ledger.FixedCalendar, policy.Ledger.FixedGrain));

    /// <summary>The day on which the customer was acquired, in the ISO form.</summary>
    internal static Dimension AcquiredOn { get; } = Dimension.OfCustomer("acquisition day", Movements.AcquiredOn);

    /// <summary>Any attribute of the customer, by its name.</summary>
    public static Dimension CustomerAttribute(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Dimension.OfCustomerAttribute(name);
    }

    private static Dimension AcquiredIn(ReportingCalendar calendar, CalendarGrain grain, Func<LocalDate, LocalDate> at, object key) => AcquiredOn.MappedBy(
        $"acquisition {grain.ToString().ToLowerInvariant()}",
        day => calendar.PeriodContaining(at(LocalDatePattern.Iso.Parse(day).Value), grain).Label, key);
}
