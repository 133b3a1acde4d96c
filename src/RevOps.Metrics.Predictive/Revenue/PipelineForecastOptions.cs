using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>What a forecast from the pipeline counts, learns from and simulates. Equal options, data and days give equal forecasts.</summary>
public sealed record PipelineForecastOptions
{
    /// <summary>The seed, and how many futures are simulated.</summary>
    public required PathSimulation Simulation { get; init; }

    /// <summary>Which deals count (<see cref="MetricPolicy.Deals"/>): new business, unless it says all types, as in <see cref="Sales"/>.</summary>
    public MetricPolicy Policy { get; init; } = MetricPolicy.Default;

    /// <summary>The dimension that the forecast is also told by, such as <see cref="Dimensions.Segment"/>; none when null.</summary>
    public Dimension? By { get; init; }

    /// <summary>The dimension whose values convert at rates of their own, such as segments; null for one set of rates.</summary>
    /// <remarks>A value of which fewer than <see cref="MinimumClosed"/> deals have closed has the rates of all.</remarks>
    public Dimension? LearnBy { get; init; }

    /// <summary>How many deals of a value of <see cref="LearnBy"/> must have closed for it to have rates of its own.</summary>
    public int MinimumClosed { get; init; } = 30;

    /// <summary>The first day whose events are learned from; before it deals count as not yet watched (delayed entry).</summary>
    /// <remarks>By default the first day of the declared coverage of deals: a book that begins there lacks the deals that closed before.</remarks>
    public LocalDate? LearnFrom { get; init; }

    /// <summary>Whether deals not yet created are simulated too, at the rate and of the kind of the last <see cref="CreationDays"/> days.</summary>
    /// <remarks>
    /// Counts of thirty days are Poisson at a rate of which a share is forgotten each thirty days, as much as makes the counts most likely
    /// (Harvey and Fernandes, JBES 7, 1989): a steady rate is learned of all days, one that drifts of the latest.
    /// </remarks>
    public bool IncludesDealsToCome { get; init; }

    /// <summary>Of how many days before the forecast the deals to come are learned.</summary>
    public int CreationDays { get; init; } = 365;

    /// <summary>The levels of the ranges that <see cref="RevenueForecasters"/> give; any other can be asked of an <see cref="AmountForecast"/>.</summary>
    public ValueList<double> Levels { get; init; } = [0.8, 0.95];

    /// <summary>How many threads simulate; all processors unless said otherwise. It does not change the result.</summary>
    public int? Threads { get; init; }

    /// <summary>Told the share of the futures simulated, 0 to 1, now and then.</summary>
    public IProgress<double>? Progress { get; init; }
}
