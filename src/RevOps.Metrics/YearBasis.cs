namespace RevOps.Metrics;

/// <summary>How many weeks and days a year has for prices by the week and by the day.</summary>
public enum YearBasis
{
    /// <summary>52 weeks and 365 days: $10 a week is $43.33 a month.</summary>
    Weeks52Days365,

    /// <summary>4 weeks and 30 days a month, 48 and 360 a year: $10 a week is $40.00 a month.</summary>
    Weeks48Days360,

    /// <summary>365/7 weeks and 365 days: $10 a week is $43.45 a month.</summary>
    ActualDays,
}
