namespace RevOps.Metrics;

/// <summary>Where the amounts of a roll-up come from.</summary>
/// <param name="Word">How it is named: "rolled-up".</param>
/// <param name="Formula">How it is computed, in words.</param>
internal abstract record ForecastSource(string Word, string Formula)
{
    private const ForecastCategory Closed = ForecastCategory.Closed, Commit = ForecastCategory.Commit, Pipeline = ForecastCategory.Pipeline;

    /// <summary>The deals: won so far, and open ones expected to close in the period.</summary>
    public static ForecastSource Deals { get; } = new OfDeals();

    /// <summary>The snapshots that sellers gave.</summary>
    public static ForecastSource Snapshots { get; } = new OfSnapshots();

    /// <summary>The policies, besides that of the roll-up, by which it differs.</summary>
    public abstract ValueList<string> Policies { get; }

    /// <summary>The sum of some categories as known by a day, for the forecast of one of them.</summary>
    public abstract Metric<Money> Sum(string name, IReadOnlyList<ForecastCategory> categories, ForecastCategory of, KnownBy known);

    /// <summary>An open deal said to be closed is promised, and one of no category is open without a promise.</summary>
    private sealed record OfDeals() : ForecastSource("rolled-up", "of deals won so far and of open ones expected to close in the period")
    {
        public override ValueList<string> Policies => ["Deals"];

        public override Metric<Money> Sum(string name, IReadOnlyList<ForecastCategory> categories, ForecastCategory of, KnownBy known)
        {
            if (of == Closed) return ForecastMeasures.Won(known).Named(name);
            if (categories.Contains(Pipeline))
            {
                bool IsAdded(ForecastCategory category) => categories.Contains(category == Closed ? Commit : category);
                ForecastCategory[] others = [.. Enum.GetValues<ForecastCategory>().Where(category => !IsAdded(category))];
                return (ForecastMeasures.Expected(known) - ForecastMeasures.Expected(known, others)).Named(name);
            }

            List<ForecastCategory> open = [.. categories.Where(category => category != Closed)];
            if (open.Contains(Commit)) open.Add(Closed);
            Metric<Money> expected = ForecastMeasures.Expected(known, open);
            return (categories.Contains(Closed) ? ForecastMeasures.Won(known) + expected : expected).Named(name);
        }
    }

    private sealed record OfSnapshots() : ForecastSource("submitted", "of the last snapshots of each owner and category")
    {
        public override ValueList<string> Policies => [];

        public override Metric<Money> Sum(string name, IReadOnlyList<ForecastCategory> categories, ForecastCategory of, KnownBy known)
        {
            // A best case that nobody gave is none, though closed + commit would be a number.
            IReadOnlyList<ForecastCategory> needed = of is Commit or Pipeline ? categories : [of];
            return MetricArithmetic.Apply<Money>(
                name, [ForecastMeasures.LastAmount(known, categories), ForecastMeasures.LastCount(known, needed)],
                (v, _) => v[1] == 0 ? null : v[0], _ => $"no {name} of the period was given");
        }
    }
}
