namespace RevOps.Metrics;

public static partial class Success
{
    private const string HowRenewalsEnd = "https://help.statisfy.com/accounts/renewals";

    private const string HowRenewalsAreTimed = "https://dev.cleverbridge.com/reference/subscription-revenue-category";

    private static readonly ValueList<string> RenewalPolicies = ["Ledger", "RenewalGraceDays"];

    /// <summary>Contracts that fall due in the period; <see cref="Renewals"/> says which do and when.</summary>
    /// <remarks>
    /// Unit: count. Formula: contracts by the day on which they are due. Evergreen monthly subscriptions are never due. Due = renewed + lost + pending.
    /// </remarks>
    public static Metric<Count> ContractsDue { get; } = ContractCohort.Due.Described(new()
    {
        Id = "success.contracts-due", Name = "contracts due", Definition = "Contracts that fall due in the period; evergreen ones never do.",
        Formula = "count", Policies = ["Ledger"], Source = "https://www.kpi.zone/library/kpis/contract-renewal-rate/",
    });

    /// <summary>Contracts due in the period that renewed: before the due day, on it, or after it within the days of grace.</summary>
    /// <remarks>
    /// Unit: count. Formula: early + on-time + late renewals. A renewal counts in the period in which the contract is due, whenever it starts.
    /// </remarks>
    public static Metric<Count> RenewedContracts { get; } = ContractCohort.Renewed.Described(new()
    {
        Id = "success.renewed-contracts", Name = "renewed contracts", Good = GoodDirection.Up,
        Definition = "Contracts due in the period that renewed early, on time or within the days of grace.",
        Formula = "early + on-time + late renewals", Policies = RenewalPolicies, Source = "https://www.kpi.zone/library/kpis/contract-renewal-rate/",
    });

    /// <summary>Contracts due in the period whose renewal began before the due day.</summary>
    /// <remarks>Unit: count. Formula: contracts due whose renewal begins before the due day.</remarks>
    public static Metric<Count> EarlyRenewals { get; } = ContractCohort.Early.Described(new()
    {
        Id = "success.early-renewals", Name = "early renewals", Good = GoodDirection.Up,
        Definition = "Contracts due in the period whose renewal began before the due day.", Formula = "count", Policies = ["Ledger"],
        Source = HowRenewalsAreTimed,
    });

    /// <summary>Contracts due in the period whose renewal began on the due day, or whose service just went on.</summary>
    /// <remarks>Unit: count. Formula: contracts due whose renewal begins on the due day.</remarks>
    public static Metric<Count> OnTimeRenewals { get; } = ContractCohort.OnTime.Described(new()
    {
        Id = "success.on-time-renewals", Name = "on-time renewals", Good = GoodDirection.Up,
        Definition = "Contracts due in the period whose renewal began on the due day.", Formula = "count", Policies = ["Ledger"],
        Source = HowRenewalsAreTimed,
    });

    /// <summary>Contracts due in the period whose renewal began after the due day, within the days of grace.</summary>
    /// <remarks>Unit: count. Formula: contracts due whose renewal begins after the due day, within the days of grace.</remarks>
    public static Metric<Count> LateRenewals { get; } = ContractCohort.Late.Described(new()
    {
        Id = "success.late-renewals", Name = "late renewals", Good = GoodDirection.Down,
        Definition = "Contracts due in the period whose renewal began after the due day, within the days of grace.", Formula = "count",
        Policies = RenewalPolicies, Source = HowRenewalsAreTimed,
    });

    /// <summary>Contracts due in the period that did not renew, their days of grace being over.</summary>
    /// <remarks>
    /// Unit: count. Formula: contracts due - renewed contracts - pending contracts. A contract that ended before its due day without a renewal is lost
    /// on the due day: that is when it would have renewed.
    /// </remarks>
    public static Metric<Count> LostContracts { get; } = ContractCohort.Lost.Described(new()
    {
        Id = "success.lost-contracts", Name = "lost contracts", Good = GoodDirection.Down,
        Definition = "Contracts due in the period that did not renew, their days of grace being over.",
        Formula = "contracts due - renewed contracts - pending contracts", Policies = RenewalPolicies, Source = HowRenewalsEnd,
    });

