using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>What the open deals, and those still to come, will bring: won amounts by period, with the probability of every deal.</summary>
/// <remarks>
/// <para>Each stage is learned from the deals that passed it: the probability of leaving it by days spent there, and where they went (another stage, won,
/// lost). Stays that have not ended are censored: they tell how long deals stay, not how they end. The stays of a stage are parted by how long deals took to get
/// there and by their amount, where the history says that it matters (a tree by deviance and the Bayesian information criterion). From the state of the day, each open deal
/// is played forward day by day, thousands of times; each future draws the stages' probabilities anew from what the history leaves possible, so that a short one makes
/// wide ranges, and a factor for each month by which all deals are faster or slower. The amount of a deal that is won is its amount of the day times what amounts of won
/// deals became after as many days in the same stage.</para>
/// <para>All is as known at the end of <see cref="KnownOn"/> (<see cref="RevenueDataset.AsOf"/>, and of every deal's history what is dated by then): what
/// happened later changes nothing. A value that no history dates is taken as known since the deal is.</para>
/// <para>Amounts are those of <see cref="Sales"/>: first-year recurring, in the reporting currency; an open deal at the rate of the day on which its amount was told
/// (<see cref="Sales.OpenPipeline"/>), what is won already at the rate of its close (<see cref="Sales.WonAmount"/>). Rates are not forecast.</para>
/// <para>Without <see cref="PipelineForecastOptions.IncludesDealsToCome"/> it is the forecast of the deals that exist: what was won in a period holds those created
/// later too, so include them before comparing.</para>
/// <para>Not modelled: the rush at the end of a month or quarter, seasons, and growth beyond the drift of the last year.</para>
/// <para>Sources: Tutz and Schmid, Modeling Discrete Time-to-Event Data (2016), ch. 8; Putter, Fiocco and Geskus, Statistics in Medicine 26 (2007), for the time of arrival;
/// LeBlanc and Crowley, Biometrics 48 (1992), for the parts; Therneau and Grambsch, Modeling Survival Data (2000), ch. 9, for factors common to many.</para>
/// </remarks>
public sealed class PipelineForecast
{
    private PipelineForecast(LocalDate knownOn, ValueList<ReportingPeriod> periods, Currency currency)
    {
        KnownOn = knownOn;
        Periods = periods;
        Currency = currency;
    }

    /// <summary>The last day known.</summary>
    public LocalDate KnownOn { get; }

    /// <summary>The periods forecast.</summary>
    public ValueList<ReportingPeriod> Periods { get; }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>The won amount of each period, what is won of it already included.</summary>
    public ValueList<AmountForecast> Total { get; private init; } = [];

    /// <summary>The same by owner; their expected amounts add up to the total.</summary>
    public ValueList<CellForecast> ByOwner { get; private init; } = [];

    /// <summary>The same by the dimension of <see cref="PipelineForecastOptions.By"/>; empty without one.</summary>
    public ValueList<CellForecast> ByDimension { get; private init; } = [];

    /// <summary>The open deals, by id.</summary>
    public ValueList<DealForecast> Deals { get; private init; } = [];

    /// <summary>What was learned of each stage, over all deals.</summary>
    public ValueList<StageConversion> Stages { get; private init; } = [];

    /// <summary>How the learning went: for each stage the probability of each exit from it, over all deals, and what is doubtful.</summary>
    public FitReport Report { get; private init; } = new(false, 0, 0, 0, [], []);

    /// <summary>The forecast of an owner.</summary>
    /// <exception cref="KeyNotFoundException">The owner has no open deal and has won nothing in the periods.</exception>
    public CellForecast OfOwner(string? owner) => Of(ByOwner, owner, "owner");

    /// <summary>The forecast of a value of the dimension.</summary>
    /// <exception cref="KeyNotFoundException">No open deal has the value, or the forecast was not asked by a dimension.</exception>
    public CellForecast OfValue(string? value) => Of(ByDimension, value, "value");

    /// <summary>Forecasts from what was known at the end of a day.</summary>
    /// <param name="data">The dataset; it may hold later days, which are not looked at.</param>
    /// <param name="knownOn">The last day known.</param>
    /// <param name="periods">The periods, one after the other; the first holds the day after <paramref name="knownOn"/> and may have begun before.</param>
    /// <param name="options">Seed, futures, and what counts.</param>
    /// <param name="cancellationToken">To stop early.</param>
    /// <returns>Amounts that are undefined, with the reason, where there is an open deal and none has ever closed.</returns>
    /// <exception cref="ArgumentException">The periods are none, leave a gap, or do not hold the day after; or the learning begins after the day.</exception>
    /// <exception cref="MeasureRefusedException">Deals have no path to a dimension.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PipelineForecast Of(
        RevenueDataset data, LocalDate knownOn, IReadOnlyList<ReportingPeriod> periods, PipelineForecastOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(options);
        PipelineArguments.Require(knownOn, periods, options);
        if (options.By is { } by) KnownPipeline.RequirePath(data, knownOn, by);
        if (options.LearnBy is { } learnBy) KnownPipeline.RequirePath(data, knownOn, learnBy);
        PipelineStudy study = new(KnownPipeline.On(knownOn, data, options.Policy), periods, options, cancellationToken);
        return new PipelineForecast(knownOn, ValueList.From(periods), study.Currency)
        {
            Total = study.AmountsOf(0),
            ByOwner = study.Owners(),
            ByDimension = study.Cells(),
            Deals = study.Deals(),
            Stages = study.StageConversions(),
            Report = study.Report(),
        };
    }

    private static CellForecast Of(ValueList<CellForecast> cells, string? value, string what) =>
        cells.FirstOrDefault(cell => cell.Cell.Values[0] == value)
        ?? throw new KeyNotFoundException(
            $"The forecast has no {what} '{value ?? Cell.NoValue}'; it has {(cells.Count == 0 ? "none" : string.Join(", ", cells.Select(cell => cell.Cell)))}.");
}
