namespace RevOps.Metrics;

/// <summary>One option of a policy: how to read it, and how to give one policy the value it has in another.</summary>
internal sealed class PolicyOption
{
    private readonly Func<MetricPolicy, object?> _get;
    private readonly Func<MetricPolicy, MetricPolicy, MetricPolicy> _take;
    private readonly Func<MetricPolicy, IEnumerable<MetricPolicy>> _others;

    private PolicyOption(
        string name, Func<MetricPolicy, object?> get, Func<MetricPolicy, MetricPolicy, MetricPolicy> take, Func<MetricPolicy, IEnumerable<MetricPolicy>> others)
    {
        Name = name;
        _get = get;
        _take = take;
        _others = others;
    }

    /// <summary>All options in the order of declaration: the ledger's, then the others. A test holds it against the policies' properties.</summary>
    public static IReadOnlyList<PolicyOption> All { get; } =
    [
        OfLedger(nameof(LedgerPolicy.Source), p => p.Source, (p, value) => p with { Source = value }),
        OfLedger(nameof(LedgerPolicy.Usage), p => p.Usage, (p, value) => p with { Usage = value }),
        OfLedger(nameof(LedgerPolicy.Grain), p => p.Grain, (p, value) => p with { Grain = value }),
        OfLedger(nameof(LedgerPolicy.Netting), p => p.Netting, (p, value) => p with { Netting = value }),
        OfLedger(nameof(LedgerPolicy.Identity), p => p.Identity, (p, value) => p with { Identity = value }),
        OfLedger(nameof(LedgerPolicy.ChurnRecognition), p => p.ChurnRecognition, (p, value) => p with { ChurnRecognition = value }),
        OfLedger(nameof(LedgerPolicy.Reactivation), p => p.Reactivation, (p, value) => p with { Reactivation = value }),
        OfLedger(nameof(LedgerPolicy.PastDue), p => p.PastDue, (p, value) => p with { PastDue = value }),
        OfLedger(nameof(LedgerPolicy.Free), p => p.Free, (p, value) => p with { Free = value }),
        OfLedger(nameof(LedgerPolicy.Pauses), p => p.Pauses, (p, value) => p with { Pauses = value }),
        OfLedger(nameof(LedgerPolicy.Discounts), p => p.Discounts, (p, value) => p with { Discounts = value }),
        OfLedger(nameof(LedgerPolicy.PriceChanges), p => p.PriceChanges, (p, value) => p with { PriceChanges = value }),
        OfLedger(nameof(LedgerPolicy.Ramps), p => p.Ramps, (p, value) => p with { Ramps = value }),
        OfLedger(nameof(LedgerPolicy.YearBasis), p => p.YearBasis, (p, value) => p with { YearBasis = value }),
        OfLedger(nameof(LedgerPolicy.FxRate), p => p.FxRate, (p, value) => p with { FxRate = value }),
        OfLedger(nameof(LedgerPolicy.FixedGrain), p => p.FixedGrain, (p, value) => p with { FixedGrain = value }),
        OfLedger(nameof(LedgerPolicy.FixedCalendar), p => p.FixedCalendar, (p, value) => p with { FixedCalendar = value }),
        Of(nameof(MetricPolicy.Deals), p => p.Deals, (p, value) => p with { Deals = value }),
        Of(nameof(MetricPolicy.WinRate), p => p.WinRate, (p, value) => p with { WinRate = value }),
        Of(nameof(MetricPolicy.RateScaling), p => p.RateScaling, (p, value) => p with { RateScaling = value }),
        Of(nameof(MetricPolicy.LifetimeValue), p => p.LifetimeValue, (p, value) => p with { LifetimeValue = value }),
        Of(nameof(MetricPolicy.Velocity), p => p.Velocity, (p, value) => p with { Velocity = value }),
        Of(nameof(MetricPolicy.ForecastDay), p => p.ForecastDay, (p, value) => p with { ForecastDay = value }),
        Of(nameof(MetricPolicy.ChurnDenominator), p => p.ChurnDenominator, (p, value) => p with { ChurnDenominator = value }),
        Of(nameof(MetricPolicy.ChurnWindow), p => p.ChurnWindow, (p, value) => p with { ChurnWindow = value }),
        Of(nameof(MetricPolicy.JoinedAndLost), p => p.JoinedAndLost, (p, value) => p with { JoinedAndLost = value }),
        Of(nameof(MetricPolicy.LostAndReturned), p => p.LostAndReturned, (p, value) => p with { LostAndReturned = value }),
        Of(nameof(MetricPolicy.RetentionCohort), p => p.RetentionCohort, (p, value) => p with { RetentionCohort = value }),
        Of(nameof(MetricPolicy.MinimumCohort), p => p.MinimumCohort, (p, value) => p with { MinimumCohort = value }),
        Of(nameof(MetricPolicy.RenewalGraceDays), p => p.RenewalGraceDays, (p, value) => p with { RenewalGraceDays = value }),
        Of(nameof(MetricPolicy.RetentionCap), p => p.RetentionCap, (p, value) => p with { RetentionCap = value }),
        Of(nameof(MetricPolicy.NetChurnReactivation), p => p.NetChurnReactivation, (p, value) => p with { NetChurnReactivation = value }),
        Of(nameof(MetricPolicy.QuickRatioReactivation), p => p.QuickRatioReactivation, (p, value) => p with { QuickRatioReactivation = value }),
        Of(nameof(MetricPolicy.ArpaDenominator), p => p.ArpaDenominator, (p, value) => p with { ArpaDenominator = value }),
        Of(nameof(MetricPolicy.PeriodState), p => p.PeriodState, (p, value) => p with { PeriodState = value }),
        Of(nameof(MetricPolicy.FxEffect), p => p.FxEffect, (p, value) => p with { FxEffect = value }),
        Of(nameof(MetricPolicy.Refunds), p => p.Refunds, (p, value) => p with { Refunds = value }),
    ];

