using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Some periods, dimensions and options to ask the whole catalogue by.</summary>
internal sealed record Question(IReadOnlyList<ReportingPeriod> Periods, ValueList<Dimension> By, EvaluationOptions Options)
{
    private static readonly ReportingCalendar Retail = ReportingCalendar.Retail(RetailPattern.FourFourFive, RetailYearEnd.Last(IsoDayOfWeek.Saturday, 1));

    private static readonly ReportingPeriod[] AllPeriods =
    [
        .. ReportingCalendar.Gregorian.Months(2025), .. ReportingCalendar.Gregorian.Quarters(2025), .. ReportingCalendar.Gregorian.Months(2026).Take(4),
        .. ReportingCalendar.Gregorian.Quarters(2026),
        ReportingCalendar.Gregorian.Year(2025), .. Retail.Months(2025), .. ReportingCalendar.FiscalYearStartingIn(2).Quarters(2026),
        .. ReportingCalendar.Gregorian.Days(2025).Take(40), .. ReportingCalendar.Gregorian.Weeks(2025).Take(10),
        ReportingPeriod.Between(new LocalDate(1960, 1, 1), new LocalDate(1961, 6, 1)), ReportingPeriod.Between(new LocalDate(2090, 1, 1), new LocalDate(2090, 1, 2)),
        ReportingPeriod.Between(new LocalDate(2015, 1, 1), new LocalDate(2035, 1, 1)),
    ];

    private static readonly Dimension Size =
        Dimensions.Segment.MappedTo("size", new Dictionary<string, string> { ["SMB"] = "small", ["Mid"] = "small", ["Enterprise"] = "large" });

    // Some stand more than once: forecasts can be asked by nothing else, nor under a filter.
    private static readonly ValueList<Dimension>[] AllBy =
    [
        [], [], [], [Dimensions.Owner], [Dimensions.Owner], [Dimensions.DealType], [Dimensions.Owner, Dimensions.DealType],
        [Dimensions.Segment], [Dimensions.Plan], [Dimensions.Product], [Dimensions.Channel], [Size],
        [Dimensions.Stage], [Dimensions.LossReason], [Dimensions.ForecastCategory],
        [Dimensions.Channel, Dimensions.Segment], [Dimensions.Segment, Dimensions.Product],
        [Dimensions.Campaign], [Dimensions.LeadSource, Dimensions.Owner],
        [Dimensions.Customer], [Dimensions.AcquisitionPeriod(Retail, CalendarGrain.Month), Dimensions.Segment],
    ];

    /// <summary>The metrics of each question, found once.</summary>
    private static readonly ConditionalWeakTable<Question, IReadOnlyList<Metric>> Found = [];

    /// <summary>A company of which everything can be asked that any book can be asked.</summary>
    private static readonly RevenueDataset Anyone =
        RevenueDataset.Build([new Customer { Id = "a", Attributes = [new("segment", "SMB"), new("channel", "Ads"), new("campaign", "Spring")] }]);

    /// <summary>A value for every assumption of the catalogue, of some by cell and by date.</summary>
    public static Assumptions AllStated { get; } = AllStatedIn(2025);

    /// <summary>The same values, those that change doing so in a year.</summary>
    public static Assumptions AllStatedIn(int year) => Assumptions.None
        .With(UnitEconomics.AssumedGrossMargin, new Ratio(0.8m)).With(UnitEconomics.AssumedGrossMargin, Dimensions.Segment, "SMB", new Ratio(0.7m))
        .With(UnitEconomics.ContractedMonths, new Months(24)).With(UnitEconomics.DiscountRate, new PerMonth<Ratio>(new Ratio(0.01m)))
        .With(Sales.StageProbability, new Ratio(0.1m)).With(Sales.StageProbability, new Ratio(0.2m), from: new LocalDate(year, 6, 1))
        .With(Sales.StageProbability, Dimensions.Stage, "Proposal", new Ratio(0.5m));

