using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>The dimensions that most companies ask by.</summary>
public static class Dimensions
{
    /// <summary>The customer's segment (its attribute "segment"), and the segment a spend was aimed at.</summary>
    public static Dimension Segment { get; } = Dimension.OfCustomerAttribute("segment", SpendDays.Segment);

    /// <summary>The channel by which the customer was acquired (its attribute "channel"), and the channel money was spent on.</summary>
    public static Dimension Channel { get; } = Dimension.OfCustomerAttribute("channel", SpendDays.Channel);

    /// <summary>The customer's region (its attribute "region").</summary>
    public static Dimension Region { get; } = CustomerAttribute("region");

    /// <summary>The plan of the price term. A customer can have several at a time.</summary>
    public static Dimension Plan { get; } = new("plan", Movements.Plan, RevenueStates.Plan, Renewals.Plan);

    /// <summary>The product of the price term or deal. A customer can have several at a time.</summary>
    public static Dimension Product { get; } = new("product", Movements.Product, RevenueStates.Product, Deals.Product, PipelineMovements.Product, Renewals.Product);

    /// <summary>The reason given for a churn, in the words of the cancellation; nothing else has one.</summary>
    public static Dimension ChurnReason { get; } = new("churn reason", Movements.ChurnReason);

    /// <summary>The sales representative: owner of the deal, of the spend, of the forecast.</summary>
    public static Dimension Owner { get; } = new("owner", Deals.Owner, PipelineMovements.Owner, SpendDays.Owner, Forecasts.Owner);

    /// <summary>The campaign money was spent on.</summary>
    public static Dimension Campaign { get; } = new("campaign", SpendDays.Campaign);

    /// <summary>The type of the deal.</summary>
    public static Dimension DealType { get; } = new("deal type", Deals.Type, PipelineMovements.Type);

    /// <summary>The deal, by its id.</summary>
    public static Dimension Deal { get; } = new("deal", Deals.Id, PipelineMovements.DealId);

    /// <summary>The customer, by its id; a duplicate has the id of the customer it is.</summary>
    /// <remarks>By it any metric over movements or deals says which customers are behind a number. A deal of no customer has no value.</remarks>
    public static Dimension Customer { get; } = Dimension.OfCustomer("customer", Movements.CustomerId, RevenueStates.CustomerId, Deals.CustomerId, PipelineMovements.CustomerId, Credits.CustomerId);

    /// <summary>All of these, in the order in which people ask by them.</summary>
    public static IReadOnlyList<Dimension> All => field ??= [Segment, Channel, Region, Plan, Product, Owner, DealType, ChurnReason, Campaign, Customer, Deal];

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
