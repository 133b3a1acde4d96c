using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Which price term of a subscription holds on which day, found by walking its days one by one.</summary>
internal sealed class NaiveTerms
{
    private readonly Subscription _subscription;
    private readonly List<Held> _held = [];

    public NaiveTerms(Subscription subscription, LedgerPolicy policy)
    {
        _subscription = subscription;
        LocalDate[] days = [.. subscription.Terms.SelectMany(term => new[] { term.From, term.To ?? term.From }), .. new[] { subscription.Start, subscription.TrialEnd ?? subscription.Start }];
        // A change can wait for the end of a service period of two years.
        LocalDate last = policy.PriceChanges == PriceChangeDate.NextServicePeriod ? days.Max().PlusYears(3) : days.Max();
        Held? current = null;
        for (LocalDate day = days.Min(); day <= last; day = day.PlusDays(1))
        {
            PriceTerm? agreed = AgreedOn(day);
            bool goesOn = policy.PriceChanges == PriceChangeDate.NextServicePeriod && current is not null && agreed is not null && !IsStartOfServicePeriod(current, day);
            if (!goesOn && agreed != current?.Term)
            {
                current = agreed is null ? null : new Held(agreed, day);
                if (current is not null) _held.Add(current);
            }

            if (current is not null) current.LastDay = day;
        }

        // What still holds then holds on.
        if (current is not null) current.LastDay = LocalDate.MaxIsoValue;
        if (policy.Usage == UsageTreatment.Excluded) _held.RemoveAll(held => held.Term.IsUsageCommitment);
    }

    /// <summary>The term that holds on a day; null where none does.</summary>
    public Held? On(LocalDate day) => _held.Find(held => held.From <= day && day <= held.LastDay);

    /// <summary>A term and the contracted steps before and after it, without gaps, in one currency.</summary>
    public List<Held> RampOf(Held held)
    {
        int at = _held.IndexOf(held), first = at, last = at;
        while (first > 0 && IsStep(first)) first--;
        while (last + 1 < _held.Count && IsStep(last + 1)) last++;
        return _held[first..(last + 1)];

        bool IsStep(int i) => _held[i].Term.IsContractedStep && _held[i - 1].LastDay.PlusDays(1) == _held[i].From
            && _held[i].From < (_subscription.End ?? LocalDate.MaxIsoValue)
            && _held[i - 1].Term.Price.Currency == _held[i].Term.Price.Currency;
    }

    private PriceTerm? AgreedOn(LocalDate day)
    {
        PriceTerm? latest = _subscription.Terms.Where(term => term.From <= day && term.To != term.From).MaxBy(term => term.From);
        return latest is null || day >= latest.To ? null : latest;
    }

    private bool IsStartOfServicePeriod(Held held, LocalDate day)
    {
        LocalDate first = held.FirstPaidDay(_subscription), start = first;
        for (int i = 1; start < day; i++) start = NaivePricing.PeriodStart(held.Term, first, i);
        return start == day;
    }

    /// <summary>A term and the days on which it holds.</summary>
    internal sealed record Held(PriceTerm Term, LocalDate From)
    {
        public LocalDate LastDay { get; set; } = From;

        public LocalDate FirstPaidDay(Subscription subscription) => new[] { From, subscription.Start, subscription.TrialEnd ?? subscription.Start }.Max();
    }
}
