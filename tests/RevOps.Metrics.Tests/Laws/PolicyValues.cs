using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Every value of every policy option but the defaults, alone and in pairs.</summary>
internal static class PolicyValues
{
    private static readonly ReportingCalendar Retail = ReportingCalendar.Retail(RetailPattern.FourFourFive, RetailYearEnd.Last(IsoDayOfWeek.Saturday, 1));

    /// <summary>The values, each with the option it is of.</summary>
    public static IReadOnlyList<(string Option, Func<MetricPolicy, MetricPolicy> Set)> Each { get; } =
    [
        .. OfLedger(nameof(LedgerPolicy.Source), (ledger, value) => ledger with { Source = value }, RevenueSource.InvoiceLines),
        .. OfLedger(nameof(LedgerPolicy.Usage), (ledger, value) => ledger with { Usage = value }, UsageTreatment.AsInvoiced, UsageTreatment.Excluded),
        .. OfLedger(nameof(LedgerPolicy.Grain), (ledger, value) => ledger with { Grain = value }, MovementGrain.Subscription, MovementGrain.ParentAccount),
        .. OfLedger(nameof(LedgerPolicy.Netting), (ledger, value) => ledger with { Netting = value }, MovementNetting.ByPeriod, MovementNetting.EachEvent),
        .. OfLedger(nameof(LedgerPolicy.Identity), (ledger, value) => ledger with { Identity = value }, CustomerIdentity.AsRecorded),
        .. OfLedger(nameof(LedgerPolicy.ChurnRecognition), (ledger, value) => ledger with { ChurnRecognition = value }, ChurnRecognition.AtRequest),
        .. OfLedger(
            nameof(LedgerPolicy.Reactivation), (ledger, value) => ledger with { Reactivation = value },
            ReactivationRule.InExpansion, ReactivationRule.OwnWithin(30), ReactivationRule.ContinuousWithin(20)),
        .. OfLedger(nameof(LedgerPolicy.PastDue), (ledger, value) => ledger with { PastDue = value }, PastDueRule.Excluded, PastDueRule.Counted, PastDueRule.ChurnAfter(10)),
        .. OfLedger(nameof(LedgerPolicy.Free), (ledger, value) => ledger with { Free = value }, FreeTreatment.Active),
        .. OfLedger(nameof(LedgerPolicy.Pauses), (ledger, value) => ledger with { Pauses = value }, PauseTreatment.KeepsRevenue, PauseTreatment.EndsService),
        .. OfLedger(nameof(LedgerPolicy.Discounts), (ledger, value) => ledger with { Discounts = value }, DiscountTreatment.All, DiscountTreatment.None),
        .. OfLedger(nameof(LedgerPolicy.PriceChanges), (ledger, value) => ledger with { PriceChanges = value }, PriceChangeDate.NextServicePeriod),
        .. OfLedger(nameof(LedgerPolicy.Ramps), (ledger, value) => ledger with { Ramps = value }, RampTreatment.AverageOverTerm),
        .. OfLedger(nameof(LedgerPolicy.YearBasis), (ledger, value) => ledger with { YearBasis = value }, YearBasis.Weeks48Days360, YearBasis.ActualDays),
        .. OfLedger(
            nameof(LedgerPolicy.FxRate), (ledger, value) => ledger with { FxRate = value },
            FxRateRule.PeriodEnd, FxRateRule.PeriodAverage, FxRateRule.ConstantAt(new LocalDate(2025, 5, 5))),
        .. OfLedger(nameof(LedgerPolicy.FixedGrain), (ledger, value) => ledger with { FixedGrain = value }, CalendarGrain.Quarter),
        .. OfLedger(nameof(LedgerPolicy.FixedCalendar), (ledger, value) => ledger with { FixedCalendar = value }, Retail),
        .. Of<DealScope>(nameof(MetricPolicy.Deals), (policy, value) => policy with { Deals = value }),
        .. Of<WinRateBasis>(nameof(MetricPolicy.WinRate), (policy, value) => policy with { WinRate = value }),
        .. Of<SalesCycleBasis>(nameof(MetricPolicy.SalesCycle), (policy, value) => policy with { SalesCycle = value }),
        .. Of<StageConversionBasis>(nameof(MetricPolicy.StageConversion), (policy, value) => policy with { StageConversion = value }),
        .. Of<RateScaling>(nameof(MetricPolicy.RateScaling), (policy, value) => policy with { RateScaling = value }),
        .. Of<LifetimeValueBasis>(nameof(MetricPolicy.LifetimeValue), (policy, value) => policy with { LifetimeValue = value }),
        .. Of<ZeroChurnTreatment>(nameof(MetricPolicy.ZeroChurn), (policy, value) => policy with { ZeroChurn = value }),
        .. Of(nameof(MetricPolicy.LifetimeCapMonths), (policy, value) => policy with { LifetimeCapMonths = value }, 36),
        .. Of<CacPaybackBasis>(nameof(MetricPolicy.CacPayback), (policy, value) => policy with { CacPayback = value }),
        .. Of<MagicNumberBasis>(nameof(MetricPolicy.MagicNumber), (policy, value) => policy with { MagicNumber = value }),
        .. Of<RuleOf40Margin>(nameof(MetricPolicy.RuleOf40Margin), (policy, value) => policy with { RuleOf40Margin = value }),
        .. Of<VelocityBasis>(nameof(MetricPolicy.Velocity), (policy, value) => policy with { Velocity = value }),
        .. Of(nameof(MetricPolicy.ForecastDay), (policy, value) => policy with { ForecastDay = value }, 0, 40),
        .. Of(nameof(MetricPolicy.CoverageDay), (policy, value) => policy with { CoverageDay = value }, 20),
        .. Of<ForecastChoice>(nameof(MetricPolicy.ForecastChoice), (policy, value) => policy with { ForecastChoice = value }),
        .. Of<ForecastAccuracyBasis>(nameof(MetricPolicy.ForecastAccuracy), (policy, value) => policy with { ForecastAccuracy = value }),
        .. Of<CategoryRollUp>(nameof(MetricPolicy.RollUp), (policy, value) => policy with { RollUp = value }),
        .. Of<ChurnDenominator>(nameof(MetricPolicy.ChurnDenominator), (policy, value) => policy with { ChurnDenominator = value }),
        .. Of<ChurnWindow>(nameof(MetricPolicy.ChurnWindow), (policy, value) => policy with { ChurnWindow = value }),
        .. Of(nameof(MetricPolicy.RenewalGraceDays), (policy, value) => policy with { RenewalGraceDays = value }, 0, 400),
        .. Of<JoinedAndLostTreatment>(nameof(MetricPolicy.JoinedAndLost), (policy, value) => policy with { JoinedAndLost = value }),
        .. Of<LostAndReturnedTreatment>(nameof(MetricPolicy.LostAndReturned), (policy, value) => policy with { LostAndReturned = value }),
        .. Of<RetentionCohort>(nameof(MetricPolicy.RetentionCohort), (policy, value) => policy with { RetentionCohort = value }),
        .. Of<RetentionCap>(nameof(MetricPolicy.RetentionCap), (policy, value) => policy with { RetentionCap = value }),
        .. Of(nameof(MetricPolicy.MinimumCohort), (policy, value) => policy with { MinimumCohort = value }, 2),
        .. Of(nameof(MetricPolicy.NetChurnReactivation), (policy, value) => policy with { NetChurnReactivation = value }, ReactivationTreatment.Counted),
        .. Of(nameof(MetricPolicy.QuickRatioReactivation), (policy, value) => policy with { QuickRatioReactivation = value }, ReactivationTreatment.Apart),
        .. Of<RetentionCostPer>(nameof(MetricPolicy.RetentionCostPer), (policy, value) => policy with { RetentionCostPer = value }),
        .. Of<TrialConversionBasis>(nameof(MetricPolicy.TrialConversion), (policy, value) => policy with { TrialConversion = value }),
        .. Of<ArpaDenominator>(nameof(MetricPolicy.ArpaDenominator), (policy, value) => policy with { ArpaDenominator = value }),
        .. Of<PeriodState>(nameof(MetricPolicy.PeriodState), (policy, value) => policy with { PeriodState = value }),
        .. Of<RefundTreatment>(nameof(MetricPolicy.Refunds), (policy, value) => policy with { Refunds = value }),
        .. Of(nameof(MetricPolicy.CacScope), (policy, value) => policy with { CacScope = value }, CacScope.Of(SpendCategory.Marketing, SpendCategory.CustomerSuccess)),
        .. Of<NewCustomerBasis>(nameof(MetricPolicy.CacCustomers), (policy, value) => policy with { CacCustomers = value }),
        .. Of(nameof(MetricPolicy.CacSpendLag), (policy, value) => policy with { CacSpendLag = value }, 1),
        .. Of<FxEffect>(nameof(MetricPolicy.FxEffect), (policy, value) => policy with { FxEffect = value }),
    ];

