using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Recurring revenue beside the ledger, told by looking at each subscription on each day.</summary>
internal sealed class NaiveStates
{
    private readonly RevenueDataset _data;
    private readonly NaivePricing _pricing, _ifUnpaidCounted, _atListPrice;
    private readonly NaiveOwners _owners;
    private readonly Dictionary<string, Subscription> _trials;
    private readonly List<(LocalDate From, LocalDate? To, NaiveRow Row)> _standing = [];

    public NaiveStates(RevenueDataset data, LedgerPolicy policy, NaivePricing pricing)
    {
        _data = data;
        _pricing = pricing;
        _trials = data.Subscriptions.ToDictionary(s => s.Id, s => s with { End = null, Pauses = [], Cancellations = [] });
        _ifUnpaidCounted = policy.PastDue == PastDueRule.Excluded ? new NaivePricing(data, policy with { PastDue = PastDueRule.Counted }) : pricing;
        _atListPrice = new NaivePricing(data, policy with { Discounts = DiscountTreatment.None });
        _owners = new NaiveOwners(data, policy);
        LocalDate[] days = [.. NaiveLedger.DaysOf(data)];
        foreach (Subscription subscription in data.Subscriptions.Where(s => !s.IsVoid)) Walk(subscription, days.Min().PlusDays(-60), days.Max().PlusMonths(4));
    }

    public List<NaiveRow> Rows { get; } = [];

    /// <summary>What stands on a day, a row for each subscription and state.</summary>
    public IEnumerable<NaiveRow> StandingOn(LocalDate day) => from stand in _standing where stand.From <= day && !(stand.To <= day) select stand.Row;

    private void Walk(Subscription subscription, LocalDate first, LocalDate last)
    {
        List<LocalDate> days = [];
        for (LocalDate day = first; day <= last; day = day.PlusDays(1)) days.Add(day);
        LocalDate[] counted = [.. days.Where(day => Charge(subscription, day) is not null)];
        LocalDate[] steps = [.. counted.Where(day => Charge(subscription, day)!.Term is { IsContractedStep: true } now && Charge(subscription, day.PlusDays(-1)) is { } old && old.Term != now)];
        Dictionary<(RevenueState, LocalDate?), (NaiveCharge Of, Customer Owner, string Values, long Amount, LocalDate Day)> yesterday = [];
        Dictionary<(RevenueState, LocalDate?), List<NaiveRow>> spells = [];
        foreach (LocalDate day in days)
        {
            var states = On(subscription, day, counted, steps).ToList();
            if (states.Count + yesterday.Count == 0) continue;
            var today = states.ToDictionary(s => (s.State, s.Step), s =>
            {
                Customer owner = _owners.OwnerOn(subscription.CustomerId, day);
                return (s.Of, Owner: owner, Values: string.Join('|', NaiveRecords.AttributesOn(owner, day)), s.Amount, Day: day);
            });
            foreach (var key in yesterday.Keys.Union(today.Keys))
            {
                bool was = yesterday.TryGetValue(key, out var old), isNow = today.TryGetValue(key, out var now);
                if (was && isNow && (old.Of.Plan, old.Of.Product, old.Owner, old.Values, old.Amount) == (now.Of.Plan, now.Of.Product, now.Owner, now.Values, now.Amount)) continue;
                if (!was) spells[key] = [];
                List<NaiveRow> spell = spells[key];
                int standing = _standing.FindIndex(stand => stand.To is null && spell.Contains(stand.Row));
                if (was) spell.Add(RowOf(key.Item1, old.Of, old.Owner, old.Day, -old.Amount, day, 0).With(RevenueStates.Ended, isNow ? 0L : 1L));
                if (was) _standing[standing] = _standing[standing] with { To = day };
                if (isNow) spell.Add(RowOf(key.Item1, now.Of, now.Owner, now.Day, now.Amount, day, was ? 0 : 1).With(RevenueStates.Ended, 0L));
                if (isNow) _standing.Add((day, null, spell[^1]));
                Rows.AddRange(spell.Where(row => !row.ContainsKey(RevenueStates.Spell)));
                RevenueStateEnd? end = isNow ? null : EndOf(key.Item1, subscription, day);
                foreach (NaiveRow row in spell) row.With(RevenueStates.Spell, (subscription.Id, key, spell[0].Day(RevenueStates.On))).With(RevenueStates.EndedBy, end?.ToString());
            }

            yesterday = today;
        }
    }

    private NaiveCharge? Charge(Subscription subscription, LocalDate day) => _pricing.ChargeOn(subscription, day, isUsage: false);

