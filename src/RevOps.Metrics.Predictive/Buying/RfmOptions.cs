namespace RevOps.Metrics.Predictive;

/// <summary>How purchases become frequency, recency and age.</summary>
public sealed record RfmOptions
{
    /// <summary>
    /// The span in which the purchases of a customer count once, and in which time is counted: <see cref="CalendarGrain.Day"/>,
    /// <see cref="CalendarGrain.Week"/> (Monday to Sunday) or <see cref="CalendarGrain.Month"/> (of the calendar).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Another grain.</exception>
    public CalendarGrain Period
    {
        get;
        init => field = value is CalendarGrain.Day or CalendarGrain.Week or CalendarGrain.Month
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Purchases are counted by Day, Week or Month.");
    }

    = CalendarGrain.Day;

    /// <summary>How many periods make one unit of recency and age: 7 tells days in weeks. Only the unit of the parameters depends on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero.</exception>
    public double PeriodsPerUnit
    {
        get;
        init => field = double.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A unit is some periods long: 1 tells time in periods, 7 tells days in weeks.");
    }

    = 1;

    /// <summary>What a refund does to the purchases before it.</summary>
    public RefundedPurchases Refunds { get; init; }

    /// <summary>Whether something given away is a purchase. Payments of zero never are: they take a payment back.</summary>
    public FreePurchases Free { get; init; }

    /// <summary>Purchases of a day count once, and time is told in days.</summary>
    public static RfmOptions Days { get; } = new();

    /// <summary>Purchases of a day count once, and time is told in weeks of seven days, fractions and all: the way of the CDNOW papers.</summary>
    public static RfmOptions DaysInWeeks { get; } = new() { PeriodsPerUnit = 7 };

    /// <summary>Purchases of a week (Monday to Sunday) count once, and time is told in whole weeks.</summary>
    public static RfmOptions Weeks { get; } = new() { Period = CalendarGrain.Week };

    /// <summary>Purchases of a calendar month count once, and time is told in whole months.</summary>
    public static RfmOptions Months { get; } = new() { Period = CalendarGrain.Month };
}

/// <summary>What a refund does to the purchases before it.</summary>
public enum RefundedPurchases
{
    /// <summary>
    /// It is taken off the customer's latest purchases up to its day, the last first; a purchase given back in full did not happen. What
    /// is known only after the end of the observation changes nothing before it.
    /// </summary>
    Netted,

    /// <summary>Nothing: the customer did buy.</summary>
    Ignored,
}

/// <summary>Whether something given away is a purchase.</summary>
public enum FreePurchases
{
    /// <summary>Yes: the customer came back, and that is what frequency counts. CDNOW's data and the papers on it have some.</summary>
    Counted,

    /// <summary>No.</summary>
    LeftOut,
}
