using System.Collections.Concurrent;
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
        ReportingPeriod.Between(new LocalDate(1990, 1, 1), new LocalDate(2070, 1, 1)),
    ];

    private static readonly Dimension Size =
        Dimensions.Segment.MappedTo("size", new Dictionary<string, string> { ["SMB"] = "small", ["Mid"] = "small", ["Enterprise"] = "large" });

    // Some stand more than once: forecasts can be asked by nothing else, nor under a filter.
    private static readonly ValueList<Dimension>[] AllBy =
    [
        [], [], [], [Dimensions.Owner], [Dimensions.Owner], [Dimensions.Segment], [Dimensions.Plan], [Dimensions.Product], [Dimensions.Channel], [Size],
        [Dimensions.Channel, Dimensions.Segment], [Dimensions.Segment, Dimensions.Product],
    ];

    /// <summary>A company of which everything can be asked that any book can be asked.</summary>
    private static readonly RevenueDataset Anyone =
        RevenueDataset.Build([new Customer { Id = "a", Attributes = [new("segment", "SMB"), new("channel", "Ads")] }]);

    private static readonly ConcurrentDictionary<(ValueList<Dimension>, ValueList<DimensionFilter>), IReadOnlyList<Metric>> Answerable = new();

    /// <summary>A random question.</summary>
    public static Gen<Question> Any { get; } =
        from periods in Gen.Elements(AllPeriods).ArrayOf(3)
        from forecast in Gen.Elements(AllPeriods[0], AllPeriods[1], ReportingCalendar.Gregorian.Quarters(2025)[0])
        from dimensions in Gen.Elements(AllBy)
        from options in AnyOptions
        select new Question([.. periods.Append(forecast).Distinct()], dimensions, options);

    /// <summary>Every metric of the catalogue that can be asked by these dimensions and filters.</summary>
    public IReadOnlyList<Metric> Metrics =>
        Answerable.GetOrAdd((By, Options.Where), asked => [.. MetricCatalog.All.Where(metric => CanAnswer(metric, asked.Item1, asked.Item2))]);

    private static Gen<EvaluationOptions> AnyOptions =>
        from recognition in Gen.Elements(Enum.GetValues<ChurnRecognition>())
        from scope in Gen.Elements(Enum.GetValues<DealScope>())
        from winRate in Gen.Elements(Enum.GetValues<WinRateBasis>())
        from scaling in Gen.Elements(Enum.GetValues<RateScaling>())
        from value in Gen.Elements(Enum.GetValues<LifetimeValueBasis>())
        from velocity in Gen.Elements(Enum.GetValues<VelocityBasis>())
        from retention in AnyRetention
        from forecastDay in Gen.Elements(0, 1, 5, 40)
        from filters in Gen.Elements<ValueList<DimensionFilter>>([], [], [new DimensionFilter(Dimensions.Segment, ["SMB"])], [new DimensionFilter(Dimensions.Channel, [null, "Ads"])])
        from isStated in Gen.Elements(true, false)
        select new EvaluationOptions
        {
            Policy = retention with
            {
                Ledger = new LedgerPolicy { ChurnRecognition = recognition },
                Deals = scope,
                WinRate = winRate,
                RateScaling = scaling,
                LifetimeValue = value,
                Velocity = velocity,
                ForecastDay = forecastDay,
            },
            Where = filters,
            Assumptions = isStated
                ? Assumptions.None.With(UnitEconomics.AssumedGrossMargin, new Ratio(0.8m)).With(UnitEconomics.ContractedMonths, new Months(24))
                : Assumptions.None,
        };

    /// <summary>A policy that differs in what is retained and lost.</summary>
    private static Gen<MetricPolicy> AnyRetention =>
        from denominator in Gen.Elements(Enum.GetValues<ChurnDenominator>())
        from churnWindow in Gen.Elements(Enum.GetValues<ChurnWindow>())
        from grace in Gen.Elements(0, 30, 30, 400)
        from joinedAndLost in Gen.Elements(Enum.GetValues<JoinedAndLostTreatment>())
        from lostAndReturned in Gen.Elements(Enum.GetValues<LostAndReturnedTreatment>())
        from cohort in Gen.Elements(Enum.GetValues<RetentionCohort>())
        from cap in Gen.Elements(Enum.GetValues<RetentionCap>())
        from least in Gen.Elements(0, 0, 2)
        from netChurn in Gen.Elements(Enum.GetValues<ReactivationTreatment>())
        from quickRatio in Gen.Elements(Enum.GetValues<ReactivationTreatment>())
        from arpa in Gen.Elements(Enum.GetValues<ArpaDenominator>())
        select new MetricPolicy
        {
            ChurnDenominator = denominator, ChurnWindow = churnWindow, RenewalGraceDays = grace, JoinedAndLost = joinedAndLost, LostAndReturned = lostAndReturned, RetentionCohort = cohort, RetentionCap = cap,
            MinimumCohort = least, NetChurnReactivation = netChurn, QuickRatioReactivation = quickRatio, ArpaDenominator = arpa,
        };

    /// <summary>Asks an engine for all of them.</summary>
    public MetricTable Ask(IMetricEngine engine) => engine.EvaluateAsync(Metrics, Periods, By, Options).AsTask().GetAwaiter().GetResult();

    public override string ToString() =>
        $"{string.Join(", ", Periods.Select(p => $"{p} ({p.Grain})"))} by {string.Join(", ", By)} where {string.Join(", ", Options.Where.Select(f => $"{f.Dimension} in {string.Join('|', f.Values)}"))} under {Options.Policy}";

    private static bool CanAnswer(Metric metric, ValueList<Dimension> by, ValueList<DimensionFilter> where)
    {
        try
        {
            Anyone.Evaluate(metric, [AllPeriods[0]], by, EvaluationOptions.Default with { Where = where });
            return true;
        }
        catch (MeasureRefusedException)
        {
            return false;
        }
    }
}
