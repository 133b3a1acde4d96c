namespace RevOps.Metrics.Predictive;

/// <summary>Numbers at equal steps of time, from the earliest on, some of which may be missing.</summary>
/// <remarks>
/// A missing period is null and keeps its place. What each method does with one is its own remark; none takes it for zero.
/// </remarks>
public sealed record TimeSeries
{
    private double[]? _numbers;

    /// <summary>A series in which periods may be missing (null).</summary>
    /// <param name="values">The numbers, from the earliest on.</param>
    /// <param name="seasonLength">After how many periods the seasons repeat: 12 for months of a year; 1 for none.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The season is not at least 1.</exception>
    public TimeSeries(IEnumerable<double?> values, int seasonLength = 1)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seasonLength);
        Values = ValueList.From(values);
        SeasonLength = seasonLength;
        for (int t = 0; t < Values.Count; t++)
        {
            if (Values[t] is { } value && !double.IsFinite(value))
            {
                throw new ArgumentException($"Period {t + 1} of the series is {value}: give a finite number, or null where there is none.", nameof(values));
            }
        }
    }

    /// <summary>A series without missing periods.</summary>
    /// <inheritdoc cref="TimeSeries(IEnumerable{double?}, int)"/>
    public TimeSeries(IEnumerable<double> values, int seasonLength = 1)
        : this((values ?? throw new ArgumentNullException(nameof(values))).Select(value => (double?)value), seasonLength)
    {
    }

    private TimeSeries(ValueList<double?> values, ValueList<ReportingPeriod> periods, int seasonLength)
    {
        Values = values;
        Periods = periods;
        SeasonLength = seasonLength;
    }

    /// <summary>The numbers, from the earliest on; null where one is missing.</summary>
    public ValueList<double?> Values { get; }

    /// <summary>The periods that the numbers belong to, where they came from a <see cref="MetricTable"/>; else empty.</summary>
    public ValueList<ReportingPeriod> Periods { get; } = [];

    /// <summary>After how many periods the seasons repeat; 1 for none.</summary>
    public int SeasonLength { get; }

    /// <summary>How many periods, the missing ones included.</summary>
    public int Count => Values.Count;

    /// <summary>How many of them have a number.</summary>
    public int Observed => Values.Count(value => value is not null);

    /// <summary>The numbers with NaN where one is missing: inside the arithmetic that is faster than null, and it never leaves it.</summary>
    internal ReadOnlySpan<double> Numbers => _numbers ??= [.. Values.Select(value => value ?? double.NaN)];

    /// <summary>The results of a metric for one cell, period by period; what is undefined is missing.</summary>
    /// <param name="table">The table.</param>
    /// <param name="metric">A metric of it.</param>
    /// <param name="cell">A cell of it; the total when none is given.</param>
    /// <param name="seasonLength">After how many periods the seasons repeat; by the grain when none is given: 4 quarters, 12 months, 52 weeks, 7 days, else 1.</param>
    /// <exception cref="KeyNotFoundException">The table does not hold the metric or cell.</exception>
    /// <exception cref="ArgumentException">The periods do not follow one another, so that they are no series.</exception>
    public static TimeSeries Of(MetricTable table, Metric metric, Cell? cell = null, int? seasonLength = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        for (int t = 1; t < table.Periods.Count; t++)
        {
            if (table.Periods[t].Start != table.Periods[t - 1].End)
            {
                throw new ArgumentException(
                    $"{table.Periods[t]} does not follow {table.Periods[t - 1]}: evaluate the metric over periods that touch, such as calendar.Months(2026).",
                    nameof(table));
            }
        }

        int season = seasonLength ?? (table.Periods.Count == 0 ? 1 : SeasonOf(table.Periods[0].Grain));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(season, nameof(seasonLength));
        return new TimeSeries(
            ValueList.From(table.Periods.Select(period => (double?)table[metric, period, cell].Magnitude)), ValueList.From(table.Periods), season);
    }

    /// <summary>The first periods: what was known at the end of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The series is shorter.</exception>
    public TimeSeries First(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return Between(0, count);
    }

    /// <summary>The last periods.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The series is shorter.</exception>
    public TimeSeries Last(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return Between(Count - count, count);
    }

    /// <inheritdoc/>
    public bool Equals(TimeSeries? other) => other is not null && Values == other.Values && Periods == other.Periods && SeasonLength == other.SeasonLength;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Values, SeasonLength);

    private TimeSeries Between(int start, int count) => new(
        ValueList.Create(Values.AsSpan().Slice(start, count)), Periods.Count == 0 ? [] : ValueList.Create(Periods.AsSpan().Slice(start, count)), SeasonLength);

    private static int SeasonOf(CalendarGrain grain) => grain switch
    {
        CalendarGrain.Day => 7,
        CalendarGrain.Week => 52,
        CalendarGrain.Month => 12,
        CalendarGrain.Quarter => 4,
        CalendarGrain.Half => 2,
        _ => 1,
    };
}
