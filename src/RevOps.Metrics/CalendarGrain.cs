namespace RevOps.Metrics;

/// <summary>The length of a <see cref="ReportingPeriod"/>: one of the calendar's own grids, or a range of the user's choice.</summary>
public enum CalendarGrain
{
    /// <summary>One date.</summary>
    Day,

    /// <summary>Seven days: Monday to Sunday by ISO 8601, or the retail week of a retail calendar.</summary>
    Week,

    /// <summary>A calendar month, or four or five weeks (six at the end of a 53-week year) of a retail calendar.</summary>
    Month,

    /// <summary>Three months.</summary>
    Quarter,

    /// <summary>Six months.</summary>
    Half,

    /// <summary>Twelve months: the calendar, fiscal or retail year.</summary>
    Year,

    /// <summary>A range of dates on no grid, made by <see cref="ReportingPeriod.Between"/>.</summary>
    Custom,
}
