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
        "channel", SpendDays.Channel, MarketingActivities.Channel, Leads.Channel, Deals.Channel, PipelineMovements.Channel);

    /// <summary>The customer's region (its attribute "region").</summary>
    public static Dimension Region { get; } = CustomerAttribute("region");

    /// <summary>The plan of the price term. A customer can have several at a time.</summary>
    public static Dimension Plan { get; } = new("plan", Movements.Plan, RevenueStates.Plan, Renewals.Plan);

    /// <summary>The product of the price term or deal. A customer can have several at a time.</summary>
    public static Dimension Product { get; } = new("product", Movements.Product, RevenueStates.Product, Deals.Product, PipelineMovements.Product, Renewals.Product);

    /// <summary>The reason given for a churn, in the words of the cancellation; nothing else has one.</summary>
    public static Dimension ChurnReason { get; } = new("churn reason", Movements.ChurnReason);

    /// <summary>The sales representative: owner of the deal, of the lead, of the spend, of the forecast.</summary>
    public static Dimension Owner { get; } = new("owner", Deals.Owner, PipelineMovements.Owner, SpendDays.Owner, Forecasts.Owner, Leads.Owner);

    /// <summary>The campaign by which the customer was acquired (its attribute "campaign"), and that of spend, activities, leads and deals.</summary>
    /// <remarks>A deal has the campaign of the lead it came from; one without has that of its customer.</remarks>
    public static Dimension Campaign { get; } = Dimension.OfCustomerAttribute(
        "campaign", SpendDays.Campaign, MarketingActivities.Campaign, Leads.Campaign, Deals.Campaign, PipelineMovements.Campaign);

    /// <summary>Where the lead came from, of leads and of the deals that came from one: "webinar", "referral".</summary>
    public static Dimension LeadSource { get; } = new("lead source", Leads.Source, Deals.LeadSource, PipelineMovements.LeadSource);

    /// <summary>The type of the deal.</summary>
    public static Dimension DealType { get; } = new("deal type", Deals.Type, PipelineMovements.Type);

    /// <summary>The customer, by its id; a duplicate has the id of the customer it is.</summary>
    /// <remarks>By it any metric over movements or deals says which customers are behind a number. A deal of no customer has no value.</remarks>
    public static Dimension Customer { get; } = Dimension.OfCustomer("customer", Movements.CustomerId, RevenueStates.CustomerId, Deals.CustomerId, PipelineMovements.CustomerId, Credits.CustomerId, Leads.CustomerId);

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