    /// <summary>The default policy, each value alone, and each pair of values of two options that can be had together and change the same entry of the catalogue.</summary>
    public static IReadOnlyList<MetricPolicy> AllCombinations { get; } =
    [
        MetricPolicy.Default, .. Each.Select(value => value.Set(MetricPolicy.Default)),
        .. from one in Each.Index()
           from other in Each.Skip(one.Index + 1)
           where one.Item.Option != other.Option && Meet(one.Item.Option, other.Option) && !Contradict(one.Item.Set, other.Set)
           select other.Set(one.Item.Set(MetricPolicy.Default)),
    ];

    /// <summary>The combinations one after the other, so that as many cases of a law as there are have had them all.</summary>
    public static Gen<MetricPolicy> InTurn()
    {
        int next = -1;
        return Gen.Constant(AllCombinations).Select(all => all[(int)((uint)Interlocked.Increment(ref next) % all.Count)]);
    }

    /// <summary>True where some entry of the catalogue depends on both options: what no entry depends on together cannot change anything together.</summary>
    private static bool Meet(string one, string other) =>
        MetricCatalog.All.Any(metric => metric.Definition!.Policies.Contains(PolicyOf(one)) && metric.Definition.Policies.Contains(PolicyOf(other)));

    /// <summary>What entries call an option: those of the ledger by its name alone.</summary>
    private static string PolicyOf(string option) => typeof(LedgerPolicy).GetProperty(option) is null ? option : nameof(MetricPolicy.Ledger);

    /// <summary>True where the policy refuses the second value after the first.</summary>
    public static bool Contradict(Func<MetricPolicy, MetricPolicy> one, Func<MetricPolicy, MetricPolicy> other)
    {
        try
        {
            other(one(MetricPolicy.Default));
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static IEnumerable<(string, Func<MetricPolicy, MetricPolicy>)> OfLedger<T>(string option, Func<LedgerPolicy, T, LedgerPolicy> set, params T[] values) =>
        values.Select(value => (option, (Func<MetricPolicy, MetricPolicy>)(policy => policy with { Ledger = set(policy.Ledger, value) })));

    private static IEnumerable<(string, Func<MetricPolicy, MetricPolicy>)> Of<T>(string option, Func<MetricPolicy, T, MetricPolicy> set, params T[] values) =>
        values.Select(value => (option, (Func<MetricPolicy, MetricPolicy>)(policy => set(policy, value))));

    /// <summary>All values of an enumeration but the first, which is the default.</summary>
    private static IEnumerable<(string, Func<MetricPolicy, MetricPolicy>)> Of<T>(string option, Func<MetricPolicy, T, MetricPolicy> set)
        where T : struct, Enum => Of(option, set, [.. Enum.GetValues<T>().Skip(1)]);
}
