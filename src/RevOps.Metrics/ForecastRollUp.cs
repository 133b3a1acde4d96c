using NodaTime;

namespace RevOps.Metrics;

/// <summary>A forecast of what a period will close, told by category, as it was known on a day.</summary>
/// <remarks>
/// <para>There are two: <see cref="Forecast.RolledUp"/> adds up deals, <see cref="Forecast.Submitted"/> what sellers said. Each is as known at the
/// end of the period's last day, which in a running period is all that is known; <see cref="OnDay"/> and <see cref="On"/> ask for an earlier day.</para>
/// <para>A category's forecast is cumulative: commit is closed + commit, most likely is those + most likely, best case is those + best case; the
/// open pipeline is all that is open and not omitted. By the policy <see cref="MetricPolicy.RollUp"/> each is its category alone. Source:
/// https://help.salesforce.com/s/articleView?id=sales.forecasts3_cumulative_columns_overview.htm.</para>
/// </remarks>
/// <example><code>
/// Metric&lt;Money&gt; halfTime = Forecast.RolledUp.OnDay(45).BestCase;
/// </code></example>
public sealed class ForecastRollUp
{
    /// <summary>The categories from the surest on.</summary>
    private static readonly ForecastCategory[] Surest =
        [ForecastCategory.Closed, ForecastCategory.Commit, ForecastCategory.MostLikely, ForecastCategory.BestCase, ForecastCategory.Pipeline];

    private readonly ForecastSource _source;
    private readonly KnownBy _known;

    internal ForecastRollUp(ForecastSource source, KnownBy known)
    {
        _source = source;
        _known = known;
        Closed = Told("closed", ForecastCategory.Closed, "What is won of the period so far", "closed");
        Commit = Told("commit", ForecastCategory.Commit, "The commit forecast", "closed + commit");
        MostLikely = Told("most likely", ForecastCategory.MostLikely, "The most likely forecast", "closed + commit + most likely");
        BestCase = Told("best case", ForecastCategory.BestCase, "The best case forecast", "closed + commit + most likely + best case");
        OpenPipeline = Told("open pipeline", ForecastCategory.Pipeline, "What is open and may close in the period", "commit + most likely + best case + pipeline");
    }

    /// <summary>What is won of the period so far.</summary>
    /// <remarks>Unit: money. Formula: closed.</remarks>
    public Metric<Money> Closed { get; }

    /// <summary>What is promised.</summary>
    /// <remarks>Unit: money. Formula: closed + commit.</remarks>
    public Metric<Money> Commit { get; }

    /// <summary>What is more likely than not.</summary>
    /// <remarks>Unit: money. Formula: closed + commit + most likely.</remarks>
    public Metric<Money> MostLikely { get; }

    /// <summary>What is possible if all goes well.</summary>
    /// <remarks>Unit: money. Formula: closed + commit + most likely + best case.</remarks>
    public Metric<Money> BestCase { get; }

    /// <summary>What is open, without what is closed; what is omitted is left out.</summary>
    /// <remarks>Unit: money. Formula: commit + most likely + best case + pipeline.</remarks>
    public Metric<Money> OpenPipeline { get; }

    /// <summary>The same as known at the end of a day of each period: 1 is its first day, 0 the day before.</summary>
    public ForecastRollUp OnDay(int day) => new(_source, KnownBy.OnDay(day));

    /// <summary>The same as known at the end of a date.</summary>
    public ForecastRollUp On(LocalDate date) => new(_source, KnownBy.On(date));

    private Metric<Money> Told(string category, ForecastCategory of, string definition, string formula)
    {
        string name = $"{_source.Word} {category}{_known.Words}";
        Metric<Money> single = _source.Sum(name, [of], of, _known);
        if (of == ForecastCategory.Closed) return Catalogued(single, name, definition, formula, []);
        // The open pipeline is all that is open; the others hold what is closed too.
        ForecastCategory[] added = of == ForecastCategory.Pipeline ? Surest[1..] : Surest[..(Array.IndexOf(Surest, of) + 1)];
        Metric<Money> cumulative = _source.Sum(name, added, of, _known);
        Metric<Money> either = Metric<Money>.ByPolicy(name, policy => policy.RollUp == CategoryRollUp.SingleCategory ? single : cumulative);
        return Catalogued(either, name, definition, formula, [nameof(MetricPolicy.RollUp)]);
    }

    /// <summary>The catalogue has what is known at the close; other days are the caller's.</summary>
    private Metric<Money> Catalogued(Metric<Money> metric, string name, string definition, string formula, ValueList<string> policies) =>
        _known != KnownBy.Close ? metric : metric.Described(new()
        {
            Id = $"forecast.{name.Replace(' ', '-')}", Name = name, Good = GoodDirection.Up, Definition = $"{definition}, {_source.Formula}.",
            Formula = $"{formula}, {_source.Formula}", Policies = [.. policies, .. _source.Policies],
            Source = "https://help.salesforce.com/s/articleView?id=sales.forecasts3_cumulative_columns_overview.htm",
        });
}
