using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>What an amount of one period may come to: its expected value and every quantile, from simulated futures.</summary>
public sealed class AmountForecast
{
    private readonly double[] _ordered;
    private readonly string? _reason;

    private AmountForecast(ReportingPeriod period, double known, Estimate expected, double[] ordered, string? reason)
    {
        Period = period;
        Known = known;
        Expected = expected;
        _ordered = ordered;
        _reason = reason;
    }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>The part that is a fact already on the day of the forecast, and is in every other number here: what is won of a period that has begun.</summary>
    public double Known { get; }

    /// <summary>The mean over all futures, or why there is none. Expected values add up, over owners and over periods; quantiles do not.</summary>
    public Estimate Expected { get; }

    /// <summary>The amount that is not reached in one future of ten.</summary>
    public Estimate P10 => Quantile(0.1);

    /// <summary>The amount that is reached in half of the futures.</summary>
    public Estimate P50 => Quantile(0.5);

    /// <summary>The amount that is passed in one future of ten.</summary>
    public Estimate P90 => Quantile(0.9);

    /// <summary>The amount that the period stays below with this probability (type 7, as elsewhere in the library).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public Estimate Quantile(double probability)
    {
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1: write P10 as 0.1.");
        }

        return _reason is null ? Estimate.Of(At(probability)) : Estimate.Undefined(_reason);
    }

    /// <summary>The central range that holds the amount with this probability: from P10 to P90 for 0.8. Null where nothing was forecast.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval? IntervalAt(double level)
    {
        if (level is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1: write 80 % as 0.8.");
        return _reason is null ? new Interval(level, At((1 - level) / 2), At((1 + level) / 2)) : null;
    }

    /// <summary>"2026-02: expected 1204, P10 800, P50 1190, P90 1650".</summary>
    public override string ToString() => _reason is null
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{Period}: expected {Expected.OrThrow():F0}, P10 {At(0.1):F0}, P50 {At(0.5):F0}, P90 {At(0.9):F0}")
        : $"{Period}: {Expected}";

    /// <summary>A forecast of futures; takes the array and orders it.</summary>
    internal static AmountForecast Of(ReportingPeriod period, double known, double[] futures)
    {
        double sum = 0;
        foreach (double future in futures) sum += future;
        Array.Sort(futures);
        return new AmountForecast(period, known, Estimate.Of(sum / futures.Length), futures, null);
    }

    internal static AmountForecast Undefined(ReportingPeriod period, double known, string reason) =>
        new(period, known, Estimate.Undefined(reason), [], reason);

    /// <summary>The same in another unit of time.</summary>
    internal AmountForecast Times(double factor) => _reason is not null
        ? this
        : new AmountForecast(Period, Known * factor, Estimate.Of(Expected.OrThrow() * factor), Array.ConvertAll(_ordered, value => value * factor), null);

    internal ForecastPoint PointAt(int step, ValueList<double> levels) => _reason is null
        ? new ForecastPoint(step, Expected, ValueList.From(levels.Select(level => IntervalAt(level)!.Value)))
        : ForecastPoint.Undefined(step, _reason);

    private double At(double probability)
    {
        double place = probability * (_ordered.Length - 1);
        int below = (int)place;
        return below + 1 < _ordered.Length ? _ordered[below] + ((place - below) * (_ordered[below + 1] - _ordered[below])) : _ordered[below];
    }
}
