using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Recurring revenue beside the ledger, told by looking at each subscription on each day.</summary>
internal sealed class NaiveStates
{
    private readonly RevenueDataset _data;
    private readonly NaivePricing _pricing, _ifUnpaidCounted;
    private readonly NaiveOwners _owners;

    public NaiveStates(RevenueDataset data, LedgerPolicy policy)
    {
        _data = data;
        _pricing = new NaivePricing(data, policy);
        _ifUnpaidCounted = policy.PastDue == PastDueRule.Excluded ? new NaivePricing(data, policy with { PastDue = PastDueRule.Counted }) : _pricing;
        _owners = new NaiveOwners(data, policy);
        LocalDate[] days = [.. NaiveLedger.DaysOf(data)];
        foreach (Subscription subscription in data.Subscriptions.Where(s => !s.IsVoid)) Walk(subscription, days.Min().PlusDays(-60), days.Max().PlusMonths(4));
    }

    public List<NaiveRow> Rows { get; } = [];

    private void Walk(Subscription subscription, LocalDate first, LocalDate last)
    {
        List<LocalDate> days = [];
        for (LocalDate day = first; day <= last; day = day.PlusDays(1)) days.Add(day);
        LocalDate[] counted = [.. days.Where(day => _pricing.TermOn(subscription, day) is not null)];
        LocalDate[] steps = [.. counted.Where(day => _pricing.TermOn(subscription, day)!.Term is { IsContractedStep: true } now && _pricing.TermOn(subscription, day.PlusDays(-1)) is { } old && old.Term != now)];
        Dictionary<(RevenueState, LocalDate?), (PriceTerm Term, Customer Owner, string Values, long Amount, LocalDate Day)> yesterday = [];
        foreach (LocalDate day in days)
        {
            var today = On(subscription, day, counted, steps).ToDictionary(s => (s.State, s.Step), s =>
            {
                Customer owner = _owners.OwnerOn(subscription.CustomerId, day);
                return (s.Term, Owner: owner, Values: string.Join('|', NaiveRecords.AttributesOn(owner, day)), s.Amount, Day: day);
            });
            foreach (var key in yesterday.Keys.Union(today.Keys))
            {
                bool was = yesterday.TryGetValue(key, out var old), isNow = today.TryGetValue(key, out var now);
                if (was && isNow && (old.Term, old.Owner, old.Values, old.Amount) == (now.Term, now.Owner, now.Values, now.Amount)) continue;
                if (was) Rows.Add(RowOf(key.Item1, old.Term, old.Owner, old.Day, -old.Amount, day, 0));
                if (isNow) Rows.Add(RowOf(key.Item1, now.Term, now.Owner, now.Day, now.Amount, day, was ? 0 : 1));
            }

            yesterday = today;
        }
    }

    /// <summary>The states of a subscription on a day; of agreed steps each by itself.</summary>
    private IEnumerable<(RevenueState State, LocalDate? Step, PriceTerm Term, long Amount)> On(Subscription subscription, LocalDate day, LocalDate[] counted, LocalDate[] steps)
    {
        if (subscription.TrialEnd is { } paid && subscription.Start <= day && day < paid && !(subscription.End <= day)
            && _pricing.TermOn(subscription with { End = null, Pauses = [], Cancellations = [] }, paid) is { } trial && Amount(_pricing, subscription, trial, paid) is > 0 and var price)
        {
            yield return (RevenueState.Trial, null, trial.Term, price);
        }

        bool isUnpaid = _data.Invoices.Any(invoice => invoice.SubscriptionId == subscription.Id && invoice.DueOn < day && invoice.Amount.Amount > 0 && !NaivePricing.IsSettled(invoice, day, _data));
        if (isUnpaid && _ifUnpaidCounted.TermOn(subscription, day) is { } late && !_ifUnpaidCounted.IsPausedOn(subscription, day) && Amount(_ifUnpaidCounted, subscription, late, day) is > 0 and var due)
        {
            yield return (RevenueState.PastDue, null, late.Term, due);
        }

        if (counted.Length == 0) yield break;
        bool isSigned = subscription.SignedOn <= day || counted[0] <= day;
        if (!IsEnding(subscription, day))
        {
            NaiveTerms.Held start = _pricing.TermOn(subscription, counted[0])!;
            if (isSigned && day < counted[0] && Amount(_pricing, subscription, start, counted[0]) is > 0 and var signed) yield return (RevenueState.SignedNotStarted, null, start.Term, signed);
            foreach (LocalDate step in steps.Where(step => isSigned && day < step))
            {
                NaiveTerms.Held after = _pricing.TermOn(subscription, step)!, before = _pricing.TermOn(subscription, step.PlusDays(-1))!;
                long more = Amount(_pricing, subscription, after, step) - Amount(_pricing, subscription, before, step.PlusDays(-1));
                if (more != 0) yield return (RevenueState.ContractedStep, step, after.Term, more);
            }
        }
        else if (_pricing.TermOn(subscription, day) is { } held && !_pricing.IsPausedOn(subscription, day) && Amount(_pricing, subscription, held, day) is > 0 and var ending)
        {
            yield return (RevenueState.Ending, null, held.Term, -ending);
        }
    }

    private bool IsEnding(Subscription subscription, LocalDate day) =>
        subscription.Cancellations.Any(c => c.RequestedOn <= day && !(c.WithdrawnOn <= day))
        || _data.Subscriptions.Any(next => !next.IsVoid && next.Id != subscription.Id && (next.ReplacesId == subscription.Id || next.RenewsId == subscription.Id) && _pricing.AreOfOneCustomer(next, subscription)
            && next.SignedOn <= day && next.SignedOn < next.Start && next.SignedOn < LocalDate.Max(next.Start, next.TrialEnd ?? next.Start));

    private static long Amount(NaivePricing pricing, Subscription subscription, NaiveTerms.Held held, LocalDate day)
    {
        (decimal yearly, decimal per) = pricing.YearlyOn(subscription, held, day);
        return (long)Math.Round(yearly * pricing.RateOn(subscription, held, day) / per, MidpointRounding.ToEven);
    }

    private static NaiveRow RowOf(RevenueState state, PriceTerm term, Customer owner, LocalDate valuesOn, long amount, LocalDate day, long started)
    {
        NaiveRow row = new NaiveRow().With(RevenueStates.On, day).With(RevenueStates.Amount, amount).With(RevenueStates.Started, started).With(RevenueStates.State, state.ToString())
            .With(RevenueStates.Plan, term.Plan).With(RevenueStates.Product, term.Product).With(RevenueStates.CustomerId, owner.Id);
        foreach ((string name, string value) in NaiveRecords.AttributesOn(owner, valuesOn)) row.With(RevenueStates.CustomerAttribute(name), value);
        return row;
    }
}