    /// <summary>Contracts due in the period that have not renewed and still can: the records end before their days of grace do.</summary>
    /// <remarks>Unit: count. Formula: contracts due that have not renewed and whose days of grace the records do not cover.</remarks>
    public static Metric<Count> PendingContracts { get; } = ContractCohort.Pending.Described(new()
    {
        Id = "success.pending-contracts", Name = "pending contracts",
        Definition = "Contracts due in the period that have not renewed, and whose days of grace the records do not cover to the end.", Formula = "count",
        Policies = RenewalPolicies, Source = HowRenewalsEnd,
    });

    /// <summary>What the contracts due in the period charge in a year by the day before.</summary>
    /// <remarks>
    /// Unit: money per year. Formula: sum of the annualised amounts of the contracts due. Lost and pending ARR are parts of it; renewed ARR is what the
    /// renewals charge instead of the rest.
    /// </remarks>
    public static Metric<PerYear<Money>> DueArr { get; } = ContractCohort.DueArr.Described(new()
    {
        Id = "success.due-arr", Name = "ARR due", Definition = "What the contracts due in the period charge in a year by the day before.",
        Formula = "sum of the annualised amounts", Policies = ["Ledger"], Source = "https://www.saasgrid.com/metrics-library/arr-up-for-renewal",
    });

    /// <summary>What the renewals of the contracts due in the period charge in a year on their first day.</summary>
    /// <remarks>
    /// Unit: money per year. Formula: sum of the annualised amounts of the renewals. At the exchange rate of the contract that each renews. What comes
    /// later in the term is expansion, and no renewal.
    /// </remarks>
    public static Metric<PerYear<Money>> RenewedArr { get; } = ContractCohort.RenewedArr.Described(new()
    {
        Id = "success.renewed-arr", Name = "renewed ARR", Good = GoodDirection.Up,
        Definition = "What the renewals of the contracts due in the period charge in a year on their first day.",
        Formula = "sum of the annualised amounts", Policies = RenewalPolicies, Source = "https://www.saasgrid.com/metrics-library/arr-up-for-renewal",
    });

    /// <summary>What the <see cref="LostContracts"/> charged in a year.</summary>
    /// <remarks>Unit: money per year. Formula: ARR due - ARR due of renewed and of pending contracts.</remarks>
    public static Metric<PerYear<Money>> LostArr { get; } = ContractCohort.LostArr.Described(new()
    {
        Id = "success.lost-arr", Name = "lost ARR", Good = GoodDirection.Down, Definition = "What the lost contracts charged in a year.",
        Formula = "ARR due - ARR due of renewed and of pending contracts", Policies = RenewalPolicies, Source = HowRenewalsEnd,
    });

    /// <summary>What the <see cref="PendingContracts"/> charge in a year.</summary>
    /// <remarks>Unit: money per year. Formula: sum of the annualised amounts of the pending contracts.</remarks>
    public static Metric<PerYear<Money>> PendingArr { get; } = ContractCohort.PendingArr.Described(new()
    {
        Id = "success.pending-arr", Name = "pending ARR", Definition = "What the pending contracts charge in a year.",
        Formula = "sum of the annualised amounts", Policies = RenewalPolicies, Source = HowRenewalsEnd,
    });

    /// <summary>What the contracts that renewed late charged in a year: what joins the renewals to the revenue bridge.</summary>
    /// <remarks>
    /// Unit: money per year. Formula: sum of the annualised amounts of the contracts that renewed late. The bridge follows service: a contract that
    /// renews late is churn there when its service ends, and a reactivation when it goes on, where the customer pays for nothing else. Lost ARR + late
    /// renewal ARR is what the end of contracts took off the bridge.
    /// </remarks>
    public static Metric<PerYear<Money>> LateRenewalArr { get; } = ContractCohort.LateArr.Described(new()
    {
        Id = "success.late-renewal-arr", Name = "late renewal ARR", Good = GoodDirection.Down,
        Definition = "What the contracts that renewed late charged in a year; the bridge shows it as churn, and as reactivation once renewed.",
        Formula = "sum of the annualised amounts", Policies = RenewalPolicies, Source = "Defined here: what joins the renewals to the revenue bridge",
    });

