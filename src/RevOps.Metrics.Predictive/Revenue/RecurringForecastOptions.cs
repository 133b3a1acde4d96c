namespace RevOps.Metrics.Predictive;

/// <summary>What a roll-forward of recurring revenue learns from and simulates. Equal options, data and days give equal forecasts.</summary>
public sealed record RecurringForecastOptions
{
    /// <summary>The seed, and how many futures are simulated.</summary>
    public required PathSimulation Simulation { get; init; }

    /// <summary>By whose definition revenue recurs (<see cref="MetricPolicy.Ledger"/>). The state of a period is that at the end of its last day.</summary>
    public MetricPolicy Policy { get; init; } = MetricPolicy.Default;

    /// <summary>Of how many of the latest periods churn, expansion and contraction are learned; null for all.</summary>
    public int? LearnedPeriods { get; init; }

    /// <summary>Of how many of the latest periods new and returning customers are learned.</summary>
    public int NewBusinessPeriods { get; init; } = 12;

    /// <summary>How many customers an age must have been watched in to have rates of its own; younger and older ages are joined until there are so many.</summary>
    public int MinimumWatched { get; init; } = 50;

    /// <summary>The levels of the ranges that <see cref="RevenueForecasters"/> give; any other can be asked of an <see cref="AmountForecast"/>.</summary>
    public ValueList<double> Levels { get; init; } = [0.8, 0.95];

    /// <summary>How many threads simulate; all processors unless said otherwise. It does not change the result.</summary>
    public int? Threads { get; init; }

    /// <summary>Told the share of the futures simulated, 0 to 1, now and then.</summary>
    public IProgress<double>? Progress { get; init; }
}