    /// <summary>The states of a subscription on a day; of agreed steps each by itself.</summary>
    private IEnumerable<(RevenueState State, LocalDate? Step, NaiveCharge Of, long Amount)> On(Subscription subscription, LocalDate day, LocalDate[] counted, LocalDate[] steps)
    {
        if (subscription.TrialEnd is { } paid && subscription.Start <= day && day < paid && !(subscription.End <= day)
            && Charge(_trials[subscription.Id], paid) is { Amount: > 0 } trial)
        {
            yield return (RevenueState.Trial, null, trial, trial.Amount);
        }

        if (IsUnpaid(subscription, day) && _ifUnpaidCounted.ChargeOn(subscription, day, isUsage: false) is { Amount: > 0 } late && !_ifUnpaidCounted.IsPausedOn(subscription, day))
        {
            yield return (RevenueState.PastDue, null, late, late.Amount);
        }

        if (!_pricing.IsPausedOn(subscription, day) && Charge(subscription, day) is { } paidPrice
            && _atListPrice.ChargeOn(subscription, day, isUsage: false) is { } list && list.Amount > paidPrice.Amount)
        {
            yield return (RevenueState.Discounted, null, list, list.Amount - paidPrice.Amount);
        }

        if (counted.Length == 0) yield break;
        bool isSigned = subscription.SignedOn <= day || counted[0] <= day;
        if (!IsEnding(subscription, day))
        {
            if (isSigned && day < counted[0] && Charge(subscription, counted[0]) is { Amount: > 0 } signed) yield return (RevenueState.SignedNotStarted, null, signed, signed.Amount);
            foreach (LocalDate step in steps.Where(step => isSigned && day < step))
            {
                NaiveCharge after = Charge(subscription, step)!;
                long more = after.Amount - Charge(subscription, step.PlusDays(-1))!.Amount;
                if (more != 0) yield return (RevenueState.ContractedStep, step, after, more);
            }
        }
        else if (Charge(subscription, day) is { Amount: > 0 } ending && !_pricing.IsPausedOn(subscription, day))
        {
            yield return (RevenueState.Ending, null, ending, -ending.Amount);
        }
    }

    private bool IsUnpaid(Subscription subscription, LocalDate day) => _data.Invoices.Any(invoice =>
        invoice.SubscriptionId == subscription.Id && invoice.DueOn < day && invoice.Amount.Amount > 0 && !NaivePricing.IsSettled(invoice, day, _data));

    /// <summary>What it was that ended a state before a day.</summary>
    private RevenueStateEnd? EndOf(RevenueState state, Subscription subscription, LocalDate day) => state switch
    {
        RevenueState.Trial when day >= _data.CoverageOf(RecordType.Subscription)?.To => null,
        RevenueState.Trial => day == subscription.TrialEnd && Charge(subscription, day) is { Amount: > 0 } ? RevenueStateEnd.Charged : RevenueStateEnd.Stopped,
        RevenueState.PastDue when !IsUnpaid(subscription, day) => RevenueStateEnd.Settled,
        RevenueState.PastDue when _ifUnpaidCounted.ChargeOn(subscription, day, isUsage: false) is { Amount: > 0 } && _ifUnpaidCounted.IsPausedOn(subscription, day) => null,
        RevenueState.PastDue => RevenueStateEnd.Stopped,
        _ => null,
    };

    private bool IsEnding(Subscription subscription, LocalDate day) =>
        subscription.Cancellations.Any(c => c.RequestedOn <= day && !(c.WithdrawnOn <= day))
        || _data.Subscriptions.Any(next => !next.IsVoid && next.Id != subscription.Id && (next.ReplacesId == subscription.Id || next.RenewsId == subscription.Id) && _pricing.AreOfOneCustomer(next, subscription)
            && next.SignedOn <= day && next.SignedOn < LocalDate.Max(next.Start, next.TrialEnd ?? next.Start));

    private static NaiveRow RowOf(RevenueState state, NaiveCharge of, Customer owner, LocalDate valuesOn, long amount, LocalDate day, long started)
    {
        NaiveRow row = new NaiveRow().With(RevenueStates.On, day).With(RevenueStates.Amount, amount).With(RevenueStates.Started, started).With(RevenueStates.State, state.ToString())
            .With(RevenueStates.Plan, of.Plan).With(RevenueStates.Product, of.Product).With(RevenueStates.CustomerId, owner.Id);
        foreach ((string name, string value) in NaiveRecords.AttributesOn(owner, valuesOn)) row.With(RevenueStates.CustomerAttribute(name), value);
        return row;
    }
}