    /// <summary>Renewal rate: the share of the contracts due in the period that renewed.</summary>
    /// <remarks>
    /// Unit: ratio, from 0 to 1. Formula: renewed / (renewed + lost); pending contracts are in neither number, so the rate of a period whose grace is
    /// not over can still move. Undefined without a contract renewed or lost. Source: https://costcalculator.calculator.city/?p=50570.
    /// </remarks>
    public static Metric<Ratio> RenewalRate { get; } = ContractCohort.Renewal.Described(new()
    {
        Id = "success.renewal-rate", Name = "renewal rate", Good = GoodDirection.Up,
        Definition = "The share of the contracts due in the period that renewed, of those renewed or lost.",
        Formula = "renewed contracts / (renewed + lost contracts)", Policies = RenewalPolicies, Source = "https://costcalculator.calculator.city/?p=50570",
    });

    /// <summary>Gross renewal rate: the share of the ARR due that was kept, before any growth.</summary>
    /// <remarks>
    /// Unit: ratio, from 0 to 1. Formula: sum of the lesser of old and renewed ARR / (ARR due - pending ARR). A contract that renewed for less counts
    /// with the new amount, one that renewed for more with the old one. What exchange rates did is left out. Pending contracts are in neither number.
    /// Source: https://codingace.net/crmp/renewal_percentage.html.
    /// </remarks>
    public static Metric<Ratio> GrossRenewalRate { get; } = ContractCohort.GrossRenewal.Described(new()
    {
        Id = "success.gross-renewal-rate", Name = "gross renewal rate", Good = GoodDirection.Up,
        Definition = "The share of the ARR due in the period that was kept, before any growth.",
        Formula = "sum of the lesser of old and renewed ARR / (ARR due - pending ARR)", Policies = RenewalPolicies,
        Source = "https://codingace.net/crmp/renewal_percentage.html",
    });

    /// <summary>Net renewal rate: what the renewals charge, as a share of the ARR due.</summary>
    /// <remarks>
    /// Unit: ratio, above 1 when renewals grew by more than was lost. Formula: renewed ARR / (ARR due - pending ARR). Price escalators that take effect
    /// with the renewal are in, exchange rates out. Source: https://codingace.net/crmp/renewal_percentage.html.
    /// </remarks>
    public static Metric<Ratio> NetRenewalRate { get; } = ContractCohort.NetRenewal.Described(new()
    {
        Id = "success.net-renewal-rate", Name = "net renewal rate", Good = GoodDirection.Up,
        Definition = "What the renewals of the contracts due in the period charge, as a share of what was due.",
        Formula = "renewed ARR / (ARR due - pending ARR)", Policies = RenewalPolicies, Source = "https://codingace.net/crmp/renewal_percentage.html",
    });

    /// <summary>Renewal forecast: what the contracts due in the period are expected to charge in a year once they are renewed or lost.</summary>
    /// <remarks>
    /// Unit: money per year. Formula: renewed ARR + pending ARR x the gross renewal rate of the four periods that end with this one. What renewed is
    /// known; what is pending is taken to be kept as such contracts were, without growth, and what is lost is gone. Undefined where nothing was
    /// renewed or lost in the four periods: far ahead, ask by the quarter or the year. Contracts are known to fall due for a year after the declared
    /// coverage of subscriptions. Source: https://metrickittools.com/glossary/renewal-forecast.
    /// </remarks>
    public static Metric<PerYear<Money>> RenewalForecast { get; } = RenewalForecastOver(4).Described(new()
    {
        Id = "success.renewal-forecast", Name = "renewal forecast", Good = GoodDirection.Up,
        Definition = "What the contracts due in the period are expected to charge in a year once they are renewed or lost.",
        Formula = "renewed ARR + pending ARR x gross renewal rate of the trailing four periods", Policies = RenewalPolicies,
        Source = "https://metrickittools.com/glossary/renewal-forecast",
    });

    /// <summary>The <see cref="RenewalForecast"/> by the gross renewal rate of as many periods as asked, this one included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one period.</exception>
    public static Metric<PerYear<Money>> RenewalForecastOver(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        return MetricArithmetic.Apply<PerYear<Money>>(
            "renewal forecast", [ContractCohort.RenewedArr, ContractCohort.PendingArr, ContractCohort.GrossRenewal.Trailing(periods)],
            (v, _) => v[0] + (v[1] * v[2]), _ => "");
    }
}