    /// <summary>Its path in a <see cref="MetricPolicy"/>: "Ledger.ChurnRecognition", "WinRate".</summary>
    public string Name { get; }

    /// <summary>True when two policies have the same value of it.</summary>
    public bool IsSame(MetricPolicy first, MetricPolicy second) => Equals(_get(first), _get(second));

    /// <summary>Its value in words.</summary>
    public string ValueIn(MetricPolicy policy) => FormattableString.Invariant($"{_get(policy) ?? "none"}");

    /// <summary>A policy with the value that another has.</summary>
    public MetricPolicy Take(MetricPolicy policy, MetricPolicy from) => _take(policy, from);

    /// <summary>The options with a closed list of values of which another value would choose otherwise.</summary>
    public static IEnumerable<PolicyOption> Deciding(MetricPolicy policy, Func<MetricPolicy, object> choose)
    {
        object chosen = choose(policy);
        // What makes its choice anew each time cannot be told by comparing.
        if (!ReferenceEquals(chosen, choose(policy))) return [];
        return All.Where(option => option._others(policy).Any(other => !ReferenceEquals(choose(other), chosen)));
    }

    /// <summary>The way from one policy to another, one option at a time in the order given.</summary>
    /// <remarks>
    /// A policy that contradicts itself cannot be made, so an option that cannot change yet waits for those after it; options that can
    /// only change together make one step.
    /// </remarks>
    public static IEnumerable<(IReadOnlyList<PolicyOption> Changed, MetricPolicy Policy)> Path(
        MetricPolicy first, MetricPolicy second, IReadOnlyList<PolicyOption> options)
    {
        List<PolicyOption> waiting = [.. options.Where(option => !option.IsSame(first, second))];
        MetricPolicy current = first;
        while (waiting.Count > 0)
        {
            PolicyOption? next = waiting.Find(option => option.CanTake(current, second));
            current = next?.Take(current, second) ?? second;
            yield return (next is null ? [.. waiting] : [next], current);
            if (next is null) yield break;
            waiting.Remove(next);
        }
    }

    /// <summary>An option of <see cref="MetricPolicy"/>.</summary>
    internal static PolicyOption Of<T>(string name, Func<MetricPolicy, T> get, Func<MetricPolicy, T, MetricPolicy> with) =>
        new(name, policy => get(policy), (policy, from) => with(policy, get(from)), policy => Others(policy, get(policy), with));

    private static PolicyOption OfLedger<T>(string name, Func<LedgerPolicy, T> get, Func<LedgerPolicy, T, LedgerPolicy> with) =>
        Of($"{nameof(MetricPolicy.Ledger)}.{name}", policy => get(policy.Ledger), (policy, value) => policy with { Ledger = with(policy.Ledger, value) });

    private bool CanTake(MetricPolicy policy, MetricPolicy from) => OrNull(() => Take(policy, from)) is not null;

    /// <summary>The policy with each other value of an option that has a closed list of them, where it does not contradict itself.</summary>
    private static IEnumerable<MetricPolicy> Others<T>(MetricPolicy policy, T current, Func<MetricPolicy, T, MetricPolicy> with) => typeof(T).IsEnum
        ? Enum.GetValuesAsUnderlyingType(typeof(T)).Cast<object>().Select(value => (T)Enum.ToObject(typeof(T), value))
            .Where(value => !Equals(value, current)).Select(value => OrNull(() => with(policy, value))).OfType<MetricPolicy>()
        : [];

    private static MetricPolicy? OrNull(Func<MetricPolicy> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