    /// <summary>A random question; of the questions of one generator, each has the next policy of all values and pairs.</summary>
    public static Gen<Question> Any =>
        from periods in Gen.Elements(AllPeriods).ArrayOf(3)
        from forecast in Gen.Elements(AllPeriods[0], AllPeriods[1], ReportingCalendar.Gregorian.Quarters(2025)[0])
        from dimensions in Gen.Elements(AllBy)
        from options in AnyOptions
        select new Question([.. Tellable(periods.Append(forecast), options.Policy).Distinct()], dimensions, options);

    /// <summary>Every metric of the catalogue that can be asked by these dimensions and filters, and that the policy can make other than the default does.</summary>
    /// <remarks>Where the policy is the default's in all but the ledger, only what the ledger is behind: all else is asked under the other policies.</remarks>
    public IReadOnlyList<Metric> Metrics => Found.GetValue(this, asked =>
        [.. MetricCatalog.All.Where(metric => (!IsOfLedgerAlone(asked.Options.Policy) || metric.Definition!.Policies.Contains(nameof(MetricPolicy.Ledger))) && asked.CanAnswer(metric))]);

    /// <summary>True for a policy that is another than the default in options of the ledger alone.</summary>
    public static bool IsOfLedgerAlone(MetricPolicy policy) => policy != MetricPolicy.Default && policy with { Ledger = LedgerPolicy.Default } == MetricPolicy.Default;

    private static Gen<EvaluationOptions> AnyOptions =>
        from policy in PolicyValues.InTurn()
        from filters in Gen.Elements<ValueList<DimensionFilter>>([], [], [new DimensionFilter(Dimensions.Segment, ["SMB"])], [new DimensionFilter(Dimensions.Channel, [null, "Ads"])])
        from isStated in Gen.Elements(true, false)
        select new EvaluationOptions
        {
            Policy = policy,
            Where = filters,
            Assumptions = isStated
                ? AllStated
                : Assumptions.None,
        };

    /// <summary>Those of some periods that the policy can tell; where it can tell none of them, some of its fixed periods.</summary>
    private static IEnumerable<ReportingPeriod> Tellable(IEnumerable<ReportingPeriod> periods, MetricPolicy policy)
    {
        LedgerPolicy ledger = policy.Ledger;
        if (!ledger.NeedsFixedPeriods) return periods;
        return [.. periods.Where(period => CanTell(period, policy)), .. ledger.FixedCalendar.Periods(ledger.FixedGrain, new LocalDate(2025, 2, 1), new LocalDate(2025, 8, 1)).Take(2)];
    }

    /// <summary>True where a policy that is right at the edges of its fixed periods only can tell recurring revenue in a period.</summary>
    public static bool CanTell(ReportingPeriod period, MetricPolicy policy)
    {
        LedgerPolicy ledger = policy.Ledger;
        bool IsEdge(LocalDate day) => ledger.FixedCalendar.PeriodContaining(day, ledger.FixedGrain).Start == day;
        return !ledger.NeedsFixedPeriods || (IsEdge(period.Start) && IsEdge(period.End));
    }

    /// <summary>Asks an engine for all of them.</summary>
    public MetricTable Ask(IMetricEngine engine) => engine.EvaluateAsync(Metrics, Periods, By, Options).AsTask().GetAwaiter().GetResult();

    public override string ToString() =>
        $"{string.Join(", ", Periods.Select(p => $"{p} ({p.Grain})"))} by {string.Join(", ", By)} where {string.Join(", ", Options.Where.Select(f => $"{f.Dimension} in {string.Join('|', f.Values)}"))} under {Options.Policy}";

    private bool CanAnswer(Metric metric)
    {
        MeasurePlan plan = new(Options.Policy, new MeasureScope(By, Options.Where));
        foreach (ReportingPeriod period in Periods) metric.Expression.Collect(plan, period);
        return Anyone.Engine.Check(new MeasureQuery { Requests = plan.Requests, Ledger = Options.Policy.Ledger }).Count == 0;
    }
}
